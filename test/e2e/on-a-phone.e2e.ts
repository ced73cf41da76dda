import type { Page } from "@playwright/test";
import { localeFacts } from "../../functions/domain/locales/locales.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { expect, test } from "./fixture.ts";

const weather = /jma\.go\.jp/;

test.use({ viewport: { width: 320, height: 640 } });

/** The telephone numbers on the page that a reader sees in two pieces. */
const brokenNumbers = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      for (const { index, 0: number } of text.matchAll(/\d{2,4}-\d{2,4}-\d{3,4}/g)) {
        if (node.parentElement?.closest(".visually-hidden, script")) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + number.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
          broken.push(number);
      }
    }
    return broken;
  });

for (const locale of offeredLocales) {
  test(`the number is never broken in two and the way out is always there, in ${locale}`, async ({
    page,
  }) => {
    for (const path of ["", "drugs/", "no-such-page/"]) {
      await page.goto(`/${locale}/${path}`);
      expect(await brokenNumbers(page), path).toEqual([]);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(page.locator("leave-quickly a")).toBeInViewport();
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(localeFacts[locale].tag);
  });
}

test("what this is, the number, the form and “no name needed” come in this order, the first three at a glance", async ({
  page,
}) => {
  await page.goto("/en/");
  const main = page.getByRole("main");
  const tops = [];
  for (const part of [
    main.getByRole("heading", { level: 1 }),
    main.getByRole("link", { name: "Call the Smuggling Dial, 0120-461-961" }),
    main.getByRole("link", { name: /^Call 0120-461-961/ }),
    main.getByRole("link", { name: "Report online" }),
    main.getByText("No name needed"),
    main.getByRole("heading", { name: "What to notice" }),
  ])
    tops.push((await part.boundingBox())?.y ?? Number.NaN);
  expect(tops).toEqual([...tops].sort((left, right) => left - right));
  await expect(main.getByRole("link", { name: "Report online" })).toBeInViewport({ ratio: 1 });
  const dial = await main.locator(".dial").boundingBox();
  expect(dial?.width).toBe(320);
});

test("every page and every language can be reached from the header, also without script", async ({
  browser,
  program,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: program.publicUrl,
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto("/en/");
  await page.getByRole("link", { name: "Pages of this site" }).click();
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "Really Customs?" })).toBeInViewport();
  await page.getByText("Languages: English").click();
  await page.getByRole("link", { name: "Tiếng Việt" }).click();
  await expect(page).toHaveURL(/\/vi\/$/);
  await context.close();
});

test("leaving clears also the words that came back to be put right", async ({ page, context }) => {
  // The neutral page has nothing to show, so that the browser stays and what is left on ours can be looked at.
  await context.route(weather, (route) => route.fulfill({ status: 204 }));
  await page.goto("/en/report/");
  await page.getByLabel("What did you see or hear?").fill("A boat came in at night.");
  while (await page.getByRole("button", { name: "Next" }).isVisible())
    await page.getByRole("button", { name: "Next" }).click();
  const buffer = Buffer.from("MZ not a picture");
  await page.getByLabel("Photos or files").setInputFiles([{ name: "a.jpg", mimeType: "image/jpeg", buffer }]);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByRole("button", { name: "Send" }).click();
  const kept = page.locator("textarea[name=text]");
  await expect(page.getByRole("alert")).toContainText("not a kind of file");
  await expect(kept).toHaveValue("A boat came in at night.");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await expect(page).toHaveTitle("…");
  expect(await kept.inputValue()).toBe("");
  await page.evaluate(() => document.forms[0]?.reset());
  expect(await kept.inputValue()).toBe("");
  await expect(page.locator("body")).toBeHidden();
});

test("a number in running words can be tapped", async ({ page }) => {
  await page.goto("/en/report/");
  await expect(page.getByRole("main").getByRole("link", { name: "110", exact: true })).toHaveAttribute(
    "href",
    "tel:110",
  );
  await page.goto("/ja/");
  await expect(page.getByRole("main").getByRole("link", { name: "118", exact: true })).toHaveAttribute(
    "href",
    "tel:118",
  );
});
