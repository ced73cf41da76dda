import { mayOnTip } from "../../domain/access/permits.ts";
import { offeredActions } from "../../domain/cases/offered-actions.ts";
import type { TipActionName } from "../../domain/cases/queue-row.ts";
import { type UndoableAction, undoableChange } from "../../domain/cases/undo.ts";
import { decodeSealed, SealedMessage, SealedWords } from "../../domain/intake/sealed-words.ts";
import { type OpenedEvent, openEvents } from "../cases/open-events.ts";
import { parseId } from "../cases/parse-input.ts";
import type { WholeTip } from "../cases/ports.ts";
import { NotFound, SealBroken } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

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
  /** Null when the seal is broken; everything else is still there. */
  words: SealedWords | null;
  messages: OpenedMessage[];
  events: OpenedEvent[];
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
  const [whole, events] = await Promise.all([
    ctx.desk.whole(tipId),
    ctx.desk.events({ tipId, actorId: null, action: null, before: null, limit: 200 }),
  ]);
  if (!whole) throw new NotFound();
  // The mark is off in the database; this page still shows that it was there.
  const tip = { ...whole, unreadSince: seen.unreadSince };
  const undoable = undoableChange(events, ctx.officer.id)?.action ?? null;
  return {
    tip,
    words: await openReport(ctx, tip.sealed),
    messages: await Promise.all(tip.messages.map((message) => openMessage(ctx, message))),
    events: await openEvents(ctx, events),
    undoable,
    actions: offeredActions(ctx.officer, { ...tip, ownerId: tip.owner?.id ?? null }, undoable),
  };
}

async function openReport(ctx: DeskContext, sealed: Uint8Array): Promise<SealedWords | null> {
  try {
    return decodeSealed(SealedWords, await ctx.opener.open(sealed));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

async function openMessage(
  ctx: DeskContext,
  { id, from, at, sealed }: WholeTip["messages"][number],
): Promise<OpenedMessage> {
  if (from === "reporter") return { id, from, at, text: null, words: await openReport(ctx, sealed) };
  try {
    const { text } = decodeSealed(SealedMessage, await ctx.opener.open(sealed));
    return { id, from, at, text, words: null };
  } catch (error) {
    if (error instanceof SealBroken) return { id, from, at, text: null, words: null };
    throw error;
  }
}
