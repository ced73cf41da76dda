import { z } from "zod";
import { checkPassword, type PasswordFault } from "../../domain/access/password.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { AccountContext, FoundInvitation } from "./ports.ts";
import { hashToken } from "./tokens.ts";

export interface SetupForm {
  token: string;
  name: string;
  email: string;
  password: string;
  repeat: string;
}

export type SetupFault = {
  field: "name" | "email" | "password" | "repeat";
  code: PasswordFault | "empty" | "invalid" | "not_same" | "taken";
};

export type SetupResult =
  | { kind: "made"; email: string }
  | { kind: "dead" }
  | { kind: "faults"; invitation: FoundInvitation; faults: SetupFault[] };

/** What a link is good for, or undefined when it is used, too old or none. */
export function findInvitation(ctx: AccountContext, token: string): Promise<FoundInvitation | undefined> {
  return ctx.accounts.findInvitation(hashToken(token), ctx.clock());
}

/**
 * Makes the account of a one-time link: name, address and password. The second factor comes next; until it is
 * confirmed nothing of the desk opens. `hash` is the sign-in's own password hash.
 */
export async function acceptInvitation(
  ctx: AccountContext,
  form: SetupForm,
  hash: (password: string) => Promise<string>,
): Promise<SetupResult> {
  const invitation = await findInvitation(ctx, form.token);
  if (!invitation) return { kind: "dead" };
  const email = (invitation.email ?? form.email.trim()).toLowerCase();
  const name = form.name.trim();
  const faults = findFaults({ ...form, name, email });
  if (faults.length > 0) return { kind: "faults", invitation, faults };
  const at = ctx.clock();
  const made = await ctx.accounts.accept(hashToken(form.token), {
    id: uuid7(at, ctx.random(10)),
    name,
    email,
    passwordHash: await hash(form.password),
    at,
  });
  if (made.kind === "dead") return { kind: "dead" };
  if (made.kind === "taken")
    return { kind: "faults", invitation, faults: [{ field: "email", code: "taken" }] };
  return { kind: "made", email };
}

function findFaults(form: Omit<SetupForm, "token">): SetupFault[] {
  const faults: SetupFault[] = [];
  if (form.name === "" || form.name.length > 100)
    faults.push({ field: "name", code: form.name === "" ? "empty" : "invalid" });
  if (!z.email().max(200).safeParse(form.email).success)
    faults.push({ field: "email", code: form.email === "" ? "empty" : "invalid" });
  const wrong = checkPassword(form.password, [form.name, form.email]);
  if (wrong) faults.push({ field: "password", code: wrong });
  else if (form.password !== form.repeat) faults.push({ field: "repeat", code: "not_same" });
  return faults;
}
