import { z } from "zod";
import en from "../../../content/voice/en.json" with { type: "json" };
import ja from "../../../content/voice/ja.json" with { type: "json" };
import type { Locale } from "../../domain/locales/locales.ts";

const words = z.string().min(1).max(600);

/** What a language needs before the telephone line offers it. */
export const VoiceWords = z.strictObject({
  /** Twilio's name of the voice, and the BCP 47 tag it speaks. */
  voice: z.strictObject({ name: z.string().min(1), language: z.string().min(2) }),
  /** The key that chooses this language in the opening. */
  key: z.string().regex(/^\d$/),
  prompts: z.strictObject({
    choose: words,
    before: words,
    danger: words,
    speak: words,
    speak_again: words,
    thanks: words,
    receipt: words,
    receipt_again: words,
    keep: words,
    nothing: words,
    goodbye: words,
    trouble: words,
  }),
});
export type VoiceWords = z.infer<typeof VoiceWords>;
export type PromptName = keyof VoiceWords["prompts"];

/** The languages the line speaks, in the order of the opening. Parsed as the program starts: a gap stops it. */
export const voiceWords: ReadonlyMap<Locale, VoiceWords> = new Map<Locale, VoiceWords>([
  ["ja", VoiceWords.parse(ja)],
  ["en", VoiceWords.parse(en)],
]);
