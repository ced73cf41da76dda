/** What the person on the line does when the program listens. Someone who talks waits for the tone to do so. */
import type { Mishap } from "./recordings.ts";
import type { Utterance } from "./transcriptions.ts";

export type Deed =
  | { press: string }
  /** Keys that depend on the call, such as its own receipt. */
  | { pressFor: (callSid: string) => string }
  | { speak: number; endBy: string; mishaps: Mishap[]; words?: Utterance[]; audio?: Buffer }
  | { silence: true }
  | { hangup: true }
  /** Speaks, and the line is cut. Twilio then may or may not still ask for the recording's action. */
  | { speakAndHangup: number; actionToo: boolean; mishaps: Mishap[]; words?: Utterance[] };

export const press = (digits: string): Deed => ({ press: digits });
export const pressFor = (keys: (callSid: string) => string): Deed => ({ pressFor: keys });
/** Speaks after the next tone and ends with a key, or by falling silent when `endBy` is empty. */
export const talk = (seconds: number, mishaps: Mishap[] = [], endBy = "#"): Deed => ({
  speak: seconds,
  endBy,
  mishaps,
});
/** Is heard as exactly this sound, a whole WAVE file. */
export const sound = (audio: Buffer, seconds: number): Deed => ({
  speak: seconds,
  endBy: "#",
  mishaps: [],
  audio,
});
export const silence = (): Deed => ({ silence: true });
export const hangup = (): Deed => ({ hangup: true });
export const talkAndHangup = (seconds: number, mishaps: Mishap[] = [], actionToo = false): Deed => ({
  speakAndHangup: seconds,
  actionToo,
  mishaps,
});
/** Speaks words that a machine may hear, each with how sure it is. */
export const tell = (words: Utterance[], endBy = "#"): Deed => ({ speak: 5, endBy, mishaps: [], words });
export const tellAndHangup = (words: Utterance[]): Deed => ({
  speakAndHangup: 5,
  actionToo: false,
  mishaps: [],
  words,
});
