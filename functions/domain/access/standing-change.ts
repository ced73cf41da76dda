/** What an officer who is given another role or region may no longer work on. */
import { type CaseSituation, mayOnCase } from "./case-permits.ts";
import { mayOnTip, type Situation, type Standing } from "./permits.ts";

/**
 * Whether the change takes a tip out of their hands: they can no longer read it, or they could work on it and no longer
 * can. Whoever may write to its reporter works on it.
 *
 * A supervisor of Kobe who is sent to Moji loses a tip of Kobe; one who is sent to hq keeps it.
 */
export function losesTip(before: Standing, after: Standing, tip: Situation): boolean {
  if (!mayOnTip(after, "read", tip)) return true;
  return mayOnTip(before, "message", tip) && !mayOnTip(after, "message", tip);
}

/** Whether the change takes a case out of their hands, and with it their tasks in it. */
export function losesCase(before: Standing, after: Standing, found: CaseSituation): boolean {
  if (!mayOnCase(after, "read", found)) return true;
  return mayOnCase(before, "add-task", found) && !mayOnCase(after, "add-task", found);
}
