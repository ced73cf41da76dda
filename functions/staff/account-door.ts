/** An officer's own account: password, backup codes, sessions, bearer tokens. */
import { type Context, Hono } from "hono";
import { passkeySite } from "../domain/access/passkey.ts";
import { checkPassword } from "../domain/access/password.ts";
import type { AccountView } from "../domain/cases/account-pages.ts";
import { endTokens } from "../service/accounts/end-tokens.ts";
import { leaveFlash, showDeskPage } from "./frame.ts";
import { passCookies, type StaffVariables } from "./session.ts";
import { record, type SignInDeps } from "./sign-in-door.ts";
import { guardSignIn } from "./sign-in-guard.ts";
import { proveByCode } from "./step-up-door.ts";
import { shownTokens } from "./token-view.ts";

type AccountContext = Context<StaffVariables>;

export function accountDoor(deps: SignInDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  const guard = guardSignIn(deps);
  const { accounts } = deps.accounts;
  const endOwn = async (c: AccountContext, tokenId: string | null) => {
    const actorId = c.get("signedIn")?.officer.id;
    return actorId ? endTokens(deps.accounts, actorId, tokenId, { at: deps.accounts.clock(), actorId }) : 0;
  };

  const show = async (c: AccountContext, more: Partial<AccountView> = {}) => {
    const signedIn = c.get("signedIn");
    const sessions = await deps.auth.api.listSessions({ headers: c.req.raw.headers });
    const view: AccountView = {
      kind: "account",
      name: signedIn?.officer.name ?? "",
      email: signedIn?.email ?? "",
      sessions: sessions.map((session) => ({
        id: session.id,
        startedAt: new Date(session.createdAt).toISOString(),
        lastSeenAt: new Date(session.updatedAt).toISOString(),
        current: session.id === signedIn?.sessionId,
      })),
      passkeys: (signedIn ? await accounts.passkeysOf(signedIn.officer.id) : []).map(
        ({ id, name, at, lastUsedAt }) => ({
          id,
          name,
          at: at.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        }),
      ),
      tokens: shownTokens(
        signedIn ? await accounts.tokensOf(signedIn.officer.id, deps.accounts.clock()) : [],
      ),
      mayAddPasskey: passkeySite(deps.staffUrl) !== null,
      backupCodes: null,
      issues: [],
      ...more,
    };
    return showDeskPage(deps, c, {
      path: "/staff/account/",
      view,
      status: view.issues.length > 0 ? 422 : 200,
    });
  };
  const done = (c: AccountContext, code: "saved" | "session_ended" | "token_ended") => {
    leaveFlash(c, deps.secure, { kind: "done", code });
    return c.redirect("/staff/account/", 303);
  };

  const isPassword = async (c: AccountContext, password: string): Promise<boolean> => {
    const email = c.get("signedIn")?.email ?? "";
    if ((await guard.accountWait(email)) > 0) return false;
    const answer = await deps.auth.api.verifyPassword({
      body: { password },
      headers: c.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) await guard.accountFailed(email);
    return answer.ok;
  };

  door.get("/", (c) => show(c));

  door.post("/password", async (c) => {
    const form = await c.req.parseBody();
    const signedIn = c.get("signedIn");
    const [current, password, repeat] = [
      String(form.current ?? ""),
      String(form.password ?? ""),
      String(form.repeat ?? ""),
    ];
    const fault = checkPassword(password, [signedIn?.officer.name ?? "", signedIn?.email ?? ""]);
    if (fault) return show(c, { issues: [{ field: "password", code: fault }] });
    if (password !== repeat) return show(c, { issues: [{ field: "repeat", code: "not_same" }] });
    if (!(await isPassword(c, current))) return show(c, { issues: [{ field: "current", code: "wrong" }] });
    const answer = await deps.auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: c.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) return show(c, { issues: [{ field: "current", code: "wrong" }] });
    passCookies(c, answer.headers);
    if (signedIn) await record(deps, signedIn.officer.id, "account.password_changed");
    await endOwn(c, null);
    return done(c, "saved");
  });

  door.post("/backup-codes", async (c) => {
    const form = await c.req.parseBody();
    const signedIn = c.get("signedIn");
    if (!signedIn) return c.redirect("/staff/sign-in/", 303);
    const password = String(form.current ?? "");
    // Whoever found an open desk may guess neither here: both are counted as at the door.
    if (!(await isPassword(c, password)))
      return show(c, { issues: [{ field: "codesPassword", code: "wrong" }] });
    const proven = await proveByCode(deps, signedIn, String(form.code ?? ""));
    if (proven.kind !== "proven")
      return show(c, { issues: [{ field: "code", code: proven.kind === "used" ? "used" : "wrong" }] });
    const made = await deps.auth.api.generateBackupCodes({
      body: { password },
      headers: c.req.raw.headers,
      asResponse: true,
    });
    if (!made.ok) return show(c, { issues: [{ field: "codesPassword", code: "wrong" }] });
    const { backupCodes } = (await made.json()) as { backupCodes: string[] };
    await record(deps, signedIn.officer.id, "account.backup_codes_made");
    return show(c, { backupCodes });
  });

  door.post("/end-session", async (c) => {
    const form = await c.req.parseBody();
    const sessions = await deps.auth.api.listSessions({ headers: c.req.raw.headers });
    const session = sessions.find((each) => each.id === form.id);
    if (session)
      await deps.auth.api.revokeSession({ body: { token: session.token }, headers: c.req.raw.headers });
    const signedIn = c.get("signedIn");
    if (session && signedIn)
      await record(deps, signedIn.officer.id, "account.sessions_ended", { sessions: 1 });
    return done(c, "session_ended");
  });

  door.post("/end-others", async (c) => {
    const signedIn = c.get("signedIn");
    const sessions = (await deps.auth.api.listSessions({ headers: c.req.raw.headers })).length - 1;
    await deps.auth.api.revokeOtherSessions({ headers: c.req.raw.headers });
    if (signedIn && sessions > 0)
      await record(deps, signedIn.officer.id, "account.sessions_ended", { sessions });
    await endOwn(c, null);
    return done(c, "session_ended");
  });

  door.post("/end-token", async (c) => {
    await endOwn(c, String((await c.req.parseBody()).id ?? ""));
    return done(c, "token_ended");
  });
  return door;
}
