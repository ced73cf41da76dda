/** One officer for each role, through the verbs and the sign-in that real ones go through. */
import { createHmac } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import type { Kysely } from "kysely";
import type { Config } from "../config.ts";
import { acceptInvitation } from "../service/accounts/accept-invitation.ts";
import { inviteOfficer } from "../service/accounts/invite-officer.ts";
import type { AccountContext } from "../service/accounts/ports.ts";
import type { Officer } from "../service/actor.ts";
import { type Auth, createAuth } from "../staff/auth.ts";
import { createAccountStore } from "../store/staff-accounts.ts";
import { readKey } from "../vault/key-files.ts";
import type { People } from "./content.ts";
import type { DemoWiring } from "./wire-demo.ts";

export interface DemoOfficer {
  officer: Officer;
  email: string;
  password: string;
  /** The authenticator's key, in groups of four. */
  secondFactor: string;
}

type Wiring = Pick<DemoWiring, "staff" | "staffConnection" | "keysDir">;

/** Makes those that are missing. Passwords come from the staff role's key, so that a later start can print them. */
export async function makeOfficers(wiring: Wiring, config: Config, people: People): Promise<DemoOfficer[]> {
  const { staffConnection, staff } = wiring;
  const key = await readKey(wiring.keysDir("staff"), "auth");
  const accounts: AccountContext = {
    clock: () => new Date(),
    random: staff.random,
    accounts: createAccountStore(staffConnection.db),
  };
  const auth = createAuth({
    db: staffConnection.db.withSchema("auth") as unknown as Kysely<unknown>,
    secret: Buffer.from(key).toString("hex"),
    staffUrl: config.staffUrl,
  });
  const made: DemoOfficer[] = [];
  for (const person of people.officers) {
    const email = `${person.role}@${people.mailHost}`;
    const password = passwordOf(key, email);
    await ensureAccount(accounts, auth, { ...person, email, password });
    const officer = await accounts.accounts.officerByEmail(email);
    if (!officer) throw new Error("a demonstration officer could not be made");
    made.push({
      officer,
      email,
      password,
      secondFactor: await ensureSecondFactor(auth, officer.id, email, password),
    });
  }
  return made;
}

// Mostly letters, none that is taken for another: a password must not look like a number.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

function passwordOf(key: Uint8Array, email: string): string {
  const mac = createHmac("sha256", key).update(`demonstration\0${email}`).digest();
  const text = [...mac.subarray(0, 20)].map((byte) => letters[byte % letters.length]).join("");
  return (text.match(/.{5}/g) ?? []).join("-");
}

async function ensureAccount(
  ctx: AccountContext,
  auth: Auth,
  person: People["officers"][number] & { email: string; password: string },
): Promise<void> {
  const { role, region, name, email, password } = person;
  if (await ctx.accounts.officerByEmail(email)) return;
  const token = await inviteOfficer(ctx, { purpose: "invite", role, region, email });
  const { password: passwords } = await auth.$context;
  const result = await acceptInvitation(ctx, { token, name, email, password, repeat: password }, (plain) =>
    passwords.hash(plain),
  );
  if (result.kind !== "made") throw new Error("a demonstration officer could not be made");
}

async function ensureSecondFactor(
  auth: Auth,
  userId: string,
  email: string,
  password: string,
): Promise<string> {
  const known = await findSecondFactor(auth, userId);
  if (known?.confirmed) return grouped(known.secret, email);
  const signedIn = await auth.api.signInEmail({
    body: { email, password },
    headers: new Headers(),
    asResponse: true,
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const headers = new Headers({ cookie });
  await auth.api.enableTwoFactor({ body: { password }, headers });
  const fresh = await findSecondFactor(auth, userId);
  if (!fresh) throw new Error("a demonstration officer has no second factor");
  const code = await createOTP(fresh.secret, { digits: 6, period: 30 }).totp();
  const confirmed = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!confirmed.ok) throw new Error("a demonstration officer's second factor was not taken");
  return grouped(fresh.secret, email);
}

async function findSecondFactor(
  auth: Auth,
  userId: string,
): Promise<{ secret: string; confirmed: boolean } | undefined> {
  const context = await auth.$context;
  const row = await context.adapter.findOne<{ secret: string; verified: boolean | null }>({
    model: "twoFactor",
    where: [{ field: "userId", value: userId }],
  });
  if (!row) return undefined;
  const secret = await symmetricDecrypt({ key: context.secretConfig, data: row.secret });
  return { secret, confirmed: row.verified !== false };
}

function grouped(secret: string, email: string): string {
  const uri = createOTP(secret, { digits: 6, period: 30 }).url("Shirokuro", email);
  return (new URL(uri).searchParams.get("secret") ?? "").replace(/(.{4})(?=.)/g, "$1 ");
}
