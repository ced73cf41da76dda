/** How a prompt sounds: read by one of Twilio's voices, or played from a person's recording. */
import type VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { Locale } from "../../domain/locales/locales.ts";
import { clipName, type PromptName, piecesOf } from "./prompts.ts";
import type { Offer } from "./voices.ts";

/** A document, or a `<Gather>` in it. */
export type Sayable = Pick<VoiceResponse, "say" | "play" | "pause">;

/** Where recordings lie: `/voice` under the configured public address. */
export type ClipBase = string;

/** Says one prompt; `{key}` in it becomes the keys that choose the language, one by one. */
export function sayPrompt(into: Sayable, offer: Offer, name: PromptName, clips: ClipBase): void {
  const { locale, words, code } = offer;
  const text = words.prompts[name];
  if (words.voice !== "recorded") {
    sayIn(into, words.voice, text.replaceAll("{key}", [...code].join(" ")));
    return;
  }
  for (const piece of piecesOf(name, text)) {
    if ("clip" in piece) play(into, clips, locale, clipName(piece.clip, piece.words));
    else sayDigits(into, offer, code, clips);
  }
}

/** Says digits and letters one by one: a voice given "1234" would say a number. */
export function sayDigits(into: Sayable, offer: Offer, characters: string, clips: ClipBase): void {
  const { locale, words } = offer;
  if (words.voice !== "recorded") {
    sayIn(into, words.voice, [...characters].join(", "));
    return;
  }
  for (const character of characters) {
    const word = /\d/.test(character) ? words.digits[Number(character)] : undefined;
    if (word) play(into, clips, locale, clipName(`digit-${character}`, word));
    // Latin letters are called by their English names wherever nobody has recorded others.
    else sayIn(into, letterVoice, character);
  }
}

/** Says words that are in no file, such as the desk's question. False where no voice speaks the language. */
export function sayFreely(into: Sayable, offer: Offer, text: string): boolean {
  if (offer.words.voice === "recorded") return false;
  sayIn(into, offer.words.voice, text);
  return true;
}

const letterVoice = { name: "Polly.Joanna-Neural", language: "en-US" };

/** Says words in one of the provider's voices. */
export function sayIn(into: Sayable, voice: { name: string; language: string }, text: string): void {
  // The list of voices in the library's types lags behind Twilio's own; a test holds content to Twilio's.
  into.say({ voice: voice.name as "alice", language: voice.language as "ja-JP" }, text);
}

export function play(into: Sayable, clips: ClipBase, locale: Locale, name: string): void {
  into.play(`${clips}/${locale}/${name}.mp3`);
}
