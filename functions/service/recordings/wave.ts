/** RIFF/WAVE as telephone recordings come: 16-bit samples, one channel or two. */

export interface Wave {
  /** Samples a second. */
  rate: number;
  channels: number;
  /** Interleaved when there are two channels. */
  samples: Int16Array;
}

const headerBytes = 44;

/** The sound of a WAVE file with 16-bit samples, or undefined for anything else. */
export function readWave(bytes: Uint8Array): Wave | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < headerBytes || tag(0) !== "RIFF" || tag(8) !== "WAVE") return undefined;
  let format: { rate: number; channels: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag(at) === "fmt " && body + 16 <= bytes.length) {
      const linear = view.getUint16(body, true) === 1 && view.getUint16(body + 14, true) === 16;
      if (!linear) return undefined;
      format = { channels: view.getUint16(body + 2, true), rate: view.getUint32(body + 4, true) };
    } else if (tag(at) === "data" && format) {
      const count = Math.floor(Math.min(size, bytes.length - body) / 2);
      const samples = new Int16Array(count);
      for (let index = 0; index < count; index += 1) samples[index] = view.getInt16(body + index * 2, true);
      return { ...format, samples };
    }
    at = body + size + (size % 2);
  }
  return undefined;
}

/** A whole WAVE file of the sound. */
export function writeWave({ rate, channels, samples }: Wave): Uint8Array {
  const bytes = Buffer.alloc(headerBytes + samples.length * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * channels * 2, 28);
  bytes.writeUInt16LE(channels * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(sample, headerBytes + index * 2);
  });
  return bytes;
}

/** The first channel alone: a caller's voice is there. */
export function mono({ rate, channels, samples }: Wave): Wave {
  if (channels === 1) return { rate, channels, samples };
  return { rate, channels: 1, samples: samples.filter((_sample, index) => index % channels === 0) };
}
