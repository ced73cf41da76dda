/** What the pages on other officers' accounts are given to show. */
import type { StaffRegion, StaffRole } from "../access/officer.ts";
import type { ShownToken } from "./account-pages.ts";

export interface ShownPerson {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  region: StaffRegion;
  since: string;
  leftAt: string | null;
  /** Whether their set-up was finished. */
  complete: boolean;
  passkeys: number;
  sessions: number;
  lastSeenAt: string | null;
  /** The admin who looks. */
  self: boolean;
}

export interface ShownLink {
  id: string;
  purpose: "first-admin" | "invite" | "renew";
  role: StaffRole;
  region: StaffRegion;
  email: string | null;
  madeBy: string | null;
  madeAt: string;
  expiresAt: string;
}

/** A link just made: shown here and nowhere else. */
export interface MadeLink {
  url: string;
  email: string;
}

/** Posts to `/staff/people/invite` email role region; `/staff/people/links/:id/{revoke,resend}`. */
export interface PeopleView {
  kind: "people";
  people: ShownPerson[];
  left: ShownPerson[];
  links: ShownLink[];
  made: MadeLink | null;
  values: { email: string; role: string; region: string };
  issue: "empty" | "invalid" | "taken" | null;
}

/** Posts to `/staff/people/:id/{role,end,renew,end-session,end-sessions,end-token}`. */
export interface PersonView {
  kind: "person";
  person: ShownPerson;
  sessions: { id: string; startedAt: string; lastSeenAt: string }[];
  tokens: ShownToken[];
  links: ShownLink[];
  made: MadeLink | null;
}
