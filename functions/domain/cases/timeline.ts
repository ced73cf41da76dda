/** The parts of a case's timeline: what was said, what the desk did, who read, what the program did by itself. */
import { z } from "zod";

export const TimelinePart = z.enum(["all", "said", "done", "read", "machine"]);
export type TimelinePart = z.infer<typeof TimelinePart>;

/** What passed between the reporter and the desk. */
const said = [
  "tip.received",
  "tip.added_to",
  "tip.contact_left",
  "tip.call_returned",
  "message.sent",
  "media.announced",
  "recording.announced",
  "recording.erased_by_caller",
];

/** Who looked at or listened to what. */
const read = [
  "tip.read",
  "tip.line_read",
  "case.read",
  "evidence.opened",
  "evidence.saved",
  "evidence.unavailable",
  "contact.opened",
  "recording.outline_opened",
  "recording.disguised_saved",
];

/** Which events a part has: by name, by who did it, and of those not these. */
export interface TimelineFilter {
  only: string[] | null;
  by: ("public" | "staff" | "worker" | "system")[] | null;
  not: string[];
}

export const timelineParts: Readonly<Record<TimelinePart, TimelineFilter>> = {
  all: { only: null, by: null, not: [] },
  said: { only: said, by: null, not: [] },
  done: { only: null, by: ["staff"], not: [...said, ...read] },
  read: { only: read, by: null, not: [] },
  machine: { only: null, by: ["worker", "system", "public"], not: said },
};
