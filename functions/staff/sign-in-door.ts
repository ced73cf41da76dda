/** Sign-in with password and second factor, and the way out. Plain forms; better-auth does the work. */
import { type Context, Hono } from "hono";
import { passkeySite } from "../domain/access/passkey.ts";
import type { SignInView, TotpView } from "../domain/cases/account-pages.ts";
import {
  DeskLocale,
  DeskTheme,
  keepPreference,
  leaveFlash,
  type PageDeps,
  safeBack,
  showDeskPage,
} from "./frame.ts";
import { secondFactorShut, stepOfCode } from "./second-factor.ts";
import { passCookies, type SessionDeps, type StaffVariables } from "./session.ts";
import { guardSignIn } from "./sign-in-guard.ts";

export type SignInDeps = PageDeps & SessionDeps & { staffUrl: string };

export function signInDoor(deps: SignInDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  const guard = guardSignIn(deps);
  const passkeys = passkeySite(deps.staffUrl) !== null;

  const signIn = (c: Context, view: Partial<SignInView> = {}) =>
    showDeskPage(deps, c, {
      path: "/staff/sign-in/",
      view: { kind: "sign-in", email: "", trouble: null, retryAfter: null, passkeys, ...view },
      status: view.trouble ? 422 : 200,
    });

  door.get("/sign-in/", (c) => (c.get("signedIn")?.complete ? c.redirect("/staff/", 302) : signIn(c)));

  door.post("/sign-in/", async (c) => {
    const form = await c.req.parseBody();
    const email = String(form.email ?? "")
      .trim()
      .toLowerCase()
      .slice(0, 200);
    const password = String(form.password ?? "").slice(0, 200);
    const slow = guard.sourceWait(c);
    if (slow > 0) return signIn(c, { email, trouble: "too_often", retryAfter: slow });
    const wait = await guard.accountWait(email);
    if (wait > 0) return signIn(c, { email, trouble: "locked", retryAfter: wait });
    const answer = await deps.auth.api.signInEmail({
      body: { email, password },
      headers: new Headers(),
      asResponse: true,
    });
    if (!answer.ok) {
      await guard.sourceFailed(c);
      await guard.accountFailed(email);
      return signIn(c, { email, trouble: "wrong" });
    }
    passCookies(c, answer.headers);
    const said: unknown = await answer.json();
    if (typeof said === "object" && said !== null && "twoFactorRedirect" in said)
      return c.redirect("/staff/totp/", 303);
    // An account whose second factor was never confirmed goes on where its set-up stopped.
    await beginSecondFactor(deps, answer.headers, password);
    return c.redirect("/staff/setup/", 303);
  });

  const totp = (c: Context, backup: boolean, trouble: TotpView["trouble"] = null, retryAfter = 0) =>
    showDeskPage(deps, c, {
      path: "/staff/totp/",
      view: { kind: "totp", backup, trouble, retryAfter: retryAfter || null },
      status: trouble ? 422 : 200,
    });

  door.get("/totp/", (c) => totp(c, c.req.query("backup") === "1"));

  door.post("/totp/", async (c) => {
    // Better-auth would check the code of a session that is there already, and count nothing.
    if (c.get("signedIn")) return c.redirect("/staff/", 303);
    const form = await c.req.parseBody();
    const backup = form.backup === "1";
    const code = String(form.code ?? "")
      .normalize("NFKC")
      .replace(/\s/g, "")
      .slice(0, 40);
    const slow = guard.sourceWait(c);
    if (slow > 0) return totp(c, backup, "too_often", slow);
    const { userId } = await deps.auth.api.atSecondStep({ headers: c.req.raw.headers });
    // The first step's cookie is gone or spent: begin again.
    if (!userId) return signIn(c, { trouble: "expired" });
    const wait = await guard.secondWait(userId);
    if (wait > 0) return totp(c, backup, "locked", wait);
    const means = backup ? "backup_code" : "code";
    const said = await checkSecondStep(deps, c, { userId, code, means });
    if (typeof said === "object") {
      await guard.accountPassed(said.email);
      await guard.secondPassed(userId);
      await record(deps, userId, "account.signed_in", { means });
      return c.redirect("/staff/", 303);
    }
    if (said === "expired") return signIn(c, { trouble: "expired" });
    await guard.sourceFailed(c);
    if (said === "locked") return totp(c, backup, "locked");
    if (said === "used") {
      await guard.secondReused(userId);
      return totp(c, backup, "used");
    }
    await guard.secondFailed(userId, means, await secondFactorShut(deps.auth, userId, deps.accounts.clock()));
    return totp(c, backup, "wrong");
  });

  door.post("/sign-out", async (c) => {
    const signedIn = c.get("signedIn");
    const answer = await deps.auth.api.signOut({ headers: c.req.raw.headers, asResponse: true });
    passCookies(c, answer.headers);
    if (signedIn) await record(deps, signedIn.officer.id, "account.signed_out");
    leaveFlash(c, deps.secure, { kind: "done", code: "signed_out" });
    return c.redirect("/staff/sign-in/", 303);
  });

  door.post("/preferences", async (c) => {
    const form = await c.req.parseBody();
    const locale = DeskLocale.safeParse(form.locale);
    const theme = DeskTheme.safeParse(form.theme);
    if (locale.success) keepPreference(c, deps.secure, "desk_locale", locale.data);
    if (theme.success) keepPreference(c, deps.secure, "desk_theme", theme.data);
    return c.redirect(safeBack(form.back), 303);
  });
  return door;
}

/** Sets the session's cookie when the code is right. An authenticator's code is taken once, whatever it was good for. */
async function checkSecondStep(
  { auth, accounts }: SignInDeps,
  c: Context,
  { userId, code, means }: { userId: string; code: string; means: "code" | "backup_code" },
): Promise<{ email: string } | "wrong" | "used" | "locked" | "expired"> {
  const step = means === "code" ? await stepOfCode(auth, userId, code, accounts.clock()) : undefined;
  if (step !== undefined && !(await accounts.accounts.takeCode(userId, step))) return "used";
  const call = { body: { code }, headers: c.req.raw.headers, asResponse: true } as const;
  const answer = means === "code" ? await auth.api.verifyTOTP(call) : await auth.api.verifyBackupCode(call);
  passCookies(c, answer.headers);
  if (answer.ok) return { email: ((await answer.json()) as { user: { email: string } }).user.email };
  const refused = (await answer.json().catch(() => ({}))) as { code?: string };
  if (refused.code === "INVALID_TWO_FACTOR_COOKIE") return "expired";
  return /TOO_MANY|LOCKED/.test(refused.code ?? "") ? "locked" : "wrong";
}

/** Makes an authenticator key for the session that `headers` just set. Its confirmation comes later. */
export async function beginSecondFactor(deps: SignInDeps, headers: Headers, password: string): Promise<void> {
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  await deps.auth.api.enableTwoFactor({ body: { password }, headers: new Headers({ cookie }) });
}

export async function record(
  deps: SignInDeps,
  actorId: string,
  action: string,
  details: Record<string, string | number> = {},
): Promise<void> {
  await deps.accounts.accounts.recordAccount({ at: deps.accounts.clock(), actorId, action, details });
}
