import { createHmac } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { countAttempts } from "../../domain/access/attempts.ts";
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
    return createHmac("sha256", key).update(sourceOf(c)).digest("base64");
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

/**
 * Where a request comes from: the peer, or what the office's own reverse proxy says of it. A forwarded address counts
 * only when the peer is on this machine or a private network, as such a proxy is; then its last hop is the one the
 * proxy itself saw.
 */
function sourceOf(c: Context): string {
  const peer = peerOf(c);
  if (!isPrivate(peer)) return peer;
  return c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? peer;
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // No socket, as under `app.request()`.
    return "unknown";
  }
}

function isPrivate(address: string): boolean {
  const bare = address.replace(/^::ffff:/, "");
  return (
    bare === "unknown" ||
    bare === "::1" ||
    /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^f[cd]/i.test(bare)
  );
}
