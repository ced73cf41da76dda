import type { LineLimits } from "../../domain/misuse/judge-call.ts";
import { KeyReused } from "../errors.ts";
import { attachMedia, messageKey } from "../tips/attach-media.ts";
import { createMessageWatch } from "../watch/watch-messages.ts";
import type { ListedMessage, MessageList } from "./ports.ts";
import { type MessageContext, takeMessage } from "./take-message.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A hook that fails is tried again for a moment; what is still unknown then was sent while we were away. */
const settleMs = 5 * minuteMs;
/** The first look after a start goes back as far as the one for recordings. */
const lookBackMs = 30 * dayMs;
/** The next ones go back this far behind the last that saw everything: a message may be listed late. */
const overlapMs = 2 * dayMs;

type Context = Omit<MessageContext, "watch">;

export interface MessageSweep {
  /** Looks once. Answers how many messages were found; throws when the provider did not tell of all. */
  look(): Promise<number>;
}

/**
 * Takes in text messages to our number that no hook told us of: the provider does not try a failed hook again. Each
 * becomes what the hook would have made of it, by the same verb under the same key, received when it was sent; none is
 * ever answered, and nothing is removed at the provider. A stop in the middle loses nothing: the first look of the next
 * start goes back all the way, and what is there already changes nothing.
 */
export function createMessageSweep(ctx: Context, list: MessageList, limits: LineLimits): MessageSweep {
  let seenUntil: Date | undefined;
  return {
    async look() {
      const now = ctx.clock();
      const oldest = new Date(now.getTime() - lookBackMs);
      const overlap = new Date((seenUntil ?? oldest).getTime() - overlapMs);
      const missed = await findMissed(ctx, list, overlap > oldest ? overlap : oldest, now);
      const found = await takeAll(ctx, list, missed, limits);
      if (found > 0) ctx.log.warn({ count: found }, "text messages found that no hook told us of");
      if (missed.trouble) throw missed.trouble;
      if (missed.whole) seenUntil = now;
      else ctx.log.warn({ code: "list_too_long" }, "not all text messages listed");
      return found;
    },
  };
}

interface Missed {
  unknown: ListedMessage[];
  /** Their words are here, their files are not. */
  withoutFiles: ListedMessage[];
  whole: boolean;
  /** Why the list ends early: what was listed before is taken in all the same. */
  trouble?: Error;
}

async function findMissed(ctx: Context, list: MessageList, after: Date, now: Date): Promise<Missed> {
  const missed: Missed = { unknown: [], withoutFiles: [], whole: false };
  try {
    for await (const { messages, whole } of list.list(after)) {
      const settled = messages.filter(({ sentAt }) => now.getTime() - sentAt.getTime() >= settleMs);
      const { words, files } = await knownOf(ctx, settled);
      for (const message of settled) {
        if (!words.has(message.messageSid)) missed.unknown.push(message);
        else if (message.files > 0 && !files.has(message.messageSid)) missed.withoutFiles.push(message);
      }
      missed.whole = whole;
    }
  } catch (error) {
    missed.trouble = error instanceof Error ? error : new Error("not listed");
  }
  return missed;
}

/** Which messages' words, and which messages' files, are in the database. */
async function knownOf(
  ctx: Context,
  messages: readonly ListedMessage[],
): Promise<{ words: Set<string>; files: Set<string> }> {
  if (messages.length === 0) return { words: new Set(), files: new Set() };
  const bySid = messages.map(({ messageSid }) => ({
    messageSid,
    hash: ctx.keys.hashIdempotency(messageKey(messageSid)),
  }));
  const known = await ctx.store.knownMessages(bySid);
  return { words: new Set(known.words), files: new Set(known.files) };
}

async function takeAll(ctx: Context, list: MessageList, missed: Missed, limits: LineLimits): Promise<number> {
  // Counted by when they were sent: many of three hours are no flood because they are found at once.
  let at = ctx.clock();
  const watch = createMessageWatch({ ...ctx, clock: () => at }, limits);
  let found = 0;
  for (const message of missed.unknown.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())) {
    at = message.sentAt;
    // The files come last, and a look that dies before them is made good by the next.
    const mediaSids = message.files > 0 ? await filesOf(list, message, missed) : [];
    if (await taken({ ...ctx, watch }, { ...message, mediaSids })) found += 1;
  }
  for (const message of missed.withoutFiles) {
    const mediaSids = await filesOf(list, message, missed);
    await attachMedia(ctx, { messageSid: message.messageSid, mediaSids });
  }
  return found;
}

/** Their words do not wait for files that cannot be told of now: the next look asks for those again. */
async function filesOf(list: MessageList, { messageSid }: ListedMessage, missed: Missed): Promise<string[]> {
  try {
    return await list.mediaOf(messageSid);
  } catch (error) {
    missed.trouble ??= error instanceof Error ? error : new Error("not listed");
    return [];
  }
}

async function taken(ctx: MessageContext, message: Parameters<typeof takeMessage>[1]): Promise<boolean> {
  try {
    return !(await takeMessage(ctx, message)).again;
  } catch (error) {
    // The hook took it meanwhile, and the provider lists other words: those that came first are kept.
    if (error instanceof KeyReused) return false;
    throw error;
  }
}
