import type { Page } from "@playwright/test";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { axeFaults, colourRules } from "./axe-faults.ts";
import { expect, test } from "./fixture.ts";
import { layoutFaults } from "./layout-faults.ts";

/** The answer to a posted form, opened as the browser would open it. */
async function openAnswer(page: Page, path: string, fields: Record<string, string>): Promise<number> {
  const answer = await page.request.post(path, { multipart: fields });
  const address = new URL(path, answer.url()).href;
  await page.route(address, (route) => route.fulfill({ response: answer }), { times: 1 });
  await page.goto(path);
  return answer.status();
}

for (const locale of offeredLocales) {
  test(`the answers to a report and a receipt in ${locale} are clean for axe and fit the screen`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const key = `a-key-of-its-own-for-${locale}`.padEnd(36, "0");
    const answers = [
      ["report/", 422, { idempotencyKey: key, text: "", contact: "x".repeat(3000) }],
      ["report/", 200, { idempotencyKey: key, text: "A container at Yokohama", contact: "a@mail.example" }],
      ["follow-up/", 422, { receipt: "12" }],
      ["follow-up/", 200, { receipt: "1234 5678 9012 3456" }],
    ] as const;
    for (const [path, status, fields] of answers) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.emulateMedia({ colorScheme: "light" });
      expect(await openAnswer(page, `/${locale}/${path}`, fields)).toBe(status);
      expect.soft(await axeFaults(page), `${path} ${status}`).toEqual([]);
      expect.soft(await layoutFaults(page), `${path} ${status}`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await axeFaults(page, colourRules), `${path} ${status} in the dark`).toEqual([]);
    }
  });
}

test("the keyboard goes past the header and to the page's own links", async ({ page }) => {
  await page.goto("/ja/drugs/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "本文へ進む" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: /電話する/ })).toBeFocused();
});

/** Where the focus is: its place among all that can have it, and what a person would miss there. */
function focused(page: Page): Promise<{ at: number | "left" | "between"; fault: string }> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, summary"),
    ].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0);
    const here = document.activeElement;
    if (!(here instanceof HTMLElement) || here === document.body) return { at: "left", fault: "" };
    // A box that scrolls, such as a wide table, takes the focus for itself.
    if (!all.includes(here)) return { at: "between", fault: "" };
    const { left, right, top, bottom } = here.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 2)];
    const above = document.elementFromPoint(x, y);
    const ring = [here, ...here.querySelectorAll("*")].flatMap((each) => [
      getComputedStyle(each),
      getComputedStyle(each, "::after"),
    ]);
    const name = here.outerHTML.slice(0, 80);
    if (above === null || !(here.contains(above) || above.contains(here) || above.closest("label")))
      return { at: all.indexOf(here), fault: `hidden behind something: ${name}` };
    if (
      !ring.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      )
    )
      return { at: all.indexOf(here), fault: `without a visible ring: ${name}` };
    return { at: all.indexOf(here), fault: "" };
  });
}

for (const forcedColors of ["none", "active"] as const) {
  for (const path of ["/ja/", "/fa/drugs/", "/en/report/", "/ja/trends/", "/my/follow-up/"]) {
    test(`the keyboard passes through ${path} in order, always seen and never caught, with forced colours ${forcedColors}`, async ({
      page,
    }) => {
      await page.emulateMedia({ forcedColors });
      await page.setViewportSize({ width: 768, height: 700 });
      await page.goto(path);
      let last = -1;
      let left = false;
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press("Tab");
        const { at, fault } = await focused(page);
        left = at === "left";
        if (at === "left") break;
        if (at === "between") continue;
        expect(fault).toBe("");
        expect(at, `after ${presses} presses`).toBeGreaterThan(last);
        last = at;
      }
      expect(left).toBe(true);
      expect(last).toBeGreaterThan(20);
    });
  }
}

test("nothing of a page is lost where the device forces its own colours or wants no motion", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  for (const path of ["", "firearms/", "report/", "trends/"]) {
    await page.goto(`/en/${path}`);
    // The colours are the device's own then, and axe would judge ours.
    expect(await axeFaults(page, "all", ["color-contrast"]), path).toEqual([]);
    const bare = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          ".button, .leave-link, input:not([type=checkbox], [type=radio]), textarea",
        ),
      ]
        .filter((each) => each.checkVisibility() && getComputedStyle(each).borderStyle.includes("none"))
        .map((each) => each.outerHTML.slice(0, 80)),
    );
    expect(bare, path).toEqual([]);
    const motion = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--quick"),
    );
    expect(motion.trim()).toMatch(/^0m?s$/);
  }
});

test("at 400 % zoom the words keep the window to themselves", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of ["/ja/", "/ja/report/", "/en/drugs/", "/ru/privacy/", "/fa/faq/"]) {
    await page.goto(path);
    expect(await layoutFaults(page), path).toEqual([]);
    await page.evaluate(() => scrollTo(0, 2000));
    const covered = await page.evaluate(
      () => document.querySelector(".top")?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
    );
    expect(covered, path).toBeLessThanOrEqual(0);
  }
});

test("whoever asks for more contrast gets no greys", async ({ page }) => {
  await page.emulateMedia({ contrast: "more", colorScheme: "dark" });
  await page.goto("/ja/drugs/");
  const quiet = page.locator("main .quiet").first();
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  await expect(quiet).toHaveCSS("color", ink);
  await page.emulateMedia({ contrast: "no-preference" });
  await expect(quiet).not.toHaveCSS("color", ink);
});
