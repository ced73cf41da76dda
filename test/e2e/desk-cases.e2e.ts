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

test("puts two tips into one case by keyboard, takes one out, and undoes it; notes, closes and reopens", async ({
  page,
}) => {
  await inviteSupervisor(page, program, "day@customs.example");
  await fileByWeb(program, "横浜港の倉庫に HERONQUAY と書いた箱があります");
  await fileByWeb(program, "神戸港で HERONQUAY と書いた袋を見ました");
  await seeRows(page, program, "q=HERONQUAY", 2);
  for (let row = 0; row < 2; row += 1) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await page.keyboard.press("m");
  await expect(page.getByText("1 put into the case of the first.")).toBeVisible();
  await expect(page.locator(".row").filter({ hasText: "2 tips" })).toHaveCount(2);
  await page.goto(`${program.staffUrl}/staff/`);
  const row = page.locator(".row").filter({ hasText: "2 tips" });
  await expect(row).toHaveCount(1);
  await row.locator("a.row-what").click();
  const siblings = page.getByRole("region", { name: "Tips of the same case" });
  await expect(siblings.getByRole("listitem")).toHaveCount(1);
  await clean(page);
  await page.keyboard.press("w");
  await expect(page.getByText("In a case of its own now.")).toBeVisible();
  await expect(siblings).toHaveCount(0);
  await page.keyboard.press("u");
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(siblings.getByRole("listitem")).toHaveCount(1);

  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill("The same quay as last year");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText("Noted.")).toBeVisible();
  const note = page.locator(".notes li");
  await expect(note).toContainText("The same quay as last year");
  await note.getByRole("button", { name: "Strike out" }).click();
  await expect(note).toContainText("Struck out");
  await expect(note).toContainText("The same quay as last year");

  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Nothing found");
  await page.getByLabel("Reason for closing").fill("Opened, only fish");
  await clean(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Closed." })).toBeVisible();
  await page.getByRole("link", { name: /^Closed/ }).click();
  await expect(page.locator(".row")).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toContainText("Nothing found");
  await page.keyboard.press("o");
  await expect(page.getByText("Open again, as it was before.")).toBeVisible();
});
