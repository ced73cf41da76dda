/** What the verbs on the handover need of the world, as types only. */
import type { ReadableScope } from "../../domain/access/permits.ts";
import type { HandoverFacts } from "../../domain/handover/handover.ts";
import type { Region } from "../../domain/triage/verdict.ts";

export type HandoverRegion = Region | "hq";

export interface HandoverRow {
  id: string;
  since: Date;
  facts: HandoverFacts;
  sealed: Uint8Array | null;
  handedBy: { id: string; name: string };
  handedAt: Date;
  takenBy: { id: string; name: string } | null;
  takenAt: Date | null;
}

export interface HandoverStore {
  facts(scope: ReadableScope, since: Date): Promise<HandoverFacts>;
  /** The newest first. */
  handovers(region: HandoverRegion, limit: number): Promise<HandoverRow[]>;
  /** With its event. */
  hand(handover: {
    id: string;
    region: HandoverRegion;
    since: Date;
    facts: HandoverFacts;
    sealed: Uint8Array | null;
    by: string;
    at: Date;
  }): Promise<void>;
  /** With its event; false when it is another region's, somebody took it, or it is their own. */
  take(id: string, region: HandoverRegion, by: string, at: Date): Promise<boolean>;
}
