import { mono, type Wave } from "./wave.ts";

const grainSeconds = 0.04;
/** How far the pitch wanders around its new place, so that turning it back by one number does not give the voice. */
const wander = 0.05;

/**
 * The same words in another voice: pitch and formants move together, down or up by a third or so, wandering, at the same
 * pace. Grains of 40 ms are read faster or slower than they are laid down, with windows that overlap by half. The same
 * `seed` (any unguessable bytes) gives the same disguise. It hides a voice from people who know it, not from a laboratory.
 */
export function disguise(wave: Wave, seed: Uint8Array): Wave {
  const { samples, rate } = mono(wave);
  const random = generator(seed);
  const [down, amount, phase] = [random() < 0.5, random(), random() * 2 * Math.PI];
  const shift = down ? 0.68 + amount * 0.1 : 1.3 + amount * 0.15;
  const grain = 2 * Math.round((rate * grainSeconds) / 2);
  const hop = grain / 2;
  const sum = new Float64Array(samples.length + grain);
  let slow = phase;
  for (let start = 0; start < samples.length; start += hop) {
    slow += 0.05 + random() * 0.1;
    const ratio = shift * (1 + wander * Math.sin(slow));
    for (let at = 0; at < grain; at += 1) {
      // A Hann window: two that overlap by half add up to one.
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / grain);
      sum[start + at] = (sum[start + at] ?? 0) + window * sampleAt(samples, start + at * ratio);
    }
  }
  const out = new Int16Array(samples.length);
  for (let at = 0; at < out.length; at += 1)
    out[at] = Math.max(-32_768, Math.min(32_767, Math.round(sum[at] ?? 0)));
  return { rate, channels: 1, samples: out };
}

/** Between two samples, the line between them. */
function sampleAt(samples: Int16Array, place: number): number {
  const left = Math.floor(place);
  const part = place - left;
  return (samples[left] ?? 0) * (1 - part) + (samples[left + 1] ?? 0) * part;
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function generator(seed: Uint8Array): () => number {
  let state = seed.reduce((hash, byte) => Math.imul(hash ^ byte, 16_777_619), 2_166_136_261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
