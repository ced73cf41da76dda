/** What a person tells us, as every door parses it: one schema for the form and the JSON interface. */
import { z } from "zod";
import { Locale } from "../locales/locales.ts";
import { Category } from "../triage/verdict.ts";
import { limits } from "./limits.ts";

/** How the goods travel; what the form offers. */
export const Transport = z.enum([
  "vessel",
  "flight",
  "container",
  "parcel",
  "passenger",
  "vehicle",
  "small_boat",
  "unknown",
]);
export type Transport = z.infer<typeof Transport>;

export const GoodsChoice = z.enum([...Category.options, "unknown"]);
export type GoodsChoice = z.infer<typeof GoodsChoice>;

const optionalWords = (max: number) =>
  z
    .string()
    .max(max)
    .transform((words) => (words.trim() === "" ? undefined : words))
    .optional();

export const Report = z.object({
  locale: Locale,
  /** What the person saw or heard: the only thing we must have. */
  text: z
    .string()
    .max(limits.text)
    .refine((words) => words.trim() !== "", { error: "empty" }),
  goods: z.array(GoodsChoice).max(limits.goods).default([]),
  /** How it travels, as ticked: a fact like `goods`, not words. */
  transport: z.array(Transport).max(Transport.options.length).optional(),
  place: optionalWords(limits.field),
  when: optionalWords(limits.field),
  how: optionalWords(limits.field),
  who: optionalWords(limits.field),
  /** Left on purpose for a call back; sealed apart from the words. */
  contact: optionalWords(limits.contact),
});
export type Report = z.infer<typeof Report>;

/** Unguessable key issued with the form or made by the client; the same key never makes a second tip. */
export const IdempotencyKey = z.string().min(limits.idempotencyKey.min).max(limits.idempotencyKey.max);

export const TipRequest = Report.extend({ idempotencyKey: IdempotencyKey });
export type TipRequest = z.infer<typeof TipRequest>;

/** The fields that hold words, in the order the desk shows them. */
export const wordFields = ["text", "place", "when", "how", "who"] as const;
export type WordField = (typeof wordFields)[number];

export interface ComposedWords {
  /** All the words as one text: what triage reads and what the verdict's spans point into. */
  text: string;
  /** Where each field lies in `text`, so the desk can show it under its own heading. */
  parts: { field: WordField; start: number; end: number }[];
}

/** Joins the fields of a report into one text, each on its own line. Goods ticked in the form are facts, not words. */
export function composeWords(report: Pick<Report, WordField>): ComposedWords {
  let text = "";
  const parts: ComposedWords["parts"] = [];
  for (const field of wordFields) {
    const words = report[field];
    if (!words) continue;
    if (text !== "") text += "\n";
    const start = text.length;
    text += words;
    parts.push({ field, start, end: text.length });
  }
  return { text, parts };
}
