import { writeWave } from "../service/recordings/wave.ts";

const rate = 8_000;

/**
 * A telephone recording of `seconds`, made of tones: syllables of a voice that says nothing, with breaks as in
 * speech. The same seed gives the same sound.
 */
export function makeVoice(seconds: number, seed: number): Uint8Array {
  const samples = new Int16Array(Math.round(seconds * rate));
  const pitch = 110 + (seed % 5) * 18;
  let phase = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const time = at / rate;
    const syllable = Math.floor(time * 4.5);
    const chance = noise(seed * 7_919 + syllable);
    // A silence now and then, and each syllable swells and falls.
    const loud = chance < 0.18 ? 0 : Math.sin(Math.PI * ((time * 4.5) % 1)) ** 0.6;
    phase += (2 * Math.PI * (pitch * (1 + 0.12 * Math.sin(time * 2.1) + 0.1 * (chance - 0.5)))) / rate;
    const vowel = 3 + Math.floor(chance * 5);
    const voice = Math.sin(phase) + 0.6 * Math.sin(phase * vowel) + 0.25 * Math.sin(phase * (vowel + 7));
    samples[at] = Math.round(6_500 * loud * (voice / 1.85) + 60 * (noise(at) - 0.5));
  }
  return writeWave({ rate, channels: 1, samples });
}

/** From 0 to 1, the same for the same number. */
function noise(of: number): number {
  const value = Math.sin(of * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}
