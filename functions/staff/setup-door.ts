/** The one-time way in: an account by link, the authenticator, the backup codes. */
import { type Context, Hono } from "hono";
import encodeQR from "qr";
import type { SetupView } from "../domain/cases/account-pages.ts";
import { acceptInvitation, findInvitation } from "../service/accounts/accept-invitation.ts";
import { pendingSecondFactor } from "./auth.ts";
import { showDeskPage } from "./frame.ts";
import { hasFormToken, passCookies, type StaffVariables } from "./session.ts";
import { beginSecondFactor, record, type SignInDeps } from "./sign-in-door.ts";

type SetupContext = Context<StaffVariables>;
type Step = SetupView["step"];

export function setupDoor(deps: SignInDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  const show = (c: SetupContext, step: Step, status: 200 | 404 | 422 = 200) =>
    showDeskPage(deps, c, { path: "/staff/setup/", view: { kind: "setup", step }, status });

  door.get("/", async (c) => {
    const token = c.req.query("token") ?? "";
    const invitation = token === "" ? undefined : await findInvitation(deps.accounts, token);
    if (invitation) {
      const { role, region, email, name } = invitation;
      const values = { name: name ?? "", email: email ?? "" };
      return show(c, {
        name: "account",
        token,
        role,
        region,
        values,
        emailFixed: email !== null,
        issues: [],
      });
    }
    const waiting = await secondFactorStep(deps, c, null);
    return waiting && token === "" ? show(c, waiting) : show(c, { name: "dead-link" }, 404);
  });

  door.get("/qr.svg", async (c) => {
    const signedIn = c.get("signedIn");
    const factor =
      signedIn && !signedIn.complete
        ? await pendingSecondFactor(deps.auth, { id: signedIn.officer.id, email: signedIn.email })
        : undefined;
    if (!factor) return c.body(null, 404);
    return c.body(encodeQR(factor.uri, "svg", { border: 2 }), 200, {
      "content-type": "image/svg+xml",
      "cache-control": "no-store",
    });
  });

  door.post("/", async (c) => {
    const form = await c.req.parseBody();
    const text = (name: string) => String(form[name] ?? "").slice(0, 500);
    if (form.step === "account") {
      const given = {
        token: text("token"),
        name: text("name"),
        email: text("email"),
        password: text("password"),
        repeat: text("repeat"),
      };
      const { password: passwords } = await deps.auth.$context;
      const made = await acceptInvitation(deps.accounts, given, (password) => passwords.hash(password));
      if (made.kind === "dead") return show(c, { name: "dead-link" }, 404);
      if (made.kind === "faults") {
        const { role, region, email } = made.invitation;
        const values = { name: given.name, email: email ?? given.email };
        return show(
          c,
          {
            name: "account",
            token: given.token,
            role,
            region,
            values,
            emailFixed: email !== null,
            issues: made.faults,
          },
          422,
        );
      }
      const answer = await deps.auth.api.signInEmail({
        body: { email: made.email, password: given.password },
        headers: new Headers(),
        asResponse: true,
      });
      if (!answer.ok) throw new Error("new account cannot sign in");
      passCookies(c, answer.headers);
      await beginSecondFactor(deps, answer.headers, given.password);
      return c.redirect("/staff/setup/", 303);
    }
    const signedIn = c.get("signedIn");
    if (!signedIn || !hasFormToken(signedIn, form.csrf)) return c.redirect("/staff/sign-in/", 303);
    if (form.step === "totp" && !signedIn.complete) return confirm(deps, c, text("code"), show);
    return c.redirect("/staff/", 303);
  });
  return door;
}

async function confirm(
  deps: SignInDeps,
  c: SetupContext,
  typed: string,
  show: (c: SetupContext, step: Step, status?: 200 | 422) => Promise<Response>,
): Promise<Response> {
  const signedIn = c.get("signedIn");
  if (!signedIn) return c.redirect("/staff/sign-in/", 303);
  const code = typed.normalize("NFKC").replace(/\s/g, "");
  const answer = await deps.auth.api.verifyTOTP({
    body: { code },
    headers: c.req.raw.headers,
    asResponse: true,
  });
  passCookies(c, answer.headers);
  if (!answer.ok) {
    const again = await secondFactorStep(deps, c, "wrong");
    return again ? show(c, again, 422) : c.redirect("/staff/sign-in/", 303);
  }
  await record(deps, signedIn.officer.id, "account.second_factor_set");
  const { backupCodes } = await deps.auth.api.viewBackupCodes({ body: { userId: signedIn.officer.id } });
  return show(c, { name: "codes", backupCodes: [...backupCodes] });
}

async function secondFactorStep(
  deps: SignInDeps,
  c: SetupContext,
  trouble: "wrong" | null,
): Promise<Step | undefined> {
  const signedIn = c.get("signedIn");
  if (!signedIn || signedIn.complete) return undefined;
  const factor = await pendingSecondFactor(deps.auth, { id: signedIn.officer.id, email: signedIn.email });
  if (!factor) return undefined;
  return { name: "totp", qr: "/staff/setup/qr.svg", key: factor.key, otpauth: factor.uri, trouble };
}
