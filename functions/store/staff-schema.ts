/** The tables of the schema `auth`, and the desk's own, as Kysely sees them; only the staff role reaches them. */
import type { ColumnType, Generated } from "kysely";
import type { StaffRegion, StaffRole } from "../domain/access/officer.ts";
import type { NoteVisible } from "../domain/cases/note.ts";
import type { Unit } from "../domain/cases/unit.ts";

import type { VerdictColumns } from "../service/corrections/ports.ts";

type Time = ColumnType<Date, Date, Date>;
type MadeTime = ColumnType<Date, Date | undefined, Date>;
type OptionalTime = ColumnType<Date | null, Date | null | undefined, Date | null>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export type StaffTables = {
  "auth.user": {
    id: string;
    name: string;
    email: string;
    emailVerified: Generated<boolean>;
    createdAt: MadeTime;
    updatedAt: MadeTime;
    twoFactorEnabled: Generated<boolean>;
    role: StaffRole;
    region: StaffRegion;
    leftAt: OptionalTime;
  };
  "auth.account": {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: MadeTime;
    updatedAt: MadeTime;
  };
  "auth.session": {
    id: string;
    token: string;
    userId: string;
    expiresAt: Time;
    createdAt: MadeTime;
    updatedAt: MadeTime;
    provenAt: OptionalTime;
    training: Generated<boolean>;
  };
  "auth.used_codes": { user_id: string; step: number };
  "auth.twoFactor": { id: string; userId: string };
  "auth.passkeys": {
    id: string;
    user_id: string;
    name: string;
    public_key: Bytes;
    counter: string | number;
    transports: string[];
    created_at: Time;
    last_used_at: OptionalTime;
  };
  "auth.passkey_questions": {
    id: string;
    user_id: string | null;
    purpose: "register" | "sign-in" | "step-up";
    challenge: string;
    expires_at: Time;
  };
  "auth.setup_links": {
    token_hash: Bytes;
    id: Generated<string>;
    made_by: string | null;
    revoked_at: OptionalTime;
    user_id: string | null;
    purpose: "first-admin" | "invite" | "renew";
    role: StaffRole;
    region: StaffRegion;
    email: string | null;
    created_at: Time;
    expires_at: Time;
    used_at: OptionalTime;
  };
  "auth.api_tokens": {
    id: string;
    token_hash: Bytes;
    user_id: string;
    created_at: Time;
    expires_at: Time;
    last_used_at: OptionalTime;
    proven_at: OptionalTime;
  };
  "auth.sign_in_failures": {
    account_hash: Bytes;
    failures: number;
    since: Time;
    locked_until: OptionalTime;
  };
  saved_views: {
    id: string;
    officer_id: string;
    team: string | null;
    sealed: Bytes;
    created_at: Time;
  };
  desk_presence: { connection: string; officer_id: string; tip_id: string | null; seen_at: Time };
  number_corrections: {
    id: string;
    tip_id: string;
    officer_id: string;
    at: Time;
    type: string;
    sealed: Bytes;
    before: ColumnType<VerdictColumns, string, never>;
    taken_back_at: OptionalTime;
  };
  desk_preferences: { officer_id: string; columns: string[] };
  tip_notes: {
    id: string;
    tip_id: string;
    author_id: string;
    visible: NoteVisible;
    region: StaffRegion;
    sealed: Bytes;
    at: Time;
    struck_at: OptionalTime;
  };
  case_notes: {
    id: string;
    case_id: string;
    author_id: string;
    visible: NoteVisible;
    region: StaffRegion;
    sealed: Bytes;
    at: Time;
    struck_at: OptionalTime;
  };
  case_tasks: {
    id: string;
    case_id: string;
    sealed: Bytes;
    officer_id: string | null;
    unit: Unit | null;
    due_at: Time;
    made_by: string;
    made_at: Time;
    done_by: ColumnType<string | null, string | null | undefined, string | null>;
    done_at: OptionalTime;
    withdrawn_at: OptionalTime;
    version: Generated<number>;
  };
  handovers: {
    id: string;
    region: StaffRegion;
    since: Time;
    facts: ColumnType<unknown, string, never>;
    sealed: Bytes | null;
    handed_by: string;
    handed_at: Time;
    taken_by: ColumnType<string | null, string | null | undefined, string | null>;
    taken_at: OptionalTime;
  };
  "auth.desk": { singleton: Generated<boolean>; url: string };
};
