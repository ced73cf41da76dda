import { expect, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { comeIn, inviteSupervisor, startDesk } from "./desk-program.ts";
import { clean } from "./desk-steps.ts";

let program: BuiltProgram;

test.use({ locale: "en-GB" });
test.beforeAll(async () => {
  program = await startDesk();
});
test.afterAll(() => program?.stop());

test("an officer is told before the session ends, stays by a press, and loses no word when it ended", async ({
  page,
}) => {
  await inviteSupervisor(page, program, "idle@customs.example");
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
  await comeIn(other, program, "idle@customs.example");
  const taken = page.waitForResponse((answer) => answer.url().endsWith("/staff/session") && answer.ok());
  await page.clock.runFor("00:20");
  await taken;
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByText("It waits to be taken over.")).toBeVisible();
  await expect(page.getByText("The launch at berth four came back")).toBeVisible();
});
