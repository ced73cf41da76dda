/** What the pattern of a number's calls tells, and which document a call is answered with. It is never refused. */
import { z } from "zod";
import type { MisuseSign } from "./signs.ts";

export const LineLimits = z.strictObject({
  /** Calls at the same moment, of all numbers together, that hear the whole line; the others go straight to a recording. */
  lines: z.int().min(1),
  /** The stretch in which calls and messages of one number are counted together. */
  windowMinutes: z
    .int()
    .min(1)
    .max(24 * 60),
  /** From this many calls of one number on, the next goes straight to a recording. */
  straightAfter: z.int().min(1),
  /** More calls of one number than this are a flood. */
  floodAfter: z.int().min(1),
  /** More calls of one number than this at the same moment are a machine's. */
  atOnce: z.int().min(1),
  /** A key this soon after our answer was pressed before anything could be heard, in milliseconds. */
  hastyMs: z.int().min(0),
  /** So many keys, and no other, make it a machine: a person may have the first two saved with the number. */
  hastyKeys: z.int().min(3),
  /** More messages of one number than this are a flood. */
  messages: z.int().min(1),
  /** From so many numbers on, the same words are a campaign of a machine. */
  sameMessage: z.int().min(3),
});
export type LineLimits = z.infer<typeof LineLimits>;

export interface CallFacts {
  /** Calls of this number within the window, this one among them; null for a withheld number, which many people share. */
  calls: number | null;
  /** Calls of this number at this moment, this one among them; null as above. */
  atOnce: number | null;
  /** Keys pressed in answer to words, and how many of them were hasty. */
  keys: number;
  hasty: number;
  /** An officer and the caller have spoken. */
  spokeWithOfficer: boolean;
}

/** The signs that a call bears by how it was made. */
export function callSigns(facts: CallFacts, limits: LineLimits): MisuseSign[] {
  if (facts.spokeWithOfficer) return [];
  const signs: MisuseSign[] = [];
  if ((facts.calls ?? 0) > limits.floodAfter) signs.push("caller_flood");
  if ((facts.atOnce ?? 0) > limits.atOnce) signs.push("calls_at_once");
  if (facts.hasty >= limits.hastyKeys && facts.hasty === facts.keys) signs.push("hasty_keys");
  return signs;
}

/** `whole`: all of the line. Otherwise straight to a recording, and why. */
export type CallWay = "whole" | "line_limit" | "over_capacity";

/** `live`: all calls at this moment, this one among them. */
export function wayOf(facts: Pick<CallFacts, "calls">, live: number, limits: LineLimits): CallWay {
  if ((facts.calls ?? 0) > limits.straightAfter) return "line_limit";
  return live > limits.lines ? "over_capacity" : "whole";
}

export interface MessageFacts {
  /** Messages of this number within the window, this one among them; null when it is withheld. */
  messages: number | null;
  /** Numbers that sent the very same words within the window, this one among them. */
  sameWords: number;
}

export function messageSigns(facts: MessageFacts, limits: LineLimits): MisuseSign[] {
  const signs: MisuseSign[] = [];
  if ((facts.messages ?? 0) > limits.messages) signs.push("message_flood");
  if (facts.sameWords >= limits.sameMessage) signs.push("same_message");
  return signs;
}
