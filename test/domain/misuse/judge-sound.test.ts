import { describe, expect, it } from "vitest";
import { makeVoice } from "../../../functions/demo/make-voice.ts";
import { holdsVoice, listenTo, soundAlike } from "../../../functions/domain/misuse/judge-sound.ts";
import { readWave } from "../../../functions/service/recordings/wave.ts";

const rate = 8_000;
/** Numbers that look like chance and are the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
function sound(seconds: number, at: (time: number) => number): Int16Array {
  return Int16Array.from({ length: rate * seconds }, (_, index) => Math.round(at(index / rate)));
}
const noise = (seed: number, loudness: number) => {
  const next = chance(seed);
  return () => (next() - 0.5) * 2 * loudness;
};
const voice = (seconds: number, seed: number): Int16Array => {
  const wave = readWave(makeVoice(seconds, seed));
  if (!wave) throw new Error("no sound");
  return wave.samples;
};
const louder = (samples: Int16Array, by: number) => samples.map((each) => Math.round(each * by));
const mixed = (a: Int16Array, more: () => number) => a.map((each) => Math.round(each + more()));
const speaks = (samples: Int16Array) => holdsVoice(listenTo(samples, rate));

describe("whether anybody speaks in a recording", () => {
  it.each([
    ["nothing at all", sound(10, () => 0)],
    ["the hiss of an open line", sound(10, noise(1, 25))],
    ["a loud steady hiss", sound(10, noise(2, 3_000))],
    ["a tone that goes on", sound(10, (time) => Math.sin(time * 440 * 6.283) * 8_000)],
    ["hum", sound(10, (time) => Math.sin(time * 50 * 6.283) * 900 + Math.sin(time * 100 * 6.283) * 400)],
    ["one click", sound(10, (time) => (time > 4 && time < 4.05 ? 12_000 : 0))],
    [
      "the key that ended it",
      sound(6, (time) =>
        time > 5.7 ? Math.sin(time * 941 * 6.283) * 4_000 + Math.sin(time * 1_477 * 6.283) * 4_000 : 0,
      ),
    ],
    ["no samples", new Int16Array(0)],
  ])("is no for %s", (_what, samples) => {
    expect(speaks(samples)).toBe(false);
  });

  it.each([
    ["a voice", voice(8, 3)],
    ["a whisper, thirty times softer", louder(voice(8, 4), 0.035)],
    ["a voice over the noise of a road", mixed(louder(voice(8, 5), 0.8), noise(3, 900))],
    [
      "one second of words in a minute of silence",
      Int16Array.from([...sound(59, noise(4, 20)), ...voice(1, 11)]),
    ],
    ["a voice that never pauses", voice(3, 12)],
    ["one shout", Int16Array.from([...sound(3, noise(6, 20)), ...voice(1, 11).subarray(0, 4_800)])],
  ])("is yes for %s", (_what, samples) => {
    expect(speaks(samples)).toBe(true);
  });
});

describe("whether two recordings are one sound played twice", () => {
  const heard = (samples: Int16Array) => listenTo(samples, rate);
  const first = voice(9, 21);

  it("is yes for a message that another call played later, softer and over another line's noise", () => {
    const again = mixed(louder(Int16Array.from([...new Int16Array(4_321), ...first]), 0.6), noise(9, 60));
    expect(soundAlike(heard(first), heard(again))).toBe(true);
  });

  it("is no for two voices of one rhythm and length", () => {
    for (let seed = 1; seed <= 40; seed += 1)
      expect(soundAlike(heard(first), heard(voice(9, seed * 31))), String(seed)).toBe(seed * 31 === 21);
  });

  it("is no for what is too short to tell", () => {
    const short = heard(voice(3, 7));
    expect(short.sketch).toEqual([]);
    expect(soundAlike(short, short)).toBe(false);
  });
});
