import { writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { localeFacts } from "../../functions/domain/locales/locales.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { sitePages } from "../../src/i18n/site-pages.ts";
import { expect, test } from "./fixture.ts";

const paths = [...sitePages.map(([path]) => path), "nothing/"];
const looks = [
  { width: 320, colorScheme: "light" },
  { width: 768, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

/** Each page in Japanese and English in every look; in the other languages, which share the pages, one look each in turn. */
function looksOf(locale: string, at: number): readonly (typeof looks)[number][] {
  return ["ja", "en"].includes(locale) ? looks : looks.filter((_, index) => index === at % looks.length);
}

/** What the accessibility page tells of the last whole check. */
const checked = { pages: 0, faults: 0, version: "" };

test.afterAll(() => {
  if (process.env.RECORD_ACCESSIBILITY === undefined) return;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync("content/data/accessibility.json", `${JSON.stringify({ date, ...checked }, null, 2)}\n`);
});

async function faults(page: Page, without: string[] = []): Promise<unknown[]> {
  const { violations, testEngine } = await new AxeBuilder({ page }).disableRules(without).analyze();
  checked.version = testEngine.version;
  checked.faults += violations.length;
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)]);
}

for (const locale of offeredLocales) {
  test(`every page in ${locale} is clean for axe, fits its screen and asks no other host`, async ({
    page,
    program,
  }) => {
    test.setTimeout(240_000);
    const foreign: string[] = [];
    page.on(
      "request",
      (request) => !request.url().startsWith(program.publicUrl) && foreign.push(request.url()),
    );
    const problems: string[] = [];
    page.on("console", (message) => {
      if (!/status of 404/.test(message.text())) problems.push(message.text());
    });
    for (const [at, path] of paths.entries()) {
      checked.pages += 1;
      for (const { width, colorScheme } of looksOf(locale, at)) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(`/${locale}/${path}`);
        expect(await faults(page), `${path} at ${width}`).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
    const { dir } = localeFacts[locale];
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(dir);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
}

test("the keyboard goes past the header and through every page's own links", async ({ page }) => {
  await page.goto("/ja/drugs/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "本文へ進む" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: /電話する/ })).toBeFocused();
});

test("nothing of a page is lost where the device forces its own colours or wants no motion", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  for (const path of ["", "firearms/", "trends/"]) {
    await page.goto(`/en/${path}`);
    // The colours are the device's own then, and axe would judge ours.
    expect(await faults(page, ["color-contrast"]), path).toEqual([]);
    const motion = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--quick"),
    );
    expect(motion.trim()).toMatch(/^0m?s$/);
  }
});

test("with script off, the pages people act on lead to both ways of telling", async ({
  browser,
  program,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: program.publicUrl });
  const page = await context.newPage();
  for (const path of [
    "",
    "firearms/",
    "drugs/",
    "guides/",
    "being-used/",
    "real-customs/",
    "faq/",
    "contact/",
  ]) {
    await page.goto(`/en/${path}`);
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: /Call 0120-461-961/ }).last()).toHaveAttribute(
      "href",
      "tel:0120461961",
    );
    await expect(main.getByRole("link", { name: "Report online" }).last()).toHaveAttribute(
      "href",
      "/en/report/",
    );
  }
  await context.close();
});

test("search engines are told this site's own address", async ({ page, program }) => {
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${program.publicUrl}/sitemap.xml`);
  const map = await (await page.request.get("/sitemap.xml")).text();
  expect(map).toContain(`<loc>${program.publicUrl}/en/drugs/</loc>`);
  for (const path of ["drugs/", "report/"]) {
    await page.goto(`/en/${path}`);
    const canonical = page.locator("link[rel=canonical]");
    await expect(canonical).toHaveAttribute("href", `${program.publicUrl}/en/${path}`);
    const japanese = page.locator("link[hreflang=ja]");
    await expect(japanese).toHaveAttribute("href", `${program.publicUrl}/ja/${path}`);
  }
});
