import type { IdentifierType } from "../triage/verdict.ts";

/**
 * What one recogniser believes a stretch of the normalised text to be. Claims may overlap until `settleClaims` has
 * decided; `start` and `end` are UTF-16 offsets of the normalised text, end exclusive.
 */
export type Claim = {
  readonly type: IdentifierType | "not_an_identifier";
  readonly value: string;
  readonly valid: boolean;
  /** Reads out the corrections; left until the claim has won, since most claims do not. */
  readonly candidates?: () => string[];
  readonly start: number;
  readonly end: number;
  /** 0-100: how sure the recogniser is. A passing check digit or a cue word raises it. */
  readonly weight: number;
};
