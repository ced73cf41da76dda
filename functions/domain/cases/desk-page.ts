/**
 * What the pages of the desk are given to show: plain data, made by the staff app, read by the pages.
 *
 * | page | view (`kind`) | its forms post to |
 * | --- | --- | --- |
 * | `/staff/sign-in/` | `sign-in` | `/staff/sign-in/` email password |
 * | `/staff/totp/` | `totp` | `/staff/totp/` code, or backup=1 and code |
 * | `/staff/setup/` | `setup` | `/staff/setup/` step and the fields of that step |
 * | `/staff/` | `queue` | `GET /staff/` with the filters; `/staff/several` tip (id:version, several) action rows reason, `/staff/several/undo` batch; `/staff/views` name shared, `/staff/views/:id/remove`, `/staff/columns` column (several) or usual=1 |
 * | `/staff/tips/[id]/` | `tip` | `/staff/tips/:id/{take,route,band,grade,correct,set-aside,restore,undo,message,status,close,reopen,note,strike-note,join,part}` |
 * | `/staff/cases/[id]/` | `case` | `/staff/cases/:id/{note,strike-note,add-task,finish-task,reopen-task,withdraw-task,unit,region,owner,close,reopen,undo}` |
 * | `/staff/tasks/` | `tasks` | the same, of each task's case |
 * | `/staff/events/` | `events` | `GET /staff/events/` about person action from to; `/staff/events/verify` |
 * | `/staff/texts/` | `texts` | `/staff/texts` key locale version text |
 * | `/staff/account/` | `account` | `/staff/account/{password,backup-codes,end-session,end-others}` |
 * | `/staff/spoken/` | `spoken` | `/staff/spoken/` key tip locale text goods place when how who contact (multipart) |
 * | `/staff/step-up/` | `step-up` | `/staff/step-up/` proof-code proof-next proof-back proof-method, and what waits |
 * | `/staff/handover/` | `handover` | `/staff/handover/` note; `/staff/handover/:id/take` |
 * | `/staff/training/` | `training` | `/staff/training/{enter,leave}`; `/staff/training/prepare` fresh |
 * | `/staff/people/` | `people` | `/staff/people/invite` email role region; `/staff/people/links/:id/{revoke,resend}` |
 * | `/staff/people/[id]/` | `person` | `/staff/people/:id/{role,end,renew,end-session,end-sessions}` |
 * | `/staff/error/` | `error` | |
 * | `/staff/lost-file/` | `lost-file` | |
 *
 * Every page also has `/staff/sign-out` and `/staff/preferences` (locale, theme, back) to post to. Every form carries
 * `csrf`; a form that acts on a tip carries `version`, `seen` (the newest event shown) and may carry `back`, a path below
 * `/staff/` to return to; refused, it is drawn again at that path with its words kept.
 */
import type { StaffRole } from "../access/officer.ts";
import type { HandoverSign } from "../handover/handover.ts";
import type { Region } from "../triage/verdict.ts";
import type { AccountView, SetupView, SignInView, StepUpView, TotpView } from "./account-pages.ts";
import type { CaseView } from "./case-page.ts";
import type { DeskTheme } from "./display.ts";
import type { HandoverView } from "./handover-page.ts";
import type { PeopleView, PersonView } from "./people-pages.ts";
import type { QueueView } from "./queue-page.ts";
import type { SavedLink } from "./saved-view.ts";
import type { SpokenView } from "./spoken-page.ts";
import type { TasksView } from "./task.ts";
import type { TextsView } from "./texts-page.ts";
import type { ShownEvent, TipView } from "./tip-page.ts";
import type { TrainingView } from "./training-page.ts";

/** What every page is given. */
export interface DeskFrame {
  /** Null before sign-in is complete. */
  officer: { id: string; name: string; email: string; role: StaffRole; region: Region | "hq" } | null;
  locale: "ja" | "en";
  theme: DeskTheme;
  /** How the page is drawn now; null as the device has it. */
  display: "light" | "dark" | null;
  /** For the hidden field `csrf`; empty where nobody is signed in yet. */
  csrf: string;
  /** The page's own path and query, for `back`. */
  path: string;
  notices: DeskNotice[];
  /** What the form just sent has done, or why it did not; shown once, at the top. */
  flash: DeskFlash | null;
  /** ISO 8601: when the session ends if nothing is done, and in any case; null before sign-in is complete. */
  session: { idleAt: string; endsAt: string } | null;
  /** This session looks at the practice desk: all on the page is invented. */
  training: boolean;
  /** ISO 8601: the moment the page was made, from which clocks count. */
  now: string;
  /** What the morning's handover still waits for, between 08:00 and 09:30. */
  handover: HandoverSign | null;
  /** Views of the queue that this officer keeps, and those of their region. */
  saved: SavedLink[];
}

/** What is not set up, or lies where it should not; for whoever runs the program. */
export type DeskNotice =
  | "demonstration"
  | "mail_not_configured"
  | "telephone_not_configured"
  | "recovery_key_here";

export interface DeskFlash {
  kind: "done" | "problem";
  code: FlashCode;
  /** Of several at once: how many were changed, and how many were not. */
  count?: { done: number; left: number };
  /** Names what was done to them, for taking it back. */
  batch?: string;
}

export type FlashCode =
  | "taken"
  | "routed"
  | "routed_away"
  | "band_set"
  | "graded"
  | "number_accepted"
  | "no_words"
  | "translation_not_set_up"
  | "translation_unknown_language"
  | "translation_failed"
  | "text_changed"
  | "too_long"
  | "same_text"
  | "question_missing"
  | "task_added"
  | "task_done"
  | "task_undone"
  | "task_withdrawn"
  | "unit_set"
  | "region_set"
  | "owner_set"
  | "case_closed"
  | "case_reopened"
  | "tips_elsewhere"
  | "too_many_to_export"
  | "search_not_exported"
  | "due_not_ahead"
  | "set_aside"
  | "restored"
  | "undone"
  | "sent"
  | "status_set"
  | "assigned"
  | "closed"
  | "reopened"
  | "noted"
  | "note_struck"
  | "joined"
  | "parted"
  | "several_joined"
  | "choose_two"
  | "several_taken"
  | "several_assigned"
  | "several_set_aside"
  | "several_restored"
  | "several_undone"
  | "none_chosen"
  | "columns_set"
  | "view_saved"
  | "view_removed"
  | "name_missing"
  | "too_many_views"
  | "saved"
  | "spoken_filed"
  | "spoken_joined"
  | "signed_out"
  | "session_ended"
  | "token_ended"
  | "link_revoked"
  | "standing_changed"
  | "standing_returned"
  | "account_ended"
  | "own_account"
  | "last_admin"
  | "chain_walked"
  | "training_on"
  | "training_left"
  | "handed_over"
  | "taken_over"
  | "passkey_added"
  | "passkey_removed"
  | "passkey_refused"
  | "passkey_known"
  | "too_many_passkeys"
  | "stale"
  | "not_allowed"
  | "nothing_to_undo"
  | "reason_missing"
  | "invalid";

export interface EventsView {
  kind: "events";
  events: ShownEvent[];
  /** `about` is a tip's id or a case's reference; days in Tokyo, both included. */
  filters: {
    about: string | null;
    person: string | null;
    action: string | null;
    from: string | null;
    to: string | null;
  };
  /** What was typed names nothing. */
  trouble: boolean;
  /** For an auditor alone. */
  audit: {
    officers: { id: string; name: string; left: boolean }[];
    chain: {
      /** The newest event that was checked, and its digest: what to write down elsewhere. */
      seq: number;
      hash: string;
      at: string | null;
      broken: { kind: "changed" | "unlinked" | "cut" | "rewritten"; seq: number } | null;
      walking: boolean;
    };
    exportHref: string;
  } | null;
  nextHref: string | null;
  firstHref: string | null;
}

export interface ErrorView {
  kind: "error";
  status: 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  requestId: string;
  retryAfter: number | null;
}

/** A stored file that cannot be handed out, in place of it. */
export interface LostFileView {
  kind: "lost-file";
  /** Its seal does not open, it is not in the store, or the store does not answer. */
  fault: "broken" | "gone" | "away";
  evidenceId: string;
  tipId: string;
  requestId: string;
}

export type DeskView =
  | SignInView
  | TotpView
  | SetupView
  | QueueView
  | TipView
  | CaseView
  | TextsView
  | TasksView
  | EventsView
  | AccountView
  | StepUpView
  | HandoverView
  | TrainingView
  | PeopleView
  | PersonView
  | SpokenView
  | LostFileView
  | ErrorView;

export interface StaffLocals {
  frame: DeskFrame;
  view: DeskView;
}
