import { expect, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { inviteSupervisor, startDesk } from "./desk-program.ts";
import { clean } from "./desk-steps.ts";

let program: BuiltProgram;

test.use({ locale: "en-GB" });
test.beforeAll(async () => {
  program = await startDesk();
});
test.afterAll(() => program?.stop());

test("an officer practises on invented tips, hands a shift over there, and finds the real desk as it was", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await inviteSupervisor(page, program, "new@customs.example");
  await expect(page.getByText("No tip is waiting.")).toBeVisible();
  await page.locator(".who summary").click();
  await page.getByRole("link", { name: "Practice desk" }).click();
  await clean(page);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByText("It is being made.")).toBeVisible();
  await clean(page);
  await expect(page.getByRole("button", { name: "Go to the practice desk" })).toBeVisible({
    timeout: 120_000,
  });
  await page.getByRole("button", { name: "Go to the practice desk" }).click();

  const band = page.getByRole("complementary", { name: "Practice desk" });
  await expect(band).toContainText("Every tip here is invented");
  expect(await page.locator(".row").count()).toBeGreaterThan(10);
  for (const width of [768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await clean(page);
  }
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toBeVisible();
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await expect(page.getByText("You have taken it.")).toBeVisible();
  await expect(band).toBeVisible();
  await page.getByRole("link", { name: "Handover", exact: true }).click();
  await expect(band).toBeVisible();
  await expect(page.getByRole("heading", { name: /^As it stands now/ })).toBeVisible();
  await clean(page);
  await page.getByLabel("Note for the next shift").fill("Practice only");
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByText("It waits to be taken over.")).toBeVisible();
  await clean(page);
  await page.getByRole("link", { name: "My account" }).click();
  await expect(page.getByText("This is about your real account.")).toBeVisible();

  await band.getByRole("button", { name: "Back to the real desk" }).click();
  await expect(page.getByText("You are back at the real desk.")).toBeVisible();
  await expect(page.getByText("No tip is waiting.")).toBeVisible();
  await expect(band).toHaveCount(0);
  await page.getByRole("link", { name: "Handover", exact: true }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
});
