/** When the work on a tip begins: from then on it is `in_progress` (design, section 6). */
import { mayOnTip, type Situation, type Standing } from "../access/permits.ts";

/** What an officer does with the matter itself, by the events it leaves; reading, sorting and passing on are not it. */
const work: ReadonlySet<string> = new Set([
  "message.sent",
  "tip.band_set",
  "tip.graded",
  "tip.number_accepted",
  "tip.noted",
  "recording.typed",
  "recording.corrected",
  "case.task_added",
]);

/**
 * Whether this act is the first work on an assigned tip by whoever has it. Intake, which hands tips on before the work,
 * begins none: it could not go on with it.
 */
export function beginsWork(
  officer: Standing & { id: string },
  tip: Situation & { owner: { id: string } | null },
  action: string,
): boolean {
  return (
    tip.state === "assigned" &&
    tip.owner?.id === officer.id &&
    work.has(action) &&
    mayOnTip(officer, "message", { ...tip, state: "in_progress" })
  );
}
