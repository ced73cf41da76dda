/** What can be told of a recording without understanding it: whether anybody speaks, and whether it came before. */

export interface Sound {
  /** Milliseconds in which something stands out from the quiet or the hum of the line. */
  voicedMs: number;
  /** From the first of these moments to the end of the last, in milliseconds. */
  spanMs: number;
  /** How loud each moment of 60 ms is from the first one on, from 0 to 10. Empty when too short to be told by. */
  sketch: number[];
}

const frameMs = 20;
/** Of 32,767. Line noise stays below; a whisper into a telephone is several times louder. */
const quiet = 60;
/** Speech rises and falls by far more; a tone, a carrier or the hum of an open line does not. */
const standsOut = 2.2;
/** A key's tone, a click or a cough is shorter; "a gun" is longer. */
const leastVoicedMs = 400;

/** Looks at one channel of sound, `rate` samples a second. */
export function listenTo(samples: Int16Array, rate: number): Sound {
  const levels = levelsOf(samples, Math.max(1, Math.round((rate * frameMs) / 1_000)));
  const floor = Math.max(
    [...levels].sort((a, b) => a - b)[Math.floor(levels.length / 10)] ?? 0,
    quiet / standsOut,
  );
  const loud = levels.map((level) => level > floor * standsOut);
  const first = loud.indexOf(true);
  if (first < 0) return { voicedMs: 0, spanMs: 0, sketch: [] };
  const last = loud.lastIndexOf(true);
  return {
    voicedMs: loud.filter(Boolean).length * frameMs,
    spanMs: (last + 1 - first) * frameMs,
    sketch: sketchOf(levels.slice(first, last + 1)),
  };
}

export function holdsVoice({ voicedMs }: Pick<Sound, "voicedMs">): boolean {
  return voicedMs >= leastVoicedMs;
}

/** How long two playings of one message may differ. */
const alikeWithinMs = 300;
const slotFrames = 3;
/** Below four seconds two people may well say a thing alike; nine are enough to tell them apart. */
const leastSlots = 66;
const mostSlots = 150;
/** By how many tenths of the loudness two playings may differ from moment to moment; two people do by three and more. */
const mayDiffer = 1;
/** The beginning is found a little sooner or later on another line. */
const shifts = [0, -1, 1, -2, 2];

/** Whether two sounds are the same one played twice: equally long, rising and falling together. */
export function soundAlike(a: Omit<Sound, "voicedMs">, b: Omit<Sound, "voicedMs">): boolean {
  if (Math.abs(a.spanMs - b.spanMs) > alikeWithinMs) return false;
  if (Math.min(a.sketch.length, b.sketch.length) < leastSlots) return false;
  return shifts.some((shift) => difference(a.sketch, b.sketch, shift) <= mayDiffer);
}

function difference(a: readonly number[], b: readonly number[], shift: number): number {
  let sum = 0;
  let slots = 0;
  for (let at = 0; at < a.length; at += 1) {
    const other = b[at + shift];
    if (other === undefined) continue;
    sum += Math.abs((a[at] ?? 0) - other);
    slots += 1;
  }
  return slots < leastSlots - 2 ? Number.POSITIVE_INFINITY : sum / slots;
}

/** So many calls with one sound, this one among them, were made by a machine. */
export const sameSoundCalls = 3;

/** The root mean square of each frame. */
function levelsOf(samples: Int16Array, frame: number): number[] {
  const levels: number[] = [];
  for (let start = 0; start < samples.length; start += frame) {
    const end = Math.min(start + frame, samples.length);
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += (samples[at] ?? 0) ** 2;
    levels.push(Math.sqrt(sum / (end - start)));
  }
  return levels;
}

/** 10 for the loudest moment, one less for each 3 dB below it, so that how loud a line is does not matter. */
function sketchOf(levels: readonly number[]): number[] {
  const slots: number[] = [];
  for (let at = 0; at + slotFrames <= levels.length && slots.length < mostSlots; at += slotFrames)
    slots.push(levels.slice(at, at + slotFrames).reduce((sum, level) => sum + level, 0));
  if (slots.length < leastSlots) return [];
  const loudest = Math.max(...slots);
  return slots.map((level) => Math.max(0, Math.round(10 + (20 * Math.log10((level || 1) / loudest)) / 3)));
}
