/** A whole WAVE file of `seconds` of a 440 Hz tone that swells as syllables do: 8 kHz, 16 bits, one channel, as Twilio records. */
export function wave(seconds: number): Buffer {
  const samples = Math.round(seconds * 8_000);
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8_000, 24);
  bytes.writeUInt32LE(16_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    const swell = Math.sin((at / 8_000) * 10 * Math.PI) ** 2;
    bytes.writeInt16LE(Math.round(Math.sin((at / 8_000) * 440 * 2 * Math.PI) * swell * 8_000), 44 + at * 2);
  }
  return bytes;
}
