/**
 * What the pages of the desk are given to show: plain data, made by the staff app, read by the pages.
 *
 * | page | view (`kind`) | its forms post to |
 * | --- | --- | --- |
 * | `/staff/sign-in/` | `sign-in` | `/staff/sign-in/` email password |
 * | `/staff/totp/` | `totp` | `/staff/totp/` code, or backup=1 and code |
 * | `/staff/setup/` | `setup` | `/staff/setup/` step and the fields of that step |
 * | `/staff/` | `queue` | `GET /staff/` with the filters; rows may post actions as a tip does |
 * | `/staff/tips/[id]/` | `tip` | `/staff/tips/:id/{take,band,set-aside,restore,undo,message,status}` |
 * | `/staff/events/` | `events` | `GET /staff/events/` |
 * | `/staff/account/` | `account` | `/staff/account/{password,backup-codes,end-session,end-others}` |
 * | `/staff/error/` | `error` | |
 *
 * Every page also has `/staff/sign-out` and `/staff/preferences` (locale, theme, back) to post to. Every form carries
 * `csrf`; a form that acts on a tip carries `version` and may carry `back`, a path below `/staff/` to return to.
 */
import type { StaffRole } from "../access/officer.ts";
import type { WordField } from "../intake/report.ts";
import type {
  Band,
  Category,
  Channel,
  Disposition,
  IdentifierType,
  Region,
  Urgency,
} from "../triage/verdict.ts";
import type { PublicStatusCode } from "./public-status.ts";
import type { TipLane, TipState } from "./tip-state.ts";

/** What every page is given. */
export interface DeskFrame {
  /** Null before sign-in is complete. */
  officer: { id: string; name: string; email: string; role: StaffRole; region: Region | "hq" } | null;
  locale: "ja" | "en";
  theme: "system" | "light" | "dark";
  /** For the hidden field `csrf`; empty where nobody is signed in yet. */
  csrf: string;
  /** The page's own path and query, for `back`. */
  path: string;
  notices: DeskNotice[];
  /** What the form just sent has done, or why it did not; shown once, at the top. */
  flash: { kind: "done" | "problem"; code: FlashCode } | null;
  /** ISO 8601: the moment the page was made, from which clocks count. */
  now: string;
}

/** What is not set up, or lies where it should not; for whoever runs the program. */
export type DeskNotice = "mail_not_configured" | "telephone_not_configured" | "recovery_key_here";

export type FlashCode =
  | "taken"
  | "band_set"
  | "set_aside"
  | "restored"
  | "undone"
  | "sent"
  | "status_set"
  | "saved"
  | "signed_out"
  | "session_ended"
  | "stale"
  | "not_allowed"
  | "nothing_to_undo"
  | "reason_missing"
  | "invalid";

export interface SignInView {
  kind: "sign-in";
  /** As it was typed; the password is never given back. */
  email: string;
  trouble: "wrong" | "locked" | "too_often" | "expired" | null;
  /** Seconds to wait, with `locked` and `too_often`. */
  retryAfter: number | null;
}

export interface TotpView {
  kind: "totp";
  /** Whether the form asks for a backup code (`?backup=1`). */
  backup: boolean;
  trouble: "wrong" | "locked" | "too_often" | null;
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

/** Names and columns of the JSON interface, with what a row shows besides. */
export interface QueueRow {
  id: string;
  receivedAt: string;
  channel: Channel;
  locale: string;
  lang: string;
  band: Band;
  /** The machine's own band, where an officer chose another. */
  machineBand: Band;
  score: number;
  disposition: Disposition;
  categories: Category[];
  region: Region | null;
  placeCodes: string[];
  urgency: Urgency;
  /** `YYYY-MM-DD` in Tokyo, or null. */
  eta: string | null;
  threatToLife: boolean;
  identifiers: { type: IdentifierType; valid: number; invalid: number }[];
  state: TipState;
  lane: TipLane;
  /** Reference of its case, `SK-2026-000123`, or null. */
  case: string | null;
  owner: { id: string; name: string } | null;
  hasRecording: boolean;
  recordingState: "pending" | "stored" | "missing" | "erased" | null;
  files: number;
  /** The reporter wrote again and nobody has looked since; ISO 8601 or null. */
  unreadSince: string | null;
  version: number;
  actions: TipActionName[];
}

/** As in the address of the page, all optional there. */
export interface QueueFilters {
  lane: TipLane;
  band: Band[];
  region: (Region | "none")[];
  state: TipState[];
  channel: Channel[];
  q: string;
  /** Only mine; only with unread words; only with recordings. */
  owner: "me" | null;
  unread: boolean;
  recording: boolean;
}

export interface QueueView {
  kind: "queue";
  rows: QueueRow[];
  filters: QueueFilters;
  /** Of what this officer may read. */
  counts: {
    lanes: Record<TipLane, number>;
    /** In the queue lane. */
    bands: Record<Band, number>;
    /** In the queue: nobody's yet and A or B; with unread words; with recordings; my own; with an arrival ahead. */
    fresh: number;
    unread: number;
    recordings: number;
    mine: number;
    arriving: number;
  };
  /** Address of the following page, or null at the end; of the first page, or null when this is it. */
  nextHref: string | null;
  firstHref: string | null;
  /** With `?tip=`: the tip opened beside the queue, read event and all. */
  selected: TipDetail | null;
  /** The search was cut at this many opened candidates, or null. */
  searchCut: number | null;
}

export type MarkKind = "identifier" | "goods" | "place" | "time" | "reason";

/** What a stretch of the words was understood as. */
export interface Mark {
  kind: MarkKind;
  /** Identifier type, category, UN/LOCODE or reason code. */
  code: string;
  /** Normalised value or place name; null when the code says all. */
  value: string | null;
  /** For an identifier: whether its check digit holds, and what it may have been meant to be. */
  valid: boolean | null;
  candidates: string[];
  /** Points of a reason. */
  points: number | null;
}

/** Stretches in order; together they are the words. Where marks overlap a stretch has several. */
export interface Segment {
  text: string;
  marks: Mark[];
}

export interface ShownVerdict {
  lang: string;
  disposition: Disposition;
  band: Band;
  score: number;
  region: Region | null;
  urgency: Urgency;
  eta: string | null;
  threatToLife: boolean;
  categories: { code: Category; evidence: string[] }[];
  places: { code: string; name: string; evidence: string }[];
  identifiers: {
    type: IdentifierType;
    value: string;
    valid: boolean;
    candidates: string[];
    evidence: string;
  }[];
  reasons: { code: string; points: number; evidence: string | null }[];
  referTo: string | null;
}

export interface ShownEvidence {
  id: string;
  kind: "view" | "original" | "file" | "recording";
  state: "pending" | "stored" | "missing" | "erased";
  mediaType: string | null;
  /** Plain size is not known before opening; this is the sealed one. */
  bytes: number | null;
  sha256: string | null;
  seconds: number | null;
  at: string;
  /** Address of the opened bytes, when stored; opening it writes an event. */
  href: string | null;
  /** How a page may show it. */
  show: "image" | "audio" | "download";
}

export interface ShownTipMessage {
  id: string;
  from: "desk" | "reporter";
  at: string;
  /** Null when it cannot be opened. */
  segments: Segment[] | null;
  verdict: ShownVerdict | null;
}

export interface ShownEvent {
  seq: number;
  at: string;
  actorKind: "public" | "staff" | "worker" | "system";
  actor: { id: string; name: string } | null;
  action: string;
  tipId: string | null;
  caseId: string | null;
  details: Record<string, string | number | boolean | null>;
  /** An officer's own words, opened; null where there are none or this officer may not read them. */
  reason: string | null;
}

export type TipActionName = "take" | "band" | "set-aside" | "restore" | "undo" | "message" | "status";

/** Everything of one tip. */
export interface TipDetail {
  tip: QueueRow;
  /** Each field of the form under its own heading. */
  parts: { field: WordField; segments: Segment[] }[];
  /** Ticked in the form. */
  goods: string[];
  transport: string[];
  /** The sealed words cannot be opened: tampered with or damaged. Everything else is shown. */
  broken: boolean;
  /** Null when the words cannot be opened. */
  verdict: ShownVerdict | null;
  /** Points of the verdict's reasons in codes, which stay readable. */
  evidence: ShownEvidence[];
  contactLeft: boolean;
  publicStatus: PublicStatusCode;
  messages: ShownTipMessage[];
  events: ShownEvent[];
  actions: TipActionName[];
  /** What `undo` would take back. */
  undoable: "take" | "band" | "set-aside" | null;
  version: number;
}

export interface TipView extends TipDetail {
  kind: "tip";
  /** Words to keep in a form that was refused; `action` says which. */
  draft: { action: TipActionName; text: string; band: Band | null } | null;
}

export interface EventsView {
  kind: "events";
  events: ShownEvent[];
  filters: { tip: string | null; actor: string | null; action: string | null };
  nextHref: string | null;
  firstHref: string | null;
}

export interface AccountView {
  kind: "account";
  name: string;
  email: string;
  sessions: { id: string; startedAt: string; lastSeenAt: string; current: boolean }[];
  /** Shown once, after new ones were asked for. */
  backupCodes: string[] | null;
  issues: { field: "current" | "password" | "repeat" | "code"; code: SetupIssue | "wrong" }[];
}

export interface ErrorView {
  kind: "error";
  status: 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  requestId: string;
  retryAfter: number | null;
}

export type DeskView =
  | SignInView
  | TotpView
  | SetupView
  | QueueView
  | TipView
  | EventsView
  | AccountView
  | ErrorView;

export interface StaffLocals {
  frame: DeskFrame;
  view: DeskView;
}
