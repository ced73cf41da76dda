/** Checks an authenticator's code outside of a sign-in, with the key that the sign-in keeps. */
import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import type { Auth } from "./auth.ts";

const periodMs = 30_000;

/** Whether better-auth itself takes no more codes of this officer for now. */
export async function secondFactorShut(auth: Auth, userId: string, now: Date): Promise<boolean> {
  const { adapter } = await auth.$context;
  const row = await adapter.findOne<{ lockedUntil?: Date | string | null }>({
    model: "twoFactor",
    where: [{ field: "userId", value: userId }],
  });
  return row?.lockedUntil ? new Date(row.lockedUntil) > now : false;
}

/**
 * The time step whose code was typed: the present one, or one next to it since clocks differ (RFC 6238, section 5.2).
 * Undefined when it is none of them or the officer has no authenticator. Spaces and wide digits are allowed.
 */
export async function stepOfCode(
  auth: Auth,
  userId: string,
  typed: string,
  now: Date,
): Promise<number | undefined> {
  const code = typed.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return undefined;
  const context = await auth.$context;
  const row = await context.adapter.findOne<{ secret: string; verified: boolean | null }>({
    model: "twoFactor",
    where: [{ field: "userId", value: userId }],
  });
  if (!row || row.verified === false) return undefined;
  const otp = createOTP(await symmetricDecrypt({ key: context.secretConfig, data: row.secret }), {
    digits: 6,
    period: periodMs / 1000,
  });
  const present = Math.floor(now.getTime() / periodMs);
  let found: number | undefined;
  // All three are compared, so that the time taken tells nothing.
  for (const step of [present - 1, present, present + 1]) if ((await otp.hotp(step)) === code) found = step;
  return found;
}
