import { z } from "zod";
import { StaffRegion, StaffRole } from "../../domain/access/officer.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { inviteOfficer } from "../accounts/invite-officer.ts";
import { parseInput } from "../cases/parse-input.ts";
import { BadInput, NotFound } from "../errors.ts";
import type { AdminContext } from "./admin-context.ts";
import { findPerson, requireAdmin } from "./require-admin.ts";

const Input = z.object({
  email: z.email().max(200).toLowerCase(),
  role: StaffRole,
  region: StaffRegion,
});

/**
 * Invites someone to the desk. Answers the token of a link for their address alone, good for seven days, kept nowhere.
 * @throws `NotFound`, `StepUpNeeded`, `BadInput` (`taken` when the address has an account)
 */
export async function inviteColleague(ctx: AdminContext, given: z.input<typeof Input>): Promise<string> {
  requireAdmin(ctx);
  const input = parseInput(Input, { ...given, email: given.email.trim() });
  requireStepUp(ctx);
  const known = (await ctx.accounts.people(ctx.clock())).some(({ email }) => email === input.email);
  if (known) throw new BadInput([{ path: "email", code: "taken" }]);
  return inviteOfficer(ctx, { purpose: "invite", ...input, madeBy: ctx.officer.id });
}

/** A new link in place of one that was lost or ran out of time; the old one ends. @throws `NotFound`, `StepUpNeeded` */
export async function resendInvitation(
  ctx: AdminContext,
  linkId: string,
): Promise<{ token: string; email: string }> {
  const { at } = requireAdmin(ctx);
  requireStepUp(ctx);
  const link = (await ctx.accounts.openLinks(at)).find(({ id }) => id === linkId);
  if (!link?.email || link.purpose === "first-admin") throw new NotFound();
  const { purpose, role, region, email, userId } = link;
  return {
    email,
    token: await inviteOfficer(ctx, { purpose, role, region, email, userId, madeBy: ctx.officer.id }),
  };
}

/** Takes a link back. @throws `NotFound` */
export async function revokeInvitation(ctx: AdminContext, linkId: string): Promise<void> {
  const by = requireAdmin(ctx);
  if (!z.uuid().safeParse(linkId).success) throw new NotFound();
  if (!(await ctx.accounts.revokeLink(linkId, by))) throw new NotFound();
}

/**
 * A link that sets an account up anew, with new password, authenticator and codes: for an officer who lost them, or who
 * left and comes back. Nothing changes until it is used. @throws `NotFound`, `StepUpNeeded`
 */
export async function renewAccount(
  ctx: AdminContext,
  officerId: string,
): Promise<{ token: string; email: string }> {
  const { id, email, role, region } = await findPerson(ctx, officerId);
  requireStepUp(ctx);
  const token = await inviteOfficer(ctx, {
    purpose: "renew",
    role,
    region,
    email,
    userId: id,
    madeBy: ctx.officer.id,
  });
  return { token, email };
}
