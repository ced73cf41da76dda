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
  /** Seconds until codes of this officer, whose password was right, may be tried again. */
  secondWait(officerId: string): Promise<number>;
  /** A wrong code; `shut` when better-auth takes no more of them by itself. */
  secondFailed(officerId: string, means: "code" | "backup_code", shut: boolean): Promise<void>;
  /** A right code once more: told like a wrong one, but no guess, so that haste shuts nobody out. */
  secondReused(officerId: string): Promise<void>;
  secondPassed(officerId: string): Promise<void>;
  /** A wrong answer with an officer's passkey. Nobody guesses one, so it shuts nothing. */
  passkeyFailed(officerId: string): Promise<void>;
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
  const hashOf = (what: "account" | "second step" | "passkey" | "used code", whose: string) =>
    createHmac("sha256", deps.secret).update(`${what}\0${whose}`).digest();
  const hashAccount = (email: string) => hashOf("account", email);

  /** Told after the answer went out: an address that somebody has must not answer later than one that nobody has. */
  const tell = async (email: string, locked: boolean): Promise<void> => {
    const officer = await accounts.officerByEmail(email);
    if (!officer) return;
    const about = { at: clock(), actorId: null, subjectId: officer.id };
    await accounts.recordAccount({ ...about, action: "account.sign_in_failed" });
    if (locked) await accounts.recordAccount({ ...about, action: "account.locked" });
  };
  /** What shuts nothing is told five times in a quarter of an hour: the log is not for whoever sends the most. */
  const tellSome = async (what: "passkey" | "used code", officerId: string, means: string): Promise<void> => {
    const [at, hash] = [clock(), hashOf(what, officerId)];
    if ((await accounts.lockedFor(hash, at)) > 0) return;
    await accounts.countFailure(hash, at, accountLock);
    const about = { at, actorId: null, subjectId: officerId, details: { means } };
    await accounts.recordAccount({ ...about, action: "account.sign_in_failed" });
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
    secondWait: (officerId) => accounts.lockedFor(hashOf("second step", officerId), clock()),
    async secondFailed(officerId, means, shut) {
      const at = clock();
      const about = { at, actorId: null, subjectId: officerId, details: { means } };
      const locked = await accounts.countFailure(hashOf("second step", officerId), at, accountLock);
      await accounts.recordAccount({ ...about, action: "account.sign_in_failed" });
      if (locked || shut) await accounts.recordAccount({ ...about, action: "account.locked" });
    },
    secondReused: (officerId) => tellSome("used code", officerId, "code"),
    secondPassed: (officerId) => accounts.forgetFailures(hashOf("second step", officerId)),
    passkeyFailed: (officerId) => tellSome("passkey", officerId, "passkey"),
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
