/** Passkeys: a way in beside password and code, a proof that it is still they, and an officer's own list of them. */
import { type Context, Hono } from "hono";
import { isProven } from "../domain/access/step-up.ts";
import type { FlashCode } from "../domain/cases/desk-page.ts";
import type { AccountContext } from "../service/accounts/ports.ts";
import type { Officer } from "../service/actor.ts";
import { BadInput, NotAllowed, NotFound } from "../service/errors.ts";
import { addPasskey, removePasskey } from "../service/passkeys/add-passkey.ts";
import { askForNewPasskey, askForPasskey } from "../service/passkeys/ask.ts";
import { checkPasskeyAnswer } from "../service/passkeys/check-answer.ts";
import { issuer } from "./auth.ts";
import { leaveFlash, showDeskPage } from "./frame.ts";
import { readJson } from "./read-json.ts";
import { passCookies, type StaffVariables } from "./session.ts";
import { record, type SignInDeps } from "./sign-in-door.ts";
import { guardSignIn } from "./sign-in-guard.ts";

type PasskeyContext = Context<StaffVariables>;

export function passkeyDoor(deps: SignInDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  const guard = guardSignIn(deps);
  const { accounts, staffUrl: deskUrl } = deps;

  door.post("/sign-in/passkey/question", async (c) => {
    if (guard.sourceWait(c) > 0 || guard.sourceAsks(c) > 0) return c.body(null, 429);
    return c.json(await askForPasskey(accounts, { deskUrl, purpose: "sign-in", officerId: null }));
  });

  door.post("/sign-in/passkey", async (c) => {
    const form = await c.req.parseBody();
    const refuse = (trouble: "passkey" | "too_often", retryAfter: number | null = null) =>
      showDeskPage(deps, c, {
        path: "/staff/sign-in/",
        view: { kind: "sign-in", email: "", trouble, retryAfter, passkeys: true },
        status: 422,
      });
    const slow = guard.sourceWait(c);
    if (slow > 0) return refuse("too_often", slow);
    const checked = await checkPasskeyAnswer(accounts, {
      deskUrl,
      questionId: String(form.question ?? ""),
      purpose: "sign-in",
      answer: readJson(form.answer),
    });
    if (!checked?.ok) {
      await guard.sourceFailed(c);
      if (checked) await guard.passkeyFailed(checked.passkey.officerId);
      return refuse("passkey");
    }
    const { officerId } = checked.passkey;
    const begun = await deps.auth.api.beginSession({ body: { userId: officerId }, returnHeaders: true });
    if (!begun.response.begun) return refuse("passkey");
    passCookies(c, begun.headers);
    await record(deps, officerId, "account.signed_in", { means: "passkey" });
    return c.redirect("/staff/", 303);
  });

  door.post("/step-up/question", async (c) => {
    const { officer } = officerOf(deps, c);
    return c.json(await askForPasskey(accounts, { deskUrl, purpose: "step-up", officerId: officer.id }));
  });

  // A passkey is a way in: whoever found an open desk must not make one.
  const toProof = (c: PasskeyContext) =>
    c.redirect(
      `/staff/step-up/?${new URLSearchParams({ next: "/staff/account/", back: "/staff/account/" })}`,
      303,
    );

  door.post("/account/passkeys/question", async (c) => {
    const signedIn = c.get("signedIn");
    const { officer } = officerOf(deps, c);
    if (!isProven(signedIn?.provenAt, accounts.clock())) return toProof(c);
    const person = { id: officer.id, name: officer.name, email: signedIn?.email ?? "" };
    return c.json(await askForNewPasskey(accounts, { deskUrl, brand: issuer, officer: person }));
  });

  door.post("/account/passkeys", async (c) => {
    const form = await c.req.parseBody();
    if (!isProven(c.get("signedIn")?.provenAt, accounts.clock())) return toProof(c);
    try {
      await addPasskey(officerOf(deps, c), {
        deskUrl,
        questionId: String(form.question ?? ""),
        name: String(form.name ?? ""),
        passkey: readJson(form.answer),
      });
    } catch (error) {
      const code = faultOf(error);
      if (!code) throw error;
      leaveFlash(c, deps.secure, { kind: "problem", code });
      return c.redirect("/staff/account/", 303);
    }
    leaveFlash(c, deps.secure, { kind: "done", code: "passkey_added" });
    return c.redirect("/staff/account/", 303);
  });

  door.post("/account/passkeys/remove", async (c) => {
    const form = await c.req.parseBody();
    await removePasskey(officerOf(deps, c), String(form.id ?? ""));
    leaveFlash(c, deps.secure, { kind: "done", code: "passkey_removed" });
    return c.redirect("/staff/account/", 303);
  });
  return door;
}

function officerOf(deps: SignInDeps, c: PasskeyContext): AccountContext & { officer: Officer } {
  const signedIn = c.get("signedIn");
  if (!signedIn?.complete) throw new NotFound();
  return { ...deps.accounts, officer: signedIn.officer };
}

const named = ["passkey_known", "too_many_passkeys"] as const;

function faultOf(error: unknown): FlashCode | undefined {
  if (error instanceof NotAllowed) return named.find((code) => code === error.code) ?? "passkey_refused";
  if (!(error instanceof BadInput)) return undefined;
  return error.issues.some(({ code }) => code === "empty") ? "name_missing" : "passkey_refused";
}
