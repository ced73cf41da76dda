import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { clean, freePort, setUp } from "./desk-steps.ts";

const run = promisify(execFile);
let program: BuiltProgram;
let publicUrl: string;

test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  program = await startBuiltProgram({ PORT: String(port), PUBLIC_URL: publicUrl });
});
test.afterAll(() => program?.stop());

async function fileByWeb(text: string): Promise<string> {
  const answer = await fetch(`${publicUrl}/api/tips`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ locale: "ja", text, idempotencyKey: randomUUID() }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { receipt: string }).receipt;
}

test("finds a tip by the receipt that a caller reads out, and leaves the receipt in no address and no history", async ({
  page,
}) => {
  const { stdout } = await run(
    process.execPath,
    "functions/cli/staff.ts create --email day@customs.example --role supervisor --region hq".split(" "),
    { env: { PATH: process.env.PATH, DATA_DIR: program.dataDir, STAFF_URL: program.staffUrl } },
  );
  await setUp(page, /https?:\/\/\S+/.exec(stdout)?.[0] ?? "", "day@customs.example");
  const receipt = await fileByWeb("横浜港の倉庫に HERONQUAY と書いた箱があります");
  await fileByWeb("神戸港で別の袋を見ました");
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
