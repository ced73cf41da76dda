/** Who asks: an officer by session cookie or bearer token, with the second factor behind them, or nobody. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { StaffRegion, StaffRole } from "../domain/access/officer.ts";
import { officerOfToken } from "../service/accounts/issue-token.ts";
import type { AccountContext, ProofOf, TokenHolder } from "../service/accounts/ports.ts";
import type { Officer } from "../service/actor.ts";
import type { StaffContext } from "../service/staff-context.ts";
import { type Auth, longestSessionMs } from "./auth.ts";

/** Stores, keys and evidence of the practice desk, and the officer under another id, known there alone. */
export interface Practice {
  staff: StaffContext;
  officer: Officer;
}

export interface SignedIn {
  officer: Officer;
  email: string;
  sessionId: string;
  sessionToken: string;
  /** False until the authenticator is confirmed: then only set-up opens. */
  complete: boolean;
  /** For the hidden field of every form. */
  csrf: string;
  /** What a renewed proof counts for, and when it was last made. */
  proofOf: ProofOf;
  provenAt: Date | null;
  /** When the session ends if nothing is done, and when it ends in any case. */
  idleAt: Date;
  endsAt: Date;
  /** The session looks at the practice desk. */
  training: boolean;
  /** Its stores, while it does. */
  practice?: Practice;
}

export interface StaffVariables {
  Variables: { signedIn: SignedIn | null; viaToken: boolean };
}

export interface SessionDeps {
  auth: Auth;
  accounts: AccountContext;
  /** Keys the form tokens. */
  secret: Uint8Array;
}

const programs = /^\/staff\/(api|evidence)\//;

/** Finds who asks and carries the session on. It refuses nobody: the doors do. */
export function findOfficer(deps: SessionDeps): MiddlewareHandler<StaffVariables> {
  return async (c, next) => {
    const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(c.req.header("authorization") ?? "")?.[1];
    // A token is for programs; pages and their forms know only a session.
    if (bearer && programs.test(c.req.path)) {
      const found = await officerOfToken(deps.accounts, bearer);
      c.set("viaToken", true);
      c.set("signedIn", found ? holderOf(found) : null);
      return next();
    }
    c.set("viaToken", false);
    // What a page does by itself, behind its officer's back, is no use of the session.
    const byItself = c.req.path === "/staff/live" || c.req.header("desk-look") === "1";
    const found = await deps.auth.api.getSession({
      headers: c.req.raw.headers,
      query: { disableRefresh: byItself },
      returnHeaders: true,
    });
    c.set("signedIn", signedInOf(deps, found.response));
    await next();
    passCookies(c, found.headers);
  };
}

/**
 * Whether the session that `headers` carry still opens the same desk to the same officer, in the role and region that
 * `given` has. Looking does not carry it on.
 */
export async function stillHolds(deps: SessionDeps, headers: Headers, given: SignedIn): Promise<boolean> {
  const found = await deps.auth.api.getSession({ headers, query: { disableRefresh: true } });
  const now = signedInOf(deps, found);
  return (
    now?.complete === true &&
    now.sessionId === given.sessionId &&
    now.training === given.training &&
    now.officer.role === given.officer.role &&
    now.officer.region === given.officer.region
  );
}

function holderOf({ officer: given, tokenId, provenAt }: TokenHolder): SignedIn | null {
  const officer = knownOfficer(given);
  const nothing = { email: "", sessionId: "", sessionToken: "", csrf: "" };
  const never = new Date(8_640_000_000_000_000);
  return (
    officer && {
      ...nothing,
      idleAt: never,
      endsAt: never,
      officer,
      complete: true,
      proofOf: { kind: "token", id: tokenId },
      provenAt,
      training: false,
    }
  );
}

/** The officer, if the program knows their role and region: what it does not know it does not let in. */
function knownOfficer(given: { id: string; name: string; role: unknown; region: unknown }): Officer | null {
  const role = StaffRole.safeParse(given.role);
  const region = StaffRegion.safeParse(given.region);
  if (!role.success || !region.success) return null;
  return { id: given.id, name: given.name, role: role.data, region: region.data };
}

function signedInOf(
  deps: SessionDeps,
  found: Awaited<ReturnType<Auth["api"]["getSession"]>>,
): SignedIn | null {
  if (!found) return null;
  const { session, user } = found;
  const officer = knownOfficer(user);
  if (!officer || user.leftAt) return null;
  const endsAt = new Date(new Date(session.createdAt).getTime() + longestSessionMs);
  if (Date.now() > endsAt.getTime()) return null;
  return {
    officer,
    email: user.email,
    sessionId: session.id,
    sessionToken: session.token,
    complete: user.twoFactorEnabled === true,
    csrf: createHmac("sha256", deps.secret).update(`csrf\0${session.id}`).digest("base64url"),
    proofOf: { kind: "session", id: session.id },
    provenAt: session.provenAt ? new Date(session.provenAt) : null,
    idleAt: new Date(Math.min(new Date(session.expiresAt).getTime(), endsAt.getTime())),
    endsAt,
    training: session.training === true,
  };
}

/** Puts better-auth's cookies on our own answer. */
export function passCookies(c: Context, headers: Headers | null | undefined): void {
  for (const cookie of headers?.getSetCookie() ?? []) c.header("set-cookie", cookie, { append: true });
}

/** Whether a posted form carries its session's own token. */
export function hasFormToken(signedIn: SignedIn | null, given: unknown): boolean {
  if (!signedIn) return true;
  if (typeof given !== "string") return false;
  const [sent, expected] = [Buffer.from(given), Buffer.from(signedIn.csrf)];
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

/**
 * Whether a request that changes something comes from a page of the desk. `Sec-Fetch-Site` where the browser sends it,
 * else `Origin`; a request with neither, as from a program with a cookie jar, must carry the form's token anyway.
 */
export function fromDesk(c: Context, staffUrl: string): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = c.req.header("origin");
  if (origin === undefined || origin === "null") return true;
  return (
    origin === new URL(staffUrl).origin ||
    (URL.canParse(origin) && new URL(origin).host === c.req.header("host"))
  );
}
