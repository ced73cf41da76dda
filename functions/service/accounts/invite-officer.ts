import type { AccountContext, Invitation } from "./ports.ts";
import { hashToken, newToken } from "./tokens.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a one-time link for an account: good for 7 days, for the first admin 1 day.
 * @returns the token, which is kept nowhere
 */
export async function inviteOfficer(ctx: AccountContext, invitation: Invitation): Promise<string> {
  const token = newToken(ctx.random);
  const at = ctx.clock();
  const days = invitation.purpose === "first-admin" ? 1 : 7;
  await ctx.accounts.addInvitation({
    ...invitation,
    tokenHash: hashToken(token),
    at,
    expiresAt: new Date(at.getTime() + days * dayMs),
  });
  return token;
}

/** The address that a token's link opens. */
export function setupAddress(deskUrl: string, token: string): string {
  return `${deskUrl}/staff/setup/?token=${token}`;
}
