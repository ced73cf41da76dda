/** What the page for writing down a talk is given to show. */
import type { Locale } from "../locales/locales.ts";
import type { QueueRow } from "./queue-row.ts";

/** A call that the words may belong to. */
export type SpokenCall = Pick<
  QueueRow,
  "id" | "receivedAt" | "locale" | "band" | "region" | "recordingState" | "case"
>;

/** What stands in the form: nothing at first, and all of it again when it was refused. */
export interface SpokenDraft {
  /** The chosen call, or empty for a tip of its own. */
  tip: string;
  locale: Locale;
  text: string;
  goods: string[];
  place: string;
  when: string;
  how: string;
  who: string;
  contact: string;
}

export interface SpokenView {
  kind: "spoken";
  /** Makes a form that is sent twice one tip. */
  key: string;
  calls: SpokenCall[];
  draft: SpokenDraft;
  /** By field: `empty`, `too_big` or another code. */
  issues: { field: string; code: string }[];
}
