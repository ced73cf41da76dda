/** What the verbs on other officers' accounts need of the world, as types only. */
import type { StaffRegion, StaffRole } from "../../domain/access/officer.ts";
import type { Officer } from "../actor.ts";

/** An officer as an admin sees them. */
export interface Person extends Officer {
  email: string;
  since: Date;
  leftAt: Date | null;
  /** Whether their set-up was finished. */
  complete: boolean;
  passkeys: number;
  sessions: number;
  lastSeenAt: Date | null;
}

export interface OpenLink {
  id: string;
  purpose: "first-admin" | "invite" | "renew";
  role: StaffRole;
  region: StaffRegion;
  email: string | null;
  userId: string | null;
  madeBy: string | null;
  madeAt: Date;
  expiresAt: Date;
}

export interface OfficerSession {
  id: string;
  startedAt: Date;
  lastSeenAt: Date;
}

/** Who does it and when: every change writes its event in one transaction. */
export interface Doing {
  at: Date;
  actorId: string;
}

/** How much went back to whoever comes next. */
export interface Returned {
  tips: number;
  /** Led by them, without a lead now. */
  cases: number;
  tasks: number;
}

export interface PeopleStore {
  people(now: Date): Promise<Person[]>;
  openLinks(now: Date): Promise<OpenLink[]>;
  /** False when it is used, over or none. */
  revokeLink(id: string, by: Doing): Promise<boolean>;
  sessionsOf(officerId: string, now: Date): Promise<OfficerSession[]>;
  /** One session, or all and all bearer tokens when `sessionId` is null. Answers how many ended. */
  endSessions(officerId: string, sessionId: string | null, by: Doing): Promise<number>;
  /**
   * Refused as `stale` when role or region are no longer as seen, as `last_admin` when nobody else could do this. What they
   * may no longer work on goes back to its queue in the same transaction.
   */
  changeStanding(
    officerId: string,
    seen: { role: StaffRole; region: StaffRegion },
    next: { role: StaffRole; region: StaffRegion },
    by: Doing,
  ): Promise<Returned | "stale" | "last_admin">;
  /** Sessions, passkeys and tokens end, and what they worked on goes back to its queue, all at once. */
  endAccount(officerId: string, by: Doing): Promise<"done" | "gone" | "last_admin">;
}
