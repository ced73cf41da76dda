/** How the desk is looked at: both languages, a wide and a narrow screen, by day and by night. */
import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe-faults.ts";
import { clean } from "./desk-steps.ts";

export const looks = [
  { locale: "en", width: 1280, colorScheme: "light" },
  { locale: "ja", width: 768, colorScheme: "dark" },
] as const;
export type Look = (typeof looks)[number];

/** Turns the desk to this look, on the page as it stands. */
export async function wear(page: Page, { locale, width, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await light(page, colorScheme);
  const button = page.getByRole("button", { name: locale === "ja" ? "日本語" : "English", exact: true });
  if (await button.isVisible()) await button.click();
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
}

/** Draws this page and those to come by day or by night, whatever hour it is: left alone the desk is dark at night. */
export async function light(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const { hostname } = new URL(page.url());
  await page
    .context()
    .addCookies([{ name: "desk_theme", value: colorScheme, domain: hostname, path: "/staff" }]);
  await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), colorScheme);
}

/** With `SHOTS` set, a picture of the page goes into that folder. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const { width } = page.viewportSize() ?? { width: 0 };
  const locale = await page.evaluate(() => document.documentElement.lang);
  await page.screenshot({ path: `${process.env.SHOTS}/${name}-${locale}-${width}.png` });
}

/** Clean for assistive technology, and no wider than the window. */
export async function wellDrawn(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await clean(page);
  expect(await fits(page), name).toBe(true);
}

/**
 * The page at both widths, one by day and one by night, turned about for the other language: clean, and no wider than the
 * window, nor than a small phone's.
 */
export async function wellDrawnByDayAndNight(page: Page, locale: "en" | "ja", name: string): Promise<void> {
  const [first, then] = locale === "en" ? (["light", "dark"] as const) : (["dark", "light"] as const);
  for (const [width, theme] of [
    [1280, first],
    [768, then],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    // As if the officer had chosen it, on the page as it stands.
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    expect(await axeFaults(page), `${name} in ${locale} at ${width}, ${theme}`).toEqual([]);
    expect(await fits(page), `${name} in ${locale} at ${width}`).toBe(true);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await fits(page), `${name} in ${locale} at 320`).toBe(true);
}

export const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
