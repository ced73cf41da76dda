import type { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import type { DeskFrame, DeskView } from "../../functions/domain/cases/desk-page.ts";
import { inviteOfficer } from "../../functions/service/accounts/invite-officer.ts";
import { totp } from "../support/totp.ts";
import type { TestDesk } from "./desk.ts";

export const password = "lanterns over the quiet harbour 7";

type Kinds = { [View in DeskView as View["kind"]]: View };

/** A browser with cookies of its own at the desk's door; what a page was given to show comes back as data. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #desk: TestDesk;

  constructor(desk: TestDesk) {
    this.#desk = desk;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await this.#desk.app.request(`${this.#desk.staffUrl}${path}`, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (value === "" || /max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** A page as its view; `kind` says which one is expected. */
  async page<Kind extends keyof Kinds>(
    path: string,
    kind: Kind,
  ): Promise<{ frame: DeskFrame; view: Kinds[Kind] }> {
    return read(await this.request(path), kind);
  }

  /** Sends a form as a page of the desk does. */
  post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: this.#desk.staffUrl, ...headers },
    });
  }

  /** The officer's authenticator shows a new code: what the desk remembers of used ones counts no more. */
  async halfAMinuteLater(email: string): Promise<void> {
    await this.#desk.owner.pool.query(
      `delete from auth.used_codes where user_id = (select id from auth."user" where email = $1)`,
      [email],
    );
  }

  async csrf(): Promise<string> {
    return (await this.page("/staff/account/", "account")).frame.csrf;
  }
}

/** What an answered page was given to show. */
export async function read<Kind extends keyof Kinds>(
  answer: Response,
  kind: Kind,
): Promise<{ frame: DeskFrame; view: Kinds[Kind] }> {
  const shown = (await answer.json()) as { frame: DeskFrame; view: DeskView };
  if (shown.view.kind !== kind) throw new Error(`expected the page ${kind}, got ${shown.view.kind}`);
  return shown as { frame: DeskFrame; view: Kinds[Kind] };
}

export interface Account {
  email: string;
  /** The authenticator's key. */
  key: string;
  backupCodes: string[];
}

let made = 0;

/** Goes the whole way of an invited officer: link, account, authenticator, backup codes. Ends signed in. */
export async function setUp(
  desk: TestDesk,
  browser: Browser,
  officer: { role: StaffRole; region?: StaffRegion; name?: string },
): Promise<Account> {
  made += 1;
  const email = `officer-${made}@customs.example`;
  const token = await inviteOfficer(desk.accounts, {
    purpose: "invite",
    role: officer.role,
    region: officer.region ?? "hq",
    email,
  });
  const name = officer.name ?? `Officer ${made}`;
  const account = { step: "account", token, name, email, password, repeat: password };
  await browser.post("/staff/setup/", account);
  const { frame, view } = await browser.page("/staff/setup/", "setup");
  if (view.step.name !== "totp") throw new Error(`set-up stands at ${view.step.name}`);
  const key = view.step.key;
  const confirmed = await browser.post("/staff/setup/", { step: "totp", csrf: frame.csrf, code: totp(key) });
  const { view: last } = await read(confirmed, "setup");
  if (last.step.name !== "codes") throw new Error(`set-up stands at ${last.step.name}`);
  return { email, key, backupCodes: last.step.backupCodes };
}

/** Both steps of a sign-in, half a minute after any other: a code of then is good again. */
export async function signIn(browser: Browser, account: Account): Promise<Response> {
  await browser.halfAMinuteLater(account.email);
  await browser.post("/staff/sign-in/", { email: account.email, password });
  return browser.post("/staff/totp/", { code: totp(account.key) });
}

/** Proves again that it is they, as the page for it asks; `key` is the authenticator's. Answers what the desk said. */
export async function prove(browser: Browser, key: string, at?: Date): Promise<Response> {
  const csrf = await browser.csrf();
  return browser.post("/staff/step-up/", {
    csrf,
    "proof-next": "/staff/account/",
    "proof-code": totp(key, at),
  });
}
