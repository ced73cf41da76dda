import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { totp } from "../support/totp.ts";
import { authenticators, clean, password, setUp } from "./desk-steps.ts";

const run = promisify(execFile);
let program: BuiltProgram;

test.use({ locale: "en-GB" });
test.beforeAll(async () => {
  program = await startBuiltProgram();
});
test.afterAll(() => program?.stop());

test("an officer is told before the session ends, stays by a press, and loses no word when it ended", async ({
  page,
}) => {
  const { stdout } = await run(
    process.execPath,
    "functions/cli/staff.ts create --email idle@customs.example --role supervisor --region hq".split(" "),
    { env: { PATH: process.env.PATH, DATA_DIR: program.dataDir, STAFF_URL: program.staffUrl } },
  );
  await setUp(page, /https?:\/\/\S+/.exec(stdout)?.[0] ?? "", "idle@customs.example");
  await page.clock.install();
  await page.goto(`${program.staffUrl}/staff/handover/`);
  const warning = page.getByRole("complementary", { name: "Your session" });
  await expect(warning).toHaveCount(0);
  await page.clock.runFor("28:30");
  await expect(warning).toContainText("You will be signed out at");
  await clean(page);
  // The press is the desk's own time; the browser's clock was put forward.
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("/staff/session")),
    warning.getByRole("button", { name: "Stay signed in" }).click(),
  ]);

  const note = page.getByLabel("Note for the next shift");
  await note.fill("The launch at berth four came back");
  const other = await page.context().newPage();
  await other.goto(`${program.staffUrl}/staff/account/`);
  await other.locator(".who summary").click();
  await other.getByRole("button", { name: "Sign out" }).click();
  await page.clock.runFor("02:00");
  await expect(warning).toContainText("You are signed out. What you wrote is still here.");
  await clean(page);
  await expect(note).toHaveValue("The launch at berth four came back");
  await other.getByLabel("E-mail address").fill("idle@customs.example");
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Continue" }).click();
  await other.getByLabel("Six-digit code").fill(totp(authenticators.get("idle@customs.example") ?? ""));
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.locator(".bar-who")).toBeVisible();
  const taken = page.waitForResponse((answer) => answer.url().endsWith("/staff/session") && answer.ok());
  await page.clock.runFor("00:20");
  await taken;
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByText("It waits to be taken over.")).toBeVisible();
  await expect(page.getByText("The launch at berth four came back")).toBeVisible();
});
