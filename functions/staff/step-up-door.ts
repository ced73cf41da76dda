/** Asks an officer to prove again that it is they, and goes on with what they asked for, with every word they typed. */
import { createHmac } from "node:crypto";
import { type Context, Hono } from "hono";
import type { StepUpView } from "../domain/cases/account-pages.ts";
import { type StepUpResult, stepUp } from "../service/accounts/step-up.ts";
import { checkPasskeyAnswer } from "../service/passkeys/check-answer.ts";
import { safeBack, showDeskPage } from "./frame.ts";
import { readJson } from "./read-json.ts";
import { stepOfCode } from "./second-factor.ts";
import type { SignedIn, StaffVariables } from "./session.ts";
import type { SignInDeps } from "./sign-in-door.ts";

type StepUpContext = Context<StaffVariables>;

/** Addresses that are saved, not shown: the officer stays where they are. */
const saved = /^\/staff\/(evidence\/|tips\/[^/?]+\/sealed|[^?]*\.csv)/;

export function stepUpDoor(deps: SignInDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/", (c) => {
    const next = safeBack(c.req.query("next"));
    const back = safeBack(c.req.query("back"));
    return show(deps, c, { next, back, done: c.req.query("done") === "1" });
  });

  door.post("/", async (c) => {
    const form = await c.req.formData();
    const text = (name: string) => String(form.get(name) ?? "").slice(0, 1_000);
    const next = safeBack(text("proof-next"));
    const back = safeBack(text("proof-back"));
    const again = text("proof-method") === "post";
    const signedIn = c.get("signedIn");
    if (!signedIn) return c.redirect("/staff/sign-in/", 303);
    const result = form.has("proof-passkey")
      ? await proveByPasskey(deps, signedIn, text("proof-question"), form.get("proof-passkey"))
      : await proveByCode(deps, signedIn, text("proof-code"));
    if (result.kind !== "proven") {
      const trouble = result.kind;
      const retryAfter = result.kind === "locked" ? result.retryAfter : null;
      return show(deps, c, { next, back, trouble, retryAfter, ...(again ? { fields: fieldsOf(form) } : {}) });
    }
    // The browser sends the same form once more, now to where it was going.
    if (again) return c.redirect(next, 307);
    if (!saved.test(next)) return c.redirect(next, 303);
    const done = new URLSearchParams({ done: "1", next, back });
    return c.redirect(`/staff/step-up/?${done}`, 303);
  });
  return door;
}

/** In place of what was asked for: the page that asks for the proof first. */
export async function askForProof(deps: SignInDeps, c: StepUpContext): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const next = safeBack(`${pathname}${search}`);
  if (c.req.method !== "POST") {
    const asked = new URLSearchParams({ next, back: safeBack(c.req.query("back")) });
    return c.redirect(`/staff/step-up/?${asked}`, 302);
  }
  const form = await c.req.formData();
  return show(deps, c, { next, back: safeBack(form.get("back")), fields: fieldsOf(form) });
}

/** The authenticator's code, each taken once. */
export function proveByCode(deps: SignInDeps, signedIn: SignedIn, code: string): Promise<StepUpResult> {
  const { accounts, auth } = deps;
  const officerId = signedIn.officer.id;
  return stepUp(accounts, {
    officerId,
    of: signedIn.proofOf,
    means: "code",
    triesHash: triesHash(deps, officerId),
    async verify() {
      const step = await stepOfCode(auth, officerId, code, accounts.clock());
      if (step === undefined) return "wrong";
      return (await accounts.accounts.takeCode(officerId, step)) ? "right" : "used";
    },
  });
}

function proveByPasskey(
  deps: SignInDeps,
  signedIn: SignedIn,
  questionId: string,
  field: unknown,
): Promise<StepUpResult> {
  const { accounts, staffUrl } = deps;
  const officerId = signedIn.officer.id;
  const asked = { deskUrl: staffUrl, questionId, purpose: "step-up", officerId } as const;
  return stepUp(accounts, {
    officerId,
    of: signedIn.proofOf,
    means: "passkey",
    triesHash: triesHash(deps, officerId),
    verify: async () =>
      (await checkPasskeyAnswer(accounts, { ...asked, answer: readJson(field) }))?.ok === true
        ? "right"
        : "wrong",
  });
}

function triesHash(deps: Pick<SignInDeps, "secret">, officerId: string): Uint8Array {
  return createHmac("sha256", deps.secret).update(`step-up\0${officerId}`).digest();
}

async function show(
  deps: SignInDeps,
  c: StepUpContext,
  given: Partial<StepUpView> & Pick<StepUpView, "next" | "back">,
): Promise<Response> {
  const officerId = c.get("signedIn")?.officer.id;
  const view: StepUpView = {
    kind: "step-up",
    fields: null,
    trouble: null,
    retryAfter: null,
    done: false,
    passkeys: officerId !== undefined && (await deps.accounts.accounts.passkeysOf(officerId)).length > 0,
    saves: saved.test(given.next),
    ...given,
  };
  // A page's script that sent the form hands it over to the browser on this answer.
  const status = view.fields || view.trouble ? 422 : 200;
  return showDeskPage(deps, c, { path: "/staff/step-up/", at: "/staff/step-up/", view, status });
}

/** What was typed, to be sent again; files are never part of what needs a proof. */
function fieldsOf(form: FormData): StepUpView["fields"] {
  return [...form]
    .filter((field): field is [string, string] => typeof field[1] === "string")
    .filter(([name]) => name !== "csrf" && !name.startsWith("proof-"));
}
