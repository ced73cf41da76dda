/** What the pages of sign-in, set-up and an officer's own account are given to show. */
import type { StaffRole } from "../access/officer.ts";
import type { Region } from "../triage/verdict.ts";

export interface SignInView {
  kind: "sign-in";
  /** As it was typed; the password is never given back. */
  email: string;
  trouble: "wrong" | "locked" | "too_often" | "expired" | "passkey" | null;
  /** Whether the desk's address can have passkeys. */
  passkeys: boolean;
  /** Seconds to wait, with `locked` and `too_often`. */
  retryAfter: number | null;
}

export interface TotpView {
  kind: "totp";
  /** Whether the form asks for a backup code (`?backup=1`). */
  backup: boolean;
  trouble: "wrong" | "used" | "locked" | "too_often" | null;
  retryAfter: number | null;
}

/** One-time set-up, step by step; each form posts its own `step` to `/staff/setup/`. */
export interface SetupView {
  kind: "setup";
  step:
    | {
        /** Fields: token (hidden, given here), name, email, password, repeat. */
        name: "account";
        token: string;
        role: StaffRole;
        region: Region | "hq";
        values: { name: string; email: string };
        /** An invitation is for one address. */
        emailFixed: boolean;
        issues: { field: "name" | "email" | "password" | "repeat"; code: SetupIssue }[];
      }
    | {
        /** Field: code. */
        name: "totp";
        /** The picture's address, or the key typed by hand in groups of four. */
        qr: string;
        key: string;
        otpauth: string;
        trouble: "wrong" | "too_often" | null;
      }
    | {
        /** Shown once; its form posts step=done and leads to the queue. */
        name: "codes";
        backupCodes: string[];
      }
    | {
        /** Used, expired or never given: the three look the same. */
        name: "dead-link";
      };
}

export type SetupIssue = "empty" | "invalid" | "too_short" | "too_long" | "too_common" | "not_same" | "taken";

/** A bearer token, for programs; made on the command line. */
export interface ShownToken {
  id: string;
  madeAt: string;
  endsAt: string;
  lastUsedAt: string | null;
}

export interface AccountView {
  kind: "account";
  name: string;
  email: string;
  sessions: { id: string; startedAt: string; lastSeenAt: string; current: boolean }[];
  tokens: ShownToken[];
  passkeys: { id: string; name: string; at: string; lastUsedAt: string | null }[];
  /** Whether the desk's address can have passkeys. */
  mayAddPasskey: boolean;
  /** Shown once, after new ones were asked for. */
  backupCodes: string[] | null;
  /** `codesPassword` is the password asked for before new backup codes are made. */
  issues: {
    field: "current" | "password" | "repeat" | "codesPassword" | "code";
    code: SetupIssue | "wrong" | "used";
  }[];
}

/** Asks once more that it is they, before something leaves the desk. Fields: proof-code, or proof-question and proof-passkey, and the hidden ones. */
export interface StepUpView {
  kind: "step-up";
  /** Where it goes on to; with `fields` by sending them there again. */
  next: string;
  /** Where the officer was. */
  back: string;
  /** What was typed into the form that waits for the proof; null when a page or a file waits. */
  fields: [name: string, value: string][] | null;
  trouble: "wrong" | "used" | "locked" | null;
  retryAfter: number | null;
  /** Whether a passkey can be the proof. */
  passkeys: boolean;
  /** Whether `next` is a file to save. */
  saves: boolean;
  /** Proven: the file can be saved now. */
  done: boolean;
}
