import { writeFileSync } from "node:fs";
import { localeFacts } from "../../functions/domain/locales/locales.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { sitePages } from "../../src/i18n/site-pages.ts";
import { axeFaults, axeVersion, colourRules } from "./axe-faults.ts";
import { expect, test } from "./fixture.ts";
import { layoutFaults } from "./layout-faults.ts";

const paths = [...sitePages.map(([path]) => path), "nothing/"];
const looks = [
  { width: 320, colorScheme: "light" },
  { width: 768, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

/** What the accessibility page tells of the last whole check. */
const checked = { pages: 0, faults: 0, version: "" };

/** While recording, faults are counted and told, not failed on: a check that stops at the first would count too few. */
const recording = process.env.RECORD_ACCESSIBILITY !== undefined;

test.afterAll(() => {
  if (!recording) return;
  if (checked.pages !== offeredLocales.length * paths.length) throw new Error("not every page was checked");
  const date = new Date().toISOString().slice(0, 10);
  checked.version = axeVersion();
  writeFileSync("content/data/accessibility.json", `${JSON.stringify({ date, ...checked }, null, 2)}\n`);
});

/** Which of axe's rules a look is held to: all on a phone; in the dark those of colour, except where all looks get all. */
function rulesFor(locale: string, width: number): readonly string[] | "all" | "none" {
  if (width === 320 || ["ja", "en"].includes(locale)) return "all";
  return width === 768 ? colourRules : "none";
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
    for (const path of paths) {
      checked.pages += 1;
      await page.goto(`/${locale}/${path}`);
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const faults = await axeFaults(page, rulesFor(locale, width));
        checked.faults += faults.length;
        if (recording) continue;
        expect.soft(faults, `${path} at ${width}`).toEqual([]);
        expect.soft(await layoutFaults(page), `${path} at ${width}`).toEqual([]);
      }
    }
    const { dir } = localeFacts[locale];
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(dir);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
}

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
