import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, password, read } from "../staff/browser.ts";
import { staffUrl, type TestDesk, testDesk } from "../staff/desk.ts";
import { totp } from "../support/totp.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
  await desk.accounts.accounts.setDeskUrl(staffUrl);
});
afterAll(() => desk?.close());

const root = resolve(import.meta.dirname, "../..");

function staff(args: string[], command = [process.execPath, "functions/cli/staff.ts"]) {
  const [file = "", ...before] = command;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: desk.intake.dataDir,
    KEYS_DIR: join(desk.intake.dataDir, "keys/staff"),
    DATABASE_URL_STAFF: desk.database.urls.staff,
  };
  return new Promise<{ status: number; stdout: string; stderr: string }>((done) => {
    execFile(file, [...before, ...args], { env, cwd: root }, (error, stdout, stderr) => {
      done({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** Follows a printed link to a finished account. */
async function finish(link: string): Promise<void> {
  const browser = new Browser(desk);
  const token = new URL(link).searchParams.get("token") ?? "";
  const { view } = await browser.page(`/staff/setup/?token=${token}`, "setup");
  if (view.step.name !== "account") throw new Error("the link is dead");
  const fields = {
    step: "account",
    token,
    name: "Night Officer",
    email: view.step.values.email,
    password,
    repeat: password,
  };
  await browser.post("/staff/setup/", fields);
  const { frame, view: next } = await browser.page("/staff/setup/", "setup");
  if (next.step.name !== "totp") throw new Error("no authenticator asked for");
  await read(
    await browser.post("/staff/setup/", { step: "totp", csrf: frame.csrf, code: totp(next.step.key) }),
    "setup",
  );
}

describe("npm run staff", () => {
  it("prints one link that makes one account, and a token with that officer's rights", async () => {
    const made = await staff(
      ["create", "--email", "Night@Customs.example", "--role", "supervisor", "--region", "kobe"],
      ["npm", "run", "--silent", "staff", "--"],
    );
    expect(made.stderr).toBe("");
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(/^http:\/\/desk\.example\/staff\/setup\/\?token=[\w-]{43}\n$/);
    const early = await staff(["token", "--email", "night@customs.example"]);
    expect([early.status, early.stdout]).toEqual([1, ""]);
    await finish(made.stdout.trim());
    expect(
      (
        await new Browser(desk).request(
          new URL(made.stdout.trim()).pathname + new URL(made.stdout.trim()).search,
        )
      ).status,
    ).toBe(404);

    const given = await staff(["token", "--email", "night@customs.example"]);
    expect(given.stderr).toBe("");
    expect(given.stdout).toMatch(/^[\w-]{43}\n$/);
    const [kobe, moji] = [await desk.tip("神戸港に船が着く"), await desk.tip("門司の岸壁で荷を降ろす")];
    const ask = (path: string) =>
      desk.app.request(`${staffUrl}/staff/api/v1${path}`, {
        headers: { authorization: `Bearer ${given.stdout.trim()}` },
      });
    expect((await ask(`/tips/${kobe}`)).status).toBe(200);
    expect((await ask(`/tips/${moji}`)).status).toBe(404);
  });

  it("keeps nothing of a link or a token that would open anything", async () => {
    const link = (
      await staff(["create", "--email", "other@customs.example", "--role", "intake"])
    ).stdout.trim();
    const token = new URL(link).searchParams.get("token") ?? "";
    const { rows } = await desk.owner.pool.query(
      `select (select jsonb_agg(to_jsonb(l)) from auth.setup_links l)::text || coalesce((select jsonb_agg(to_jsonb(t)) from auth.api_tokens t)::text, '') as kept`,
    );
    expect(rows[0].kept).not.toContain(token);
    expect(rows[0].kept).not.toContain(Buffer.from(token, "base64url").toString("hex"));
  });

  it("says in one line what is wrong with what it was given", async () => {
    for (const args of [
      [],
      ["create", "--email", "x"],
      ["create", "--email", "a@b.example", "--role", "king"],
      ["create", "--email", "a@b.example", "--role", "intake", "--region", "paris"],
      ["token", "--email", "a@b.example", "--forever"],
    ]) {
      const refused = await staff(args);
      expect([refused.status, refused.stdout], args.join(" ")).toEqual([2, ""]);
      expect(refused.stderr).toMatch(/^usage: npm run --silent staff/);
      expect(refused.stderr).not.toMatch(/\n {4}at /);
    }
  });
});
