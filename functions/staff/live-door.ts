/** Tells an open queue that something changed: an event without content, at most one a second. */
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { readableScope } from "../domain/access/permits.ts";
import { NotFound } from "../service/errors.ts";
import type { StaffVariables } from "./session.ts";

export interface LiveDeps {
  /** Calls back whenever a tip changed; returns how to stop. */
  onTip(listener: () => void): () => void;
}

const quietMs = 1_000;
const beatMs = 25_000;

export function liveDoor(deps: LiveDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.get("/", (c) => {
    const signedIn = c.get("signedIn");
    if (!signedIn?.complete || !readableScope(signedIn.officer)) throw new NotFound();
    return streamSSE(c, async (stream) => {
      let changed = false;
      const stop = deps.onTip(() => {
        changed = true;
      });
      stream.onAbort(stop);
      let lastBeat = Date.now();
      // The connection ends by itself before the session would: the page opens another.
      const endsAt = Date.now() + 10 * 60_000;
      while (!stream.aborted && !stream.closed && Date.now() < endsAt) {
        if (changed) {
          changed = false;
          await stream.writeSSE({ event: "tips", data: "" });
        } else if (Date.now() - lastBeat > beatMs) {
          lastBeat = Date.now();
          await stream.writeSSE({ event: "beat", data: "" });
        }
        await stream.sleep(quietMs);
      }
      stop();
    });
  });
  return door;
}
