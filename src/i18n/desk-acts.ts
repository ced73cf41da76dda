/** What the page before an officer offers to do: the buttons and forms that its keys press too, found by `data-key`. */
import type { CaseAction } from "../../functions/domain/access/case-permits.ts";
import type { CaseDetail } from "../../functions/domain/cases/case-page.ts";
import type { QueueView } from "../../functions/domain/cases/queue-page.ts";
import type { TipActionName } from "../../functions/domain/cases/queue-row.ts";
import type { TipDetail } from "../../functions/domain/cases/tip-page.ts";
import { type DeskWords, put } from "./desk.ts";

export interface Act {
  /** The `data-key` of what it presses. */
  key: string;
  /** The key that does the same. */
  letter?: string;
  label(t: DeskWords): string;
}

interface Offer<Name, Detail> extends Omit<Act, "label"> {
  action: Name;
  label(t: DeskWords, detail: Detail): string;
  /** Whether the page has it, where the action alone does not say. */
  there?(detail: Detail): boolean;
}

const ofTip: readonly Offer<TipActionName, TipDetail>[] = [
  { action: "take", key: "take", letter: "T", label: (t) => t.tip.take },
  {
    action: "assign",
    key: "assign",
    label: (t) => t.tip.assign,
    there: ({ officers }) => officers.length > 0,
  },
  { action: "restore", key: "restore", letter: "R", label: (t) => t.tip.restore },
  {
    action: "undo",
    key: "undo",
    letter: "U",
    label: (t, { undoable }) => put(t.tip.undo, { what: undoable ? t.tip.undoable[undoable] : "" }),
    there: ({ undoable }) => undoable !== null,
  },
  { action: "route", key: "route", label: (t) => t.tip.route },
  { action: "band", key: "band", letter: "B", label: (t) => t.tip.band },
  { action: "grade", key: "grade", label: (t) => t.grading.change },
  { action: "set-aside", key: "aside", letter: "S", label: (t) => t.tip.setAside },
  { action: "message", key: "ask", letter: "Q", label: (t) => t.tip.message },
  { action: "status", key: "status", label: (t) => t.tip.status },
  { action: "note", key: "note", letter: "N", label: (t) => t.notes.write },
  {
    action: "join",
    key: "join",
    letter: "M",
    label: (t) => t.related.join,
    there: ({ tip, related }) => related.some((each) => each.tip.case === null || each.tip.case !== tip.case),
  },
  { action: "part", key: "part", letter: "W", label: (t) => t.tip.part },
  { action: "close", key: "close", letter: "C", label: (t) => t.tip.close },
  { action: "reopen", key: "reopen", letter: "O", label: (t) => t.tip.reopen },
];

const ofCase: readonly Offer<CaseAction, CaseDetail>[] = [
  {
    action: "undo",
    key: "undo",
    letter: "U",
    label: (t, { undoable }) => put(t.case.undo, { what: undoable ? t.case.undoable[undoable] : "" }),
    there: ({ undoable }) => undoable !== null,
  },
  { action: "unit", key: "unit", label: (t) => t.case.unit },
  { action: "region", key: "region", label: (t) => t.case.region },
  { action: "owner", key: "owner", label: (t) => t.case.lead },
  { action: "add-task", key: "add-task", label: (t) => t.tasks.add },
  { action: "note", key: "note", letter: "N", label: (t) => t.notes.write },
  { action: "close", key: "close", letter: "C", label: (t) => t.case.close },
  { action: "reopen", key: "reopen", letter: "O", label: (t) => t.case.reopen },
];

/** On a tip: of the actions that the verbs offered with it, those with a button or form of their own. */
export function tipActs(tip: TipDetail): Act[] {
  return offered(ofTip, tip);
}

export function caseActs(detail: CaseDetail): Act[] {
  return offered(ofCase, detail);
}

export function queueActs({ exportHref }: QueueView): Act[] {
  return [
    { key: "fresh", letter: ".", label: (t) => t.live.show },
    { key: "columns", letter: "V", label: (t) => t.queue.chooseColumns },
    ...(exportHref === null ? [] : [{ key: "export", label: (t: DeskWords) => t.queue.export }]),
  ];
}

/** Right after something was done to several tips. */
export const undoSeveralAct: Act = { key: "undo-several", letter: "U", label: (t) => t.queue.severalUndo };

/** On pages that have keys. */
export const keysAct: Act = { key: "keys", letter: "?", label: (t) => t.nav.keys };

function offered<Name extends string, Detail extends { actions: readonly Name[] }>(
  offers: readonly Offer<Name, Detail>[],
  detail: Detail,
): Act[] {
  return offers
    .filter(({ action, there }) => detail.actions.includes(action) && (there?.(detail) ?? true))
    .map(({ key, letter, label }) => ({
      key,
      ...(letter === undefined ? {} : { letter }),
      label: (t: DeskWords) => label(t, detail),
    }));
}
