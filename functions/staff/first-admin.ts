import { inviteOfficer, setupAddress } from "../service/accounts/invite-officer.ts";
import type { AccountContext } from "../service/accounts/ports.ts";

/** A one-time link for the first admin while nobody has an account; the earlier one ends. Undefined afterwards. */
export async function firstAdminLink(ctx: AccountContext, staffUrl: string): Promise<string | undefined> {
  if (await ctx.accounts.anyAccount()) return undefined;
  const token = await inviteOfficer(ctx, {
    purpose: "first-admin",
    role: "admin",
    region: "hq",
    email: null,
  });
  return setupAddress(staffUrl, token);
}
