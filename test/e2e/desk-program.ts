/** How a browser test of the desk begins: the program, an officer, and tips to work on. */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { FakeTwilio } from "../support/fake-twilio/fake-twilio.ts";
import { english, freePort, password, setUp } from "./desk-steps.ts";
import { newCode } from "./new-code.ts";

const run = promisify(execFile);
const account = { accountSid: `AC${"a".repeat(32)}`, authToken: "b".repeat(32) };

export type DeskWithLine = BuiltProgram & { twilio: FakeTwilio };

/** Starts the built program on a port of its own, with `settings` as more of its environment. */
export async function startDesk(settings: Record<string, string> = {}): Promise<BuiltProgram> {
  const port = await freePort();
  return startBuiltProgram({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...settings });
}

/** The same with a telephone line, whose provider stops with it. */
export async function startDeskWithLine(settings: Record<string, string> = {}): Promise<DeskWithLine> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const twilio = await FakeTwilio.start({ ...account, publicUrl });
  try {
    const program = await startBuiltProgram({
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_URL: twilio.apiUrl,
      ...settings,
    });
    const stop: BuiltProgram["stop"] = async (options) => {
      const code = await program.stop(options);
      await twilio.stop();
      return code;
    };
    return { ...program, twilio, stop };
  } catch (error) {
    await twilio.stop();
    throw error;
  }
}

/** Runs one of `functions/cli` against the program, as its operator would; answers what it printed. */
export async function command(program: BuiltProgram, name: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, DATA_DIR: program.dataDir, STAFF_URL: program.staffUrl };
  return (await run(process.execPath, [`functions/cli/${name}.ts`, ...args], { env })).stdout.trim();
}

/** Makes a supervisor's account and goes the whole way of its link: the page is signed in, in English. */
export async function inviteSupervisor(page: Page, program: BuiltProgram, email: string): Promise<void> {
  const order = ["create", "--email", email, "--role", "supervisor", "--region", "hq"];
  const made = await command(program, "staff", ...order);
  await setUp(page, /https?:\/\/\S+/.exec(made)?.[0] ?? "", email);
}

/** Signs in somebody who has been set up before, from whatever page asks for it; English unless already there. */
export async function comeIn(page: Page, program: BuiltProgram, email: string): Promise<void> {
  if (!page.url().startsWith(`${program.staffUrl}/`)) await page.goto(`${program.staffUrl}/staff/`);
  await english(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Six-digit code").fill(await newCode(program, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator(".bar-who")).toBeVisible();
}

/** Sends JSON to the public door. */
export const postJson = (
  program: BuiltProgram,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${program.publicUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

/** A report by a stranger's program; answers the receipt. `more` is any other field of `POST /api/tips`. */
export async function fileByWeb(program: BuiltProgram, text: string, more: object = {}): Promise<string> {
  const sent = { locale: "ja", text, idempotencyKey: randomUUID(), ...more };
  const answer = await postJson(program, "/api/tips", sent);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { receipt: string }).receipt;
}

/** Looks into the queue, narrowed by `query` such as `q=HERON`, until it holds `count` rows. */
export async function seeRows(
  page: Page,
  program: BuiltProgram,
  query: string,
  count: number,
): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${program.staffUrl}/staff/?${query}`);
        return page.locator(".row").count();
      },
      { timeout: 30_000 },
    )
    .toBe(count);
}
