/** What the public pages rendered on demand are given to show: plain data, made by the web door, read by the components. */
import type { GoodsChoice, Transport } from "./report.ts";

/** A report as it was typed, so that an answer with errors gives every word back. */
export interface ReportValues {
  text: string;
  goods: GoodsChoice[];
  transport: Transport[];
  place: string;
  when: string;
  how: string;
  who: string;
  contact: string;
  keepOriginal: boolean;
}

export type FormField =
  | "text"
  | "goods"
  | "place"
  | "when"
  | "how"
  | "who"
  | "files"
  | "contact"
  | "receipt"
  | "message";

export type IssueCode =
  | "empty"
  | "too_long"
  | "too_many"
  | "too_large"
  | "unsupported_type"
  | "not_cleanable"
  | "broken"
  | "busy"
  | "invalid";

/** One thing to put right, shown beside its field and in the summary. `file` is the name the person gave the file. */
export interface FieldIssue {
  field: FormField;
  code: IssueCode;
  file?: string;
}

/** What went wrong with the sending as a whole; nothing was filed, every word is kept in the form. */
export type Trouble = "key_missing" | "key_reused" | "elsewhere" | "too_much" | "too_often" | "failed";

/** What happened to a sent file: its name as given, what was taken out, and whether the original is kept sealed. */
export interface FileNote {
  name: string;
  removed: "metadata" | "nothing";
  original: boolean;
}

export interface ShownMessage {
  from: "desk" | "reporter";
  at: Date;
  text: string;
}

export type PublicStatusCode = "received" | "reading" | "question" | "finished";

export interface ReportPage {
  kind: "report";
  idempotencyKey: string;
  values: ReportValues;
  issues: FieldIssue[];
  trouble?: Trouble;
  /** Files were sent with this form and must be chosen again: a browser cannot be given them back. */
  filesLost: boolean;
}

export interface ReceivedPage {
  kind: "received";
  /** In four groups. */
  receipt: string;
  acceptedAt: Date;
  files: FileNote[];
  contactLeft: boolean;
}

export interface AskPage {
  kind: "ask";
  receipt: string;
  issues: FieldIssue[];
  trouble?: "too_often" | "failed";
}

export interface ThreadPage {
  kind: "thread";
  /** In four groups. */
  receipt: string;
  /** Null when replies cannot be looked up now; what was added is safe all the same. */
  status: PublicStatusCode | null;
  /** The desk's own words for it; null where the site's stand. */
  statusWords: { label: string; text: string } | null;
  messages: ShownMessage[];
  /** Makes a repeated addition one. */
  idempotencyKey: string;
  added: boolean;
  message: string;
  issues: FieldIssue[];
  trouble?: Trouble;
}

export type PublicPageLocals = ReportPage | ReceivedPage | AskPage | ThreadPage;
