import { mono, type Wave } from "./wave.ts";

/** Ten a second: finer than a screen shows, and a ten-minute call is six thousand numbers. */
const perSecond = 10;

export interface Peaks {
  version: 1;
  perSecond: number;
  /** The loudest moment of each stretch, 0 to 255. */
  peaks: number[];
}

/** The outline of a sound, for drawing its waveform without opening the sound. */
export function peaksOf(wave: Wave): Peaks {
  const { samples, rate } = mono(wave);
  const stretch = Math.max(1, Math.round(rate / perSecond));
  const peaks: number[] = [];
  for (let start = 0; start < samples.length; start += stretch) {
    let loudest = 0;
    for (let at = start; at < Math.min(start + stretch, samples.length); at += 1)
      loudest = Math.max(loudest, Math.abs(samples[at] ?? 0));
    peaks.push(Math.min(255, Math.round(loudest / 128.5)));
  }
  return { version: 1, perSecond, peaks };
}
