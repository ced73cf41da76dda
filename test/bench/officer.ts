import { randomBytes } from "node:crypto";
import { inviteOfficer } from "../../functions/service/accounts/invite-officer.ts";
import { issueToken } from "../../functions/service/accounts/issue-token.ts";
import { connect } from "../../functions/store/connect.ts";
import { createAccountStore } from "../../functions/store/staff-accounts.ts";
import { totp } from "../support/totp.ts";
import { databaseUrl } from "./database.ts";
import type { Program } from "./program.ts";

export interface SignedInOfficer {
  /** For pages, as a browser sends it. */
  cookie: string;
  /** For the JSON interface. */
  token: string;
}

/** An intake officer of headquarters, made by link and signed in with password and second factor over the desk's own door. */
export async function signInOfficer(program: Program): Promise<SignedInOfficer> {
  const connection = connect(databaseUrl(program.dataDir, "staff"), { max: 1 });
  try {
    const accounts = {
      clock: () => new Date(),
      random: (count: number) => randomBytes(count),
      accounts: createAccountStore(connection.db),
    };
    const email = "night@desk.example";
    const link = await inviteOfficer(accounts, { purpose: "invite", role: "intake", region: "hq", email });
    const cookie = await setUp(program.staffUrl, link, email);
    return { cookie, token: await issueToken(accounts, email) };
  } finally {
    await connection.close();
  }
}

async function setUp(staffUrl: string, token: string, email: string): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (path: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(new URL(path, staffUrl), {
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      redirect: "manual",
      headers: { cookie: cookieOf(jar), origin: new URL(staffUrl).origin },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const password = randomBytes(12).toString("base64url");
  await go("/staff/setup/", {
    step: "account",
    token,
    name: "Night desk",
    email,
    password,
    repeat: password,
  });
  const page = await (await go("/staff/setup/")).text();
  const csrf = /name="csrf"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? "";
  const key = /data-totp-key[^>]*>([^<]+)</.exec(page)?.[1] ?? "";
  const codes = await go("/staff/setup/", { step: "totp", csrf, code: totp(key) });
  const queue = await go("/staff/");
  if (!codes.ok || queue.status !== 200)
    throw new Error(`the officer could not sign in: ${codes.status}, ${queue.status}`);
  return cookieOf(jar);
}

function cookieOf(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
