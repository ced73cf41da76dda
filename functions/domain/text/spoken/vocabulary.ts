import type { Lang } from "../../triage/verdict.ts";

/**
 * How one language says the characters of a code. Every string holds alternatives separated by `|`; an alternative may
 * have several words. Spelling is loose on purpose: transcripts are.
 */
export type Vocabulary = {
  readonly lang: Lang;
  /** Index 0-9. */
  readonly digits: readonly string[];
  /** Index 0-9: digit words that are everyday words too; they count only next to an unmistakable one. */
  readonly weakDigits?: readonly string[];
  /** Numbers from 10 that add up with what follows (twenty + two); the key is the value. */
  readonly numbers?: Readonly<Record<number, string>>;
  /** Multipliers (two + hundred); the key is the factor. Alone they count as one of themselves. */
  readonly scales?: Readonly<Record<number, string>>;
  /** Said after a digit to add ten (Indonesian "belas"). */
  readonly teen?: string;
  /** Joins the parts of one number ("and", "y", "lẻ"). */
  readonly and?: string;
  readonly letters?: Readonly<Record<string, string>>;
  /** Said while thinking; they never break a code. */
  readonly fillers?: string;
  readonly double?: string;
  readonly triple?: string;
  readonly dash?: string;
  readonly point?: string;
  readonly at?: string;
  readonly underscore?: string;
  readonly plus?: string;
};
