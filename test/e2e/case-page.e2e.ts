import { expect, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { clean } from "./desk-steps.ts";

let program: BuiltProgram;

test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  program = await startDesk();
});
test.afterAll(() => program?.stop());

test("works on a case from its page: unit, task, note, timeline, closing with all its tips, and back", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await inviteSupervisor(page, program, "case@customs.example");
  await fileByWeb(program, "横浜港の倉庫に GREYHERON と書いた覚醒剤の箱があります");
  await fileByWeb(program, "横浜港で GREYHERON と書いた袋を見ました");
  await seeRows(page, program, "q=GREYHERON", 2);
  for (let row = 0; row < 2; row += 1) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await page.keyboard.press("m");
  await expect(page.getByText("1 put into the case of the first.")).toBeVisible();
  await page.locator("a.row-what").first().click();
  await page.getByRole("link", { name: /^SK-\d{4}-\d{6}$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SK-");
  await expect(page.locator(".row")).toHaveCount(2);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText("Received");
  await expect(timeline).not.toContainText("GREYHERON");

  await page.locator("summary", { hasText: "Unit" }).click();
  await page.getByRole("combobox", { name: "Unit" }).selectOption("Detector dogs");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("Unit changed.")).toBeVisible();
  await expect(page.locator(".facts")).toContainText("Detector dogs");
  await page.getByRole("button", { name: "Undo: unit" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(page.locator(".facts")).toContainText("None yet");

  await page.locator("summary", { hasText: "Add a task" }).click();
  await page.getByLabel("What is to be done").fill("Wait at the gate with the dog");
  await page.getByRole("combobox", { name: "Who" }).selectOption({ label: "Officer Example (Supervisor)" });
  await clean(page);
  await page.getByRole("button", { name: "Add a task" }).click();
  await expect(page.getByText("Task added.")).toBeVisible();
  await page.getByRole("link", { name: "Tasks", exact: true }).click();
  await expect(page.locator(".task")).toContainText("Wait at the gate with the dog");
  await clean(page);
  await page.getByRole("button", { name: /^Done/ }).click();
  await expect(page.getByText("Nothing is waiting for you.")).toBeVisible();
  await clean(page);

  await page.goBack();
  await page.goto(`${program.staffUrl}/staff/?q=GREYHERON`);
  await page.locator("a.row-what").first().click();
  await page.getByRole("link", { name: /^SK-\d{4}-\d{6}$/ }).click();
  await page.locator("summary", { hasText: "Write a note" }).click();
  await page.getByLabel("Note", { exact: true }).fill("The same firm as in spring");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.locator(".notes li")).toContainText("Everyone who may read this case");

  await page.locator("summary", { hasText: "Close the case" }).click();
  await page.getByLabel("Outcome").selectOption("Seizure");
  await page.getByLabel("Reason for closing").fill("Found behind the fish");
  await expect(page.getByText("Closes all of its 2 tips.")).toBeVisible();
  await clean(page);
  await page.getByRole("button", { name: "Close the case" }).click();
  await expect(page.getByText("The case and all of its tips are closed.")).toBeVisible();
  await expect(page.locator(".row", { hasText: "Closed: Seizure" })).toHaveCount(2);
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await expect(timeline).toContainText("Case closed");
  await expect(timeline).not.toContainText("Received");
  await clean(page);
  await page.getByRole("button", { name: "Undo: close" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(page.locator(".row", { hasText: "Closed" })).toHaveCount(0);
});
