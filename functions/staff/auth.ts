/** Officers' sign-in: better-auth with password and TOTP. We call its functions; its own routes are not served. */

import { createOTP } from "@better-auth/utils/otp";
import { betterAuth } from "better-auth";
import { symmetricDecrypt } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins";
import type { Kysely } from "kysely";
import { passwordLength } from "../domain/access/password.ts";
import { beginSessionPlugin } from "./begin-session.ts";

const idleSeconds = 30 * 60;
/** However busy, a session ends after this long. */
export const longestSessionMs = 8 * 60 * 60 * 1000;
export const issuer = "Shirokuro";

export interface AuthOptions {
  /** The schema `auth`, under the staff role's login. */
  db: Kysely<unknown>;
  secret: string;
  staffUrl: string;
}

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ db, secret, staffUrl }: AuthOptions) {
  const secure = new URL(staffUrl).protocol === "https:";
  return betterAuth({
    appName: issuer,
    baseURL: staffUrl,
    basePath: "/staff/auth",
    secret,
    database: { db, type: "postgres", transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        region: { type: "string", required: true, input: false },
        leftAt: { type: "date", required: false, input: false },
      },
    },
    session: {
      additionalFields: {
        provenAt: { type: "date", required: false, input: false },
        training: { type: "boolean", required: false, input: false, defaultValue: false },
      },
      expiresIn: idleSeconds,
      // Every use within the idle time carries the session on, at most once a minute.
      updateAge: 60,
      // No address and no user agent is kept of anyone.
      storeSessionInDatabase: true,
    },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    advanced: {
      cookiePrefix: "desk",
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", secure, path: "/staff" },
      ipAddress: { disableIpTracking: true },
    },
    // Ours counts by account, not by address (functions/staff/sign-in-door.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      twoFactor({ issuer, totpOptions: { digits: 6, period: 30 }, trustDeviceMaxAge: 1 }),
      beginSessionPlugin(),
    ],
  });
}

export interface SecondFactor {
  /** `otpauth://…`, what the picture says. */
  uri: string;
  /** The key in groups of four, for typing. */
  key: string;
}

/** The authenticator key of an officer who has not confirmed it yet, or undefined. */
export async function pendingSecondFactor(
  auth: Auth,
  user: { id: string; email: string },
): Promise<SecondFactor | undefined> {
  const context = await auth.$context;
  const row = await context.adapter.findOne<{ secret: string; verified: boolean | null }>({
    model: "twoFactor",
    where: [{ field: "userId", value: user.id }],
  });
  if (row?.verified !== false) return undefined;
  const secret = await symmetricDecrypt({ key: context.secretConfig, data: row.secret });
  const uri = createOTP(secret, { digits: 6, period: 30 }).url(issuer, user.email);
  const key = new URL(uri).searchParams.get("secret") ?? "";
  return { uri, key: key.replace(/(.{4})(?=.)/g, "$1 ") };
}
