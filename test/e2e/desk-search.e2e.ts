import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { comeIn, fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { clean } from "./desk-steps.ts";
import { newCode } from "./new-code.ts";

const officer = "day@customs.example";
let program: BuiltProgram;

test.describe.configure({ mode: "serial" });
test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  program = await startDesk();
});
test.afterAll(() => program?.stop());

test("finds a tip by the receipt that a caller reads out, and leaves the receipt in no address and no history", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await inviteSupervisor(page, program, officer);
  const receipt = await fileByWeb(program, "横浜港の倉庫に HERONQUAY と書いた箱があります");
  await fileByWeb(program, "神戸港で別の袋を見ました");
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  const look = async (typed: string) => {
    await page.goto(`${program.staffUrl}/staff/`);
    await page.keyboard.press("/");
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page.locator(".filter-chips")).toContainText("By receipt");
  };
  await expect(async () => {
    await look(receipt);
    await expect(page.locator(".row")).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await clean(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").locator(".words")).toContainText("HERONQUAY");

  const wrong = `${receipt.slice(0, -1)}${(Number(receipt.at(-1)) + 1) % 10}`;
  for (const [language, width] of [
    ["English", 1280],
    ["日本語", 768],
    ["日本語", 320],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${program.staffUrl}/staff/`);
    const button = page.getByRole("button", { name: language });
    if (await button.isVisible()) await button.click();
    await page.getByRole("searchbox").fill(wrong);
    await page.getByRole("searchbox").press("Enter");
    await expect(page.locator(".empty")).toContainText(language === "English" ? "this receipt" : "受付番号");
    await clean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  const digits = receipt.replaceAll(" ", "");
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses)
    expect(decodeURIComponent(address).replaceAll(/\D/g, "")).not.toContain(digits.slice(0, 12));
});

test("saves the list as its filters have it, once it is proved who asks, and stays on the desk", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await comeIn(page, program, officer);
  await seeRows(page, program, "region=kobe", 1);
  for (const width of [1280, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await clean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("link", { name: /^Save as CSV/ }).press("Enter");
  await page.getByLabel("Six-digit code from your app").fill(await newCode(program, officer));
  await page.keyboard.press("Enter");
  const save = page.getByRole("link", { name: "Save it" });
  await expect(save).toBeVisible();
  await clean(page);
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  expect(download.suggestedFilename()).toMatch(/^queue-[\d-]+\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(",kobe,");
  await page.getByRole("link", { name: "Back to where you were" }).click();
  await expect(page).toHaveURL(/\/staff\/\?region=kobe$/);
});
