/** How long an MP3 file of one voice plays, from the headers of its frames (ISO 11172-3 and 13818-3, layer III). */
const rates = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8_000],
} as const;
const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

/** Seconds. Throws when not one frame is found. */
export function mp3Seconds(file: Buffer): number {
  let at = 0;
  // An ID3v2 tag tells its size in four bytes of seven bits.
  if (file.toString("latin1", 0, 3) === "ID3")
    at = 10 + [6, 7, 8, 9].reduce((size, index) => size * 128 + (file[index] ?? 0), 0);
  let seconds = 0;
  while (at + 4 <= file.length) {
    const header = file.readUInt32BE(at);
    const version = ((header >>> 19) & 3) as 0 | 2 | 3;
    const rate = rates[version]?.[(header >>> 10) & 3];
    const kilobits = bitrates[version === 3 ? 1 : 2][(header >>> 12) & 15];
    if (header >>> 21 !== 0x7ff || ((header >>> 17) & 3) !== 1 || !rate || !kilobits) {
      at += 1;
      continue;
    }
    const samples = version === 3 ? 1_152 : 576;
    seconds += samples / rate;
    at += Math.floor((samples / 8) * ((kilobits * 1_000) / rate)) + ((header >>> 9) & 1);
  }
  if (seconds === 0) throw new Error("no sound");
  return seconds;
}
