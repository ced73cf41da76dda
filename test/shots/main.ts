/**
 * A picture of every public page in every language at three widths, light and dark, under `test/results/shots/`.
 * `npm run shots -- ja fa` takes those languages alone. The site must be built.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import config from "../../playwright.config.ts";
import { sitePages } from "../../src/i18n/site-pages.ts";
import { startBuiltProgram } from "../support/built-program.ts";

const folder = "test/results/shots";
const wanted = process.argv.slice(2);
const locales = offeredLocales.filter((locale) => wanted.length === 0 || wanted.includes(locale));

const program = await startBuiltProgram();
const browser = await chromium.launch(config.use?.launchOptions);
try {
  for (const width of [320, 768, 1280]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      for (const locale of locales) {
        await mkdir(join(folder, locale), { recursive: true });
        for (const [path, name] of sitePages) {
          await page.goto(`${program.publicUrl}/${locale}/${path}`);
          const file = `${name}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: join(folder, locale, file), fullPage: true });
        }
      }
      await page.close();
    }
  }
  process.stdout.write(`${locales.length * sitePages.length * 6} pictures in ${folder}\n`);
} finally {
  await browser.close();
  await program.stop();
}
