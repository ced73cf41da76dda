/** The words of the telephone line, one file a language. Parsed as the program starts: a gap stops it. */
import { createHash } from "node:crypto";
import { z } from "zod";

export const PromptName = z.enum([
  "choose",
  "other",
  "before",
  "danger",
  "ways",
  "speak",
  "speak_all",
  "speak_again",
  "speak_more",
  "paused",
  "ask",
  "ask_what",
  "ask_where",
  "ask_when",
  "ask_which",
  "which_say",
  "key_container",
  "key_flight",
  "key_waybill",
  "number_read",
  "number_fits",
  "number_doubt",
  "number_sure",
  "number_again",
  "ask_how",
  "got",
  "after",
  "erased",
  "receipt",
  "receipt_again",
  "keep",
  "last",
  "check",
  "check_right",
  "check_wrong",
  "contact",
  "contact_refused",
  "contact_read",
  "contact_sure",
  "call_time",
  "back",
  "go_on",
  "back_receipt",
  "back_receipt_again",
  "question",
  "question_again",
  "question_on_site",
  "answer",
  "no_question",
  "back_after",
  "officer",
  "officer_record",
  "officer_wait",
  "officer_none",
  "officer_after",
  "goodbye",
  "nothing",
  "trouble",
]);
export type PromptName = z.infer<typeof PromptName>;

const spokenByVoice = z.strictObject({ name: z.string().min(1), language: z.string().min(2) });
const prompts = z.record(PromptName, z.string().min(1).max(400));

const translation = {
  /** A translation nobody has answered for yet; the Japanese words are the master. */
  provisional: z.literal(true).optional(),
  /** Who answers for the translation. */
  signedBy: z.string().min(1).optional(),
};

export const VoiceWords = z.union([
  /** Twilio's name of the voice, and the tag it speaks. */
  z.strictObject({ ...translation, voice: spokenByVoice, prompts }),
  /** No voice speaks the language: a person reads the prompts and the ten digits, beginning with nought. */
  z.strictObject({
    ...translation,
    voice: z.literal("recorded"),
    prompts,
    digits: z.array(z.string().min(1)).length(10),
  }),
]);
export type VoiceWords = z.infer<typeof VoiceWords>;

/** A stretch of words that is one recording, or a place where keys are read out. */
export type Piece = { clip: string; words: string } | { fill: "key" };

/** A prompt in its pieces: `"日本語は、{key}。"` → a clip, the key, a clip. Pieces of mere punctuation are left out. */
export function piecesOf(name: PromptName, words: string): Piece[] {
  return words.split(/(\{key\})/).flatMap((part, index): Piece[] => {
    if (part === "{key}") return [{ fill: "key" }];
    return /[\p{L}\p{N}]/u.test(part) ? [{ clip: `${name}-${index}`, words: part.trim() }] : [];
  });
}

/** The name a recording goes by: when its words change, an old recording no longer counts. */
export function clipName(clip: string, words: string): string {
  return `${clip}-${createHash("sha256").update(words).digest("hex").slice(0, 8)}`;
}

/** Every clip that a recorded language needs; none for a language that a voice speaks. */
export function clipsOf(words: VoiceWords): { name: string; words: string }[] {
  if (words.voice !== "recorded") return [];
  const spoken = PromptName.options.flatMap((name) =>
    piecesOf(name, words.prompts[name]).flatMap((piece) => ("clip" in piece ? [piece] : [])),
  );
  const digits = words.digits.map((word, digit) => ({ clip: `digit-${digit}`, words: word }));
  return [...spoken, ...digits].map((each) => ({ name: clipName(each.clip, each.words), words: each.words }));
}
