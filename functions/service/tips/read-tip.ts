import { mayOnTip } from "../../domain/access/permits.ts";
import { offeredActions } from "../../domain/cases/offered-actions.ts";
import type { TipActionName } from "../../domain/cases/queue-row.ts";
import type { UndoableAction } from "../../domain/cases/undo.ts";
import { SealedWords } from "../../domain/intake/sealed-words.ts";
import { openWords } from "../cases/officer-words.ts";
import { type OpenedEvent, openEvents } from "../cases/open-events.ts";
import { type OpenedNote, openNotes } from "../cases/open-notes.ts";
import { openSealed } from "../cases/open-sealed.ts";
import { parseId } from "../cases/parse-input.ts";
import type { WholeTip } from "../cases/ports.ts";
import { type OpenedCorrection, openCorrections } from "../corrections/open-corrections.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { findUndoable } from "./find-undoable.ts";

export interface OpenedMessage {
  id: string;
  from: "desk" | "reporter";
  at: Date;
  /** Of the desk. */
  text: string | null;
  /** Of the reporter: a report of its own, with its own verdict. */
  words: SealedWords | null;
}

export interface OpenedTip {
  tip: WholeTip;
  /** Null when the seal cannot be opened, or holds something else; everything else is still there. */
  words: SealedWords | null;
  messages: OpenedMessage[];
  /** Those that are for this officer. */
  notes: OpenedNote[];
  events: OpenedEvent[];
  /** Numbers that officers read otherwise than they were given. */
  corrections: OpenedCorrection[];
  undoable: UndoableAction | null;
  actions: TipActionName[];
}

/**
 * Opens a tip for an officer. That they read it is committed to the event log before anything is opened.
 * @throws `NotFound` when there is none or they may not read it
 */
export async function readTip(ctx: DeskContext, input: { tipId: string }): Promise<OpenedTip> {
  const tipId = parseId(input.tipId);
  const seen = await ctx.desk.row(tipId);
  if (!seen || !mayOnTip(ctx.officer, "read", seen)) throw new NotFound();
  await ctx.desk.recordReading({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: "tip.read",
    tipId,
    caseId: seen.caseId,
    details: {},
  });
  const [whole, events, last] = await Promise.all([
    ctx.desk.whole(tipId),
    ctx.desk.events({ tipId, actorId: null, action: null, before: null, limit: 200 }),
    findUndoable(ctx, tipId),
  ]);
  if (!whole) throw new NotFound();
  // The mark is off in the database; this page still shows that it was there.
  const tip = { ...whole, unreadSince: seen.unreadSince };
  const undoable = last?.action ?? null;
  return {
    tip,
    words: await openSealed(ctx.opener, SealedWords, tip.sealed),
    messages: await Promise.all(tip.messages.map((message) => openMessage(ctx, message))),
    notes: await openNotes(ctx, tip.notes),
    events: await openEvents(ctx, events),
    corrections: await openCorrections(ctx, tipId),
    undoable,
    actions: offeredActions(ctx.officer, { ...tip, ownerId: tip.owner?.id ?? null }, undoable),
  };
}

async function openMessage(
  { opener }: DeskContext,
  { id, from, at, sealed }: WholeTip["messages"][number],
): Promise<OpenedMessage> {
  const message = { id, from, at, text: null, words: null };
  if (from === "reporter") return { ...message, words: await openSealed(opener, SealedWords, sealed) };
  return { ...message, text: await openWords(opener, sealed) };
}
