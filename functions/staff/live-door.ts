/**
 * The live line of an open page, as server-sent events: `tips` with what changed in its list, `desk` with who is there.
 * Ids, names of colleagues and counts; never a word of a tip. While it is open its officer is seen at the desk; it ends
 * with their session, and when their role or region is no longer what the page was made for.
 */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { changesFor, type Followed, readWatch, whoIsThere } from "../service/queue/follow-queue.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { type SessionDeps, type StaffVariables, stillHolds } from "./session.ts";

/** A tip that changed, somebody at the desk, or a time in which nothing could be heard. */
type Change = { kind: "tip"; id: string } | { kind: "desk" } | { kind: "missed" };

export interface LiveDeps {
  /** Calls back at every change; returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
}

/** At most one look a second, however much happens. */
const quietMs = 1_000;
const beatMs = 10_000;
/** The line ends by itself before the session would: the page opens another. */
const longestMs = 10 * 60_000;

type LiveDoorDeps = ApiDeps & SessionDeps & LiveDeps & { codeOf(error: unknown): string };

export function liveDoor(deps: LiveDoorDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.get("/", async (c: Context<StaffVariables>) => {
    const ctx = contextOf(deps, c);
    const signedIn = c.get("signedIn");
    // The request is over when the line is still open: what it came with is kept for looking again.
    const headers = new Headers(c.req.raw.headers);
    const holds = async () => signedIn !== null && (await stillHolds(deps, headers, signedIn));
    const { list, tip, since } = c.req.query();
    const watch = await readWatch(ctx, { list: list ?? null, tip: tip ?? null, since: since ?? null });
    // Nothing that happens to real tips reaches the practice desk.
    const heard = signedIn?.training ? { ...deps, onChange: () => () => undefined } : deps;
    return streamSSE(c, (stream) => follow(heard, ctx, { ...watch, holds }, stream));
  });
  return door;
}

async function follow(
  deps: LiveDoorDeps,
  ctx: DeskContext,
  watch: Followed & { holds(): Promise<boolean> },
  stream: SSEStreamingApi,
): Promise<void> {
  const connection = randomUUID();
  const seen = { ids: new Set<string>(), since: watch.since, desk: true };
  let lastLook = ctx.clock();
  const stop = deps.onChange((change) => {
    if (change.kind === "tip") seen.ids.add(change.id);
    else if (change.kind === "desk") seen.desk = true;
    else seen.since ??= lastLook;
  });
  const endsAt = Date.now() + longestMs;
  let beatAt = Date.now() + beatMs;
  try {
    await ctx.presence.arrive({ connection, officerId: ctx.officer.id, tipId: watch.tipId });
    while (!stream.aborted && !stream.closed && Date.now() < endsAt) {
      const told = seen.ids.size > 0 || seen.since !== null || seen.desk || Date.now() > beatAt;
      // Looked at before each word that goes out; that a session or a role is over is told like a coming and going.
      if (told && !(await watch.holds())) return;
      if (seen.ids.size > 0 || seen.since) {
        const given = { ids: [...seen.ids], since: seen.since };
        seen.ids.clear();
        seen.since = null;
        lastLook = ctx.clock();
        const changed = await changesFor(ctx, watch, given);
        if (changed.length > 0) await stream.writeSSE({ event: "tips", data: JSON.stringify(changed) });
      }
      if (seen.desk || Date.now() > beatAt) {
        // Told at each beat too: a colleague whose line broke goes without a word.
        seen.desk = false;
        if (Date.now() > beatAt) await ctx.presence.stay(connection);
        beatAt = Date.now() + beatMs;
        await stream.writeSSE({ event: "desk", data: JSON.stringify(await whoIsThere(ctx)) });
      }
      await stream.sleep(quietMs);
    }
  } catch (error) {
    // The page opens another line; the message stays here.
    deps.staff.log.warn({ code: deps.codeOf(error) }, "live line broken");
  } finally {
    stop();
    await ctx.presence.leave(connection).catch(() => undefined);
  }
}
