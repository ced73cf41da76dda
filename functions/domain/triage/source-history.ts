/**
 * What a source's earlier tips were worth. A source is a partner body, or a reporter who comes back under the same
 * receipt; nobody else is known again. Never a nationality, a language or a number.
 */
import type { Outcome } from "../cases/outcome.ts";

export interface SourceRecord {
  /** Whose tips they are. */
  of: "partner" | "receipt";
  /** How many of them ended, and how many of those in each way that counts. */
  ended: number;
  seizures: number;
  /** It was true, and known or handed on. */
  borneOut: number;
  abuse: number;
}

/** Counts endings, the last of each tip. Null where there is none. */
export function sourceRecord(of: SourceRecord["of"], outcomes: readonly Outcome[]): SourceRecord | null {
  if (outcomes.length === 0) return null;
  const count = (...some: Outcome[]) => outcomes.filter((outcome) => some.includes(outcome)).length;
  return {
    of,
    ended: outcomes.length,
    seizures: count("seizure"),
    borneOut: count("already_known", "referred"),
    abuse: count("abuse"),
  };
}

const most = 8;

/**
 * From -7 to 7, and nearer to 0 the fewer tips it rests on: 3 of 5 that led to a seizure give 3, one alone 3, one that
 * was abuse -3. Nothing found is no fault of the source.
 */
export function sourcePoints({ ended, seizures, borneOut, abuse }: SourceRecord): number {
  const points = Math.round((most * (seizures + borneOut / 2 - abuse)) / (ended + 2));
  return points === 0 ? 0 : points;
}
