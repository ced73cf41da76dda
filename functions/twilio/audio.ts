/** What the first bytes of a recording say it is, and whether it is all there. */

/** `audio/wav` or `audio/mpeg` for a whole recording, else undefined. */
export function wholeAudio(bytes: Uint8Array): "audio/wav" | "audio/mpeg" | undefined {
  if (isWholeWave(bytes)) return "audio/wav";
  if (isMpeg(bytes)) return "audio/mpeg";
  return undefined;
}

/** RIFF: the size in the header counts all bytes after the first eight. */
function isWholeWave(bytes: Uint8Array): boolean {
  if (bytes.length < 44 || ascii(bytes, 0, 4) !== "RIFF" || ascii(bytes, 8, 12) !== "WAVE") return false;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  return size + 8 <= bytes.length;
}

/** An ID3v2 tag, or the eleven set bits that begin an MPEG audio frame. The format does not tell its length. */
function isMpeg(bytes: Uint8Array): boolean {
  if (bytes.length < 128) return false;
  if (ascii(bytes, 0, 3) === "ID3") return true;
  const [first = 0, second = 0] = bytes;
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
