/** Words that the desk edits by language: what holders of a receipt are told, and its ready-made questions. */
import { z } from "zod";
import type { PublicStatusCode } from "../cases/public-status.ts";
import type { Locale } from "../locales/locales.ts";

/** Questions that fit most tips; their words are in `content/questions`. */
export const QuestionCode = z.enum([
  "which_place",
  "which_day",
  "number_again",
  "anyone_in_danger",
  "may_we_call",
  "seen_yourself",
]);
export type QuestionCode = z.infer<typeof QuestionCode>;

/**
 * One heading and one sentence for each public status. There is no status, and so no text, for how a matter ended:
 * whoever asks is told the same after a seizure as after nothing was found.
 */
const StatusTextKey = z.enum([
  "status.received.label",
  "status.received.text",
  "status.reading.label",
  "status.reading.text",
  "status.question.label",
  "status.question.text",
  "status.finished.label",
  "status.finished.text",
]);

const QuestionTextKey = z.enum(QuestionCode.options.map((code) => `question.${code}` as const));

export const DeskTextKey = z.enum([...StatusTextKey.options, ...QuestionTextKey.options]);
export type DeskTextKey = z.infer<typeof DeskTextKey>;

export const questionKey = (code: QuestionCode): DeskTextKey => `question.${code}`;
export const statusKey = (status: PublicStatusCode, part: "label" | "text"): DeskTextKey =>
  `status.${status}.${part}`;

/** In characters: a heading fits one line of an old phone, a question one breath of a voice. */
export function mostCharacters(key: DeskTextKey): number {
  if (key.startsWith("question.")) return 300;
  return key.endsWith(".label") ? 60 : 200;
}

/** The words of the content, by key and language. */
export type TextDefaults = Readonly<Record<Locale, Readonly<Record<DeskTextKey, string>>>>;

/** A text as it stands: version 0 is the content's own. */
export interface CurrentText {
  key: DeskTextKey;
  locale: Locale;
  version: number;
  text: string;
  /** Whether the words are the content's own. */
  own: boolean;
}

export interface EditedText {
  key: string;
  locale: string;
  version: number;
  /** Null goes back to the content's words. */
  text: string | null;
}

/** The text that stands for a key in a language, by the newest of its edits. */
export function currentText(
  defaults: TextDefaults,
  edited: readonly EditedText[],
  key: DeskTextKey,
  locale: Locale,
): CurrentText {
  const newest = edited
    .filter((row) => row.key === key && row.locale === locale)
    .reduce<EditedText | null>((best, row) => (best && best.version > row.version ? best : row), null);
  const text = newest?.text ?? null;
  return {
    key,
    locale,
    version: newest?.version ?? 0,
    text: text ?? defaults[locale][key],
    own: text === null,
  };
}
