/** Shuts the way in after wrong tries: for an account, in the database; for a source, in memory and under a hash. */
import { createHmac, randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { countAttempts } from "../domain/access/attempts.ts";
import { sourceOf } from "../domain/access/source.ts";
import type { LockRule } from "../service/accounts/ports.ts";
import type { SessionDeps } from "./session.ts";

const minuteMs = 60_000;
export const accountLock: LockRule = { most: 5, windowMs: 15 * minuteMs, lockMs: 15 * minuteMs };
/** An office with many officers has one address: more than one person mistypes, fewer than a guesser needs. */
const sourceLimit = { most: 40, windowMs: 15 * minuteMs };

export interface SignInGuard {
  /** Seconds until this source may try again; 0 when it may. */
  sourceWait(c: Context): number;
  /** Counts a question for a passkey; seconds to wait when there were too many. */
  sourceAsks(c: Context): number;
  /** A wrong password, code or passkey of this source. */
  sourceFailed(c: Context): Promise<void>;
  /** Seconds until this address may be tried again. */
  accountWait(email: string): Promise<number>;
  accountFailed(email: string): Promise<void>;
  accountPassed(email: string): Promise<void>;
}

export function guardSignIn(deps: Pick<SessionDeps, "accounts" | "secret">): SignInGuard {
  const { accounts, clock } = deps.accounts;
  const sources = countAttempts(sourceLimit);
  const questions = countAttempts({ most: 60, windowMs: 3 * minuteMs });
  // Made anew at each start and never written down: what is counted says nothing about who tried.
  const key = randomBytes(32);
  const hashSource = (c: Context) =>
    createHmac("sha256", key)
      .update(sourceOf(peerOf(c), c.req.header("x-forwarded-for")))
      .digest("base64");
  // Wrong passwords are counted by this, so that the list of tried addresses says nothing.
  const hashAccount = (email: string) =>
    createHmac("sha256", deps.secret).update(`account\0${email}`).digest();

  /** Told after the answer went out: an address that somebody has must not answer later than one that nobody has. */
  const tell = async (email: string, locked: boolean): Promise<void> => {
    const officer = await accounts.officerByEmail(email);
    if (!officer) return;
    const about = { at: clock(), actorId: null, subjectId: officer.id };
    await accounts.recordAccount({ ...about, action: "account.sign_in_failed" });
    if (locked) await accounts.recordAccount({ ...about, action: "account.locked" });
  };
  return {
    sourceWait: (c) => sources.wait(hashSource(c), clock().getTime()),
    sourceAsks: (c) => questions.attempt(hashSource(c), clock().getTime()),
    async sourceFailed(c) {
      const [source, now] = [hashSource(c), clock()];
      const before = sources.wait(source, now.getTime());
      sources.attempt(source, now.getTime());
      if (before === 0 && sources.wait(source, now.getTime()) > 0)
        await accounts.recordAccount({ at: now, actorId: null, action: "account.source_locked" });
    },
    accountWait: (email) => accounts.lockedFor(hashAccount(email), clock()),
    async accountFailed(email) {
      const locked = await accounts.countFailure(hashAccount(email), clock(), accountLock);
      void tell(email, locked).catch(() => undefined);
    },
    accountPassed: (email) => accounts.forgetFailures(hashAccount(email)),
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
