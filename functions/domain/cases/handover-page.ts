/** What the page of the handover is given to show. Posts to `/staff/handover/` note; `/staff/handover/:id/take`. */
import type { HandoverFacts } from "../handover/handover.ts";
import type { Region } from "../triage/verdict.ts";

export interface HandoverView {
  kind: "handover";
  region: Region | "hq";
  /** As it stands now: from when on it tells. */
  since: string;
  /** It is past 08:30 and nothing was handed over since. */
  due: boolean;
  facts: HandoverFacts;
  /** As it was typed, when it was refused. */
  note: string;
  earlier: {
    id: string;
    since: string;
    facts: HandoverFacts;
    note: string | null;
    broken: boolean;
    handedBy: string;
    handedAt: string;
    takenBy: string | null;
    takenAt: string | null;
    mayTake: boolean;
  }[];
}
