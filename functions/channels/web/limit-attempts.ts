import { createHmac } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { countAttempts } from "../../domain/access/attempts.ts";
import { sourceOf } from "../../domain/access/source.ts";
import type { Clock, RandomBytes } from "../../service/ports.ts";

export interface AttemptGuard {
  /** Seconds to wait, or 0 when this attempt may go on. */
  check(c: Context): number;
  /** The same of this source alone, and counts nothing: for doors that count only what failed. */
  wait(c: Context): number;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Slows down guessing of receipts without keeping an address: attempts are counted in memory under a keyed hash of
 * the address whose key is made anew each day and never written down. One source may try 20 times in 10 minutes;
 * all together 1,200 times, so that a receipt of 53 bits stays out of reach of many sources, too.
 */
export function guardAttempts(clock: Clock, random: RandomBytes): AttemptGuard {
  const perSource = countAttempts({ most: 20, windowMs: 600_000 });
  const together = countAttempts({ most: 1_200, windowMs: 600_000 });
  let key = random(32);
  let keyMadeAt = clock().getTime();
  const hashSource = (c: Context, now: number): string => {
    if (now - keyMadeAt > dayMs) {
      key = random(32);
      keyMadeAt = now;
    }
    return createHmac("sha256", key)
      .update(sourceOf(peerOf(c), c.req.header("x-forwarded-for")))
      .digest("base64");
  };
  return {
    check(c) {
      const now = clock().getTime();
      return Math.max(perSource.attempt(hashSource(c, now), now), together.attempt("all", now));
    },
    wait(c) {
      const now = clock().getTime();
      return perSource.wait(hashSource(c, now), now);
    },
  };
}

/** Refuses with `answer` when there were too many attempts; counts POST requests only. */
export function limitAttempts(
  guard: AttemptGuard,
  answer: (c: Context, retryAfter: number) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    const wait = c.req.method === "POST" ? guard.check(c) : 0;
    if (wait > 0) return answer(c, wait);
    return next();
  };
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // No socket, as under `app.request()`.
    return "unknown";
  }
}
