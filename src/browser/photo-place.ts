/** Whether a photo's file holds the place where it was taken: the GPS directory of its Exif data (TIFF 6, tag 0x8825). */
const gpsDirectory = 0x8825;
const lookAtBytes = 256 * 1024;

/** Reads the beginning of a chosen file, in the browser alone. */
export async function holdsPlace(file: Blob): Promise<boolean> {
  return hasPlace(new DataView(await file.slice(0, lookAtBytes).arrayBuffer()));
}

/** The same for bytes: a JPEG's segments up to its Exif one, then the first directory's tags. */
export function hasPlace(bytes: DataView): boolean {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return false;
  let at = 2;
  while (at + 10 <= bytes.byteLength && bytes.getUint8(at) === 0xff) {
    const length = bytes.getUint16(at + 2);
    const isExif = bytes.getUint16(at) === 0xffe1 && bytes.getUint32(at + 4) === 0x45786966;
    if (isExif) return directoryHasPlace(bytes, at + 10, at + 2 + length);
    if (length < 2) return false;
    at += 2 + length;
  }
  return false;
}

function directoryHasPlace(bytes: DataView, start: number, claimedEnd: number): boolean {
  const end = Math.min(claimedEnd, bytes.byteLength);
  if (start + 8 > end) return false;
  const little = bytes.getUint16(start) === 0x4949;
  const directory = start + bytes.getUint32(start + 4, little);
  if (directory + 2 > end) return false;
  const count = bytes.getUint16(directory, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > end) return false;
    if (bytes.getUint16(at, little) === gpsDirectory) return true;
  }
  return false;
}
