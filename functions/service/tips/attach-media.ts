import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { IntakeContext } from "../context.ts";

/** The idempotency key of a text message's tip, or of its part in one. */
export function messageKey(messageSid: string): string {
  return `sms:${messageSid}`;
}

/**
 * Notes the pictures of a text message whose words are on disk already, and has the worker fetch them. The same ones
 * again change nothing. Resolves when that is on disk.
 */
export async function attachMedia(
  ctx: IntakeContext,
  message: { messageSid: string; mediaSids: readonly string[] },
): Promise<void> {
  const { messageSid, mediaSids } = message;
  if (mediaSids.length === 0) return;
  const now = ctx.clock();
  const id = uuid7(now, ctx.random(10));
  await ctx.journal.append({
    kind: "media",
    id,
    at: now.toISOString(),
    messageHash: ctx.keys.hashIdempotency(messageKey(messageSid)),
    messageSid,
    media: mediaSids.map((sid) => ({ id: uuid7(now, ctx.random(10)), sid })),
  });
  ctx.log.info({ id, code: "media_announced", count: mediaSids.length }, "pictures announced");
}
