export type Translation =
  | { kind: "done"; text: string }
  /** The server does not know the language. */
  | { kind: "unknown_language" }
  | { kind: "failed"; code: string };

/** A translator that the office runs itself. */
export interface Translator {
  /** `from` as triage names languages. */
  translate(text: string, languages: { from: string; to: "ja" | "en" }): Promise<Translation>;
}
