import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";

let source = 0;
// Looking up is limited for each sender; every test is another one, as the office's own proxy would say.
test.beforeEach(async ({ page }) => {
  source += 1;
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${source}` });
});

/** Files a tip by the form and gives its receipt. */
async function fileTip(page: Page): Promise<string> {
  await page.goto("/en/report/");
  await page.getByLabel("What did you see or hear?").fill("A boat without lights came in at two.");
  const next = page.getByRole("button", { name: "Next" });
  while (await next.isVisible()) await next.click();
  const check = page.getByRole("button", { name: "Check", exact: true });
  if (await check.isVisible()) await check.click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have received it");
  return ((await page.locator(".ticket").textContent()) ?? "").replace(/\s+/g, "");
}

async function look(page: Page, receipt: string): Promise<void> {
  await page.goto("/en/follow-up/");
  await page.getByLabel("Receipt number").fill(receipt);
  await page.getByRole("button", { name: "See" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report with this number");
}

const another = (receipt: string) => receipt.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a person comes back with the receipt, adds something, and finds it there", async ({ page }) => {
      const receipt = await fileTip(page);
      await look(page, receipt.replace(/(.{4})/g, "$1-"));
      await expect(page.locator(".ticket")).toContainText(receipt.slice(0, 4));
      await expect(page.getByText("No reply yet.")).toBeVisible();
      await page.getByLabel("Add something").fill("It had a blue hull.");
      await page.getByRole("button", { name: "Add and send" }).click();
      await expect(page.getByText("We have received your addition.")).toBeVisible();
      expect(new URL(page.url()).search).toBe("");
      await expect(async () => {
        await look(page, receipt);
        await expect(page.getByText("It had a blue hull.")).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 12_000 });
    });

    test("a wrong receipt reads exactly like one without a reply", async ({ page }) => {
      const receipt = await fileTip(page);
      const reads: string[] = [];
      for (const digits of [receipt, another(receipt)]) {
        await look(page, digits);
        const main = (await page.locator("main").textContent()) ?? "";
        reads.push(main.replace(/\d{4}/g, "####"));
      }
      expect(reads[0]).toBe(reads[1]);
    });

    test("an addition under a wrong receipt is taken just the same", async ({ page }) => {
      const wrong = another(await fileTip(page));
      await look(page, wrong);
      await page.getByLabel("Add something").fill("Something more.");
      await page.getByRole("button", { name: "Add and send" }).click();
      await expect(page.getByText("We have received your addition.")).toBeVisible();
    });
  });
}

test("what is no receipt is said beside the field, and the page is clean for axe", async ({ page }) => {
  await page.goto("/ja/follow-up/");
  await page.getByLabel("受付番号").fill("1234");
  await page.getByRole("button", { name: "見る" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("受付番号")).toHaveAccessibleDescription(/16けたの数字です/);
  await expect(page.getByLabel("受付番号")).toHaveValue("1234");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("an empty addition is not taken", async ({ page }) => {
  await look(page, await fileTip(page));
  await page.getByRole("button", { name: "Add and send" }).click();
  await expect(page.getByRole("alert")).toContainText("Write what you want to add.");
});

test("after many looks a person is asked to wait, with the digits kept", async ({ page }) => {
  const receipt = await fileTip(page);
  for (let attempt = 0; attempt < 20; attempt += 1) await look(page, receipt);
  await page.goto("/en/follow-up/");
  await page.getByLabel("Receipt number").fill(receipt);
  await page.getByRole("button", { name: "See" }).click();
  await expect(page.getByRole("alert")).toContainText("Too many attempts in a short time.");
  await expect(page.getByLabel("Receipt number")).toHaveValue(receipt);
});
