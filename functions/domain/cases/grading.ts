/**
 * The Admiralty grades: how reliable the source is (A to F) and how credible what it says (1 to 6), asked apart from one
 * another; F and 6 mean that it cannot be judged. Beside them the handling code: how far it may be passed on.
 */
import { z } from "zod";

export const SourceGrade = z.enum(["A", "B", "C", "D", "E", "F"]);
export type SourceGrade = z.infer<typeof SourceGrade>;

export const InformationGrade = z.enum(["1", "2", "3", "4", "5", "6"]);
export type InformationGrade = z.infer<typeof InformationGrade>;

/** H1: to other authorities as usual; H2: within Customs; H3: to those who work on the case. */
export const Handling = z.enum(["H1", "H2", "H3"]);
export type Handling = z.infer<typeof Handling>;

export interface Grading {
  source: SourceGrade;
  information: InformationGrade;
  handling: Handling;
}

/** `F6`, as it is written beside a tip. */
export function gradeOf({ source, information }: Pick<Grading, "source" | "information">): string {
  return `${source}${information}`;
}

/** The two grades of `B2`; null for what is no grade. */
export function readGrade(text: unknown): Pick<Grading, "source" | "information"> | null {
  if (typeof text !== "string" || text.length !== 2) return null;
  const source = SourceGrade.safeParse(text[0]);
  const information = InformationGrade.safeParse(text[1]);
  return source.success && information.success
    ? { source: source.data, information: information.data }
    : null;
}
