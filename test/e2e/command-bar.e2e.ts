import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { comeIn, fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { clean } from "./desk-steps.ts";
import { KeyboardOfficer } from "./keyboard.ts";

const email = "night@customs.example";
const words = {
  en: { title: "Commands", taken: "You have taken it.", undone: "Undone.", open: "Open", find: "Search for" },
  ja: {
    title: "コマンド",
    taken: "担当になりました。",
    undone: "取り消しました。",
    open: "を開く",
    find: "を検索",
  },
} as const;

let program: BuiltProgram;
let receipt: string;

test.describe.configure({ mode: "serial" });
test.use({ locale: "en-GB" });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  program = await startDesk();
  await fileByWeb(program, "今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。");
  receipt = await fileByWeb(program, "明日、神戸で拳銃の取引があると聞いた。");
  const page = await browser.newPage({ locale: "en-GB" });
  await inviteSupervisor(page, program, email);
  await seeRows(page, program, "", 2);
  await page.close();
});
test.afterAll(() => program?.stop());

/** The bar as an officer without a mouse uses it. */
class Bar {
  readonly page: Page;
  readonly officer: KeyboardOfficer;
  readonly field: Locator;
  readonly options: Locator;
  readonly chosen: Locator;
  constructor(page: Page) {
    this.page = page;
    this.officer = new KeyboardOfficer(page);
    this.field = page.getByRole("combobox", { name: /^(Commands|コマンド)$/ });
    this.options = page.getByRole("listbox").getByRole("option");
    this.chosen = page.getByRole("listbox").getByRole("option", { selected: true });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await expect(this.field).toBeFocused();
  }

  /** Opens it, types, and runs what stands first. */
  async run(typed: string): Promise<void> {
    await this.open();
    await this.page.keyboard.insertText(typed);
    await expect(this.chosen).toHaveCount(1);
    await this.page.keyboard.press("Enter");
    await expect(this.field).toBeHidden();
  }
}

for (const [width, locale] of [
  [1280, "en"],
  [768, "ja"],
  [768, "en"],
  [1280, "ja"],
] as const)
  test(`by keyboard alone, in ${locale} at ${width}: goes anywhere, works on a tip, searches and signs out`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const t = words[locale];
    await page.setViewportSize({ width, height: 900 });
    await comeIn(page, program, email);
    const bar = new Bar(page);
    if (locale === "ja") await bar.run("nihongo");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);

    await bar.open();
    await clean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(bar.field).toBeHidden();

    // By reading, by romaji in either way, by the other language.
    for (const [typed, path] of [
      ["ヒキツギ", "/staff/handover/"],
      ["yarukoto", "/staff/tasks/"],
      ["kakitori", "/staff/spoken/"],
      [locale === "en" ? "隔離" : "quarantine", "/staff/?lane=quarantine"],
    ] as const) {
      await bar.run(typed);
      await expect(page).toHaveURL(`${program.staffUrl}${path}`);
    }

    // What was used last stands first; the arrows go round; Escape gives the focus back.
    const search = page.getByRole("searchbox");
    await bar.officer.press("/");
    await expect(search).toBeFocused();
    await bar.open();
    await expect(bar.options.nth(0)).toHaveAttribute("data-id", "view.quarantine");
    await expect(bar.options.nth(1)).toHaveAttribute("data-id", "go.spoken");
    const active = () => bar.field.getAttribute("aria-activedescendant");
    expect(await active()).toBe("command-view.quarantine");
    await bar.officer.press("ArrowDown");
    expect(await active()).toBe("command-go.spoken");
    await bar.officer.press("ArrowUp", "ArrowUp");
    expect(await active()).toBe(await bar.options.last().getAttribute("id"));
    await expect(bar.chosen).toBeInViewport();
    await bar.officer.press("Escape");
    await expect(search).toBeFocused();

    // What the page offers, no more, and as the keys do it.
    await bar.run("CSQU3054383");
    await expect(page.locator(".row")).toHaveCount(1);
    await bar.officer.press("j", "Enter");
    await expect(page.getByRole("article")).toBeVisible();
    await bar.run("tantou");
    await bar.officer.hears(t.taken);
    const reference = /SK-\d{4}-\d{6}/.exec(await page.getByRole("article").innerText())?.[0] ?? "";
    await bar.open();
    await expect(page.locator("[data-id='act.take']")).toHaveCount(0);
    await bar.officer.press("Escape");
    await bar.run("kubun");
    await expect(page.locator("[data-key='band'] [name='band']:checked")).toBeFocused();
    await bar.run("torikeshi");
    await bar.officer.hears(t.undone);

    await bar.open();
    await bar.officer.type(reference.toLowerCase());
    await expect(bar.options.first()).toContainText(t.open);
    await bar.officer.press("Enter");
    await expect(page).toHaveURL(`${program.staffUrl}/staff/cases/${reference}/`);
    await bar.run("memo");
    await expect(page.locator("[data-key='note'] textarea")).toBeFocused();

    // A receipt stands in no address, and nothing that was typed stays in the browser.
    await bar.run(receipt);
    await expect(page.locator(".row")).toHaveCount(1);
    expect(page.url()).not.toContain(receipt.replaceAll(" ", "").slice(0, 8));
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).toContain("act.band");
    expect(kept).not.toMatch(new RegExp(`CSQU|${reference}|${receipt.slice(0, 4)}`, "i"));

    await bar.run("よる");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await bar.open();
    await clean(page);
    await bar.officer.type("zzzzz");
    await expect(bar.options).toHaveCount(1);
    await expect(bar.options.first()).toContainText(t.find);
    await clean(page);
    await bar.officer.press("Escape");
    await bar.run("hiru");
    await bar.run("logout");
    await expect(page).toHaveURL(/\/staff\/sign-in\/$/);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

test("what is still being composed runs nothing, and finds by the half that stands", async ({ page }) => {
  await comeIn(page, program, email);
  const bar = new Bar(page);
  await bar.open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "ひきt", selectionStart: 3, selectionEnd: 3 });
  await expect(bar.options.first()).toHaveAttribute("data-id", "go.handover");
  // The Enter that ends the word belongs to the input method.
  for (const key of ["Enter", "Escape", "ArrowDown"])
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, windowsVirtualKeyCode: 229 });
  await expect(bar.field).toBeVisible();
  expect(await bar.field.getAttribute("aria-activedescendant")).toBe("command-go.handover");
  await devtools.send("Input.insertText", { text: "ひきつぎ" });
  await expect(bar.field).toHaveValue("ひきつぎ");
  await expect(page).toHaveURL(`${program.staffUrl}/staff/`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${program.staffUrl}/staff/handover/`);
});

test("a hand opens it by its button, chooses, and closes it beside the sheet; on a phone too", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await comeIn(page, program, email);
  const bar = new Bar(page);
  await page.getByRole("button", { name: "Commands" }).click();
  await expect(bar.field).toBeFocused();
  await clean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.mouse.click(2, 2);
  await expect(bar.field).toBeHidden();
  await page.getByRole("button", { name: "Commands" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Commands" })).toBeFocused();
  await page.getByRole("button", { name: "Commands" }).click();
  await page.getByRole("option", { name: "Tasks" }).click();
  await expect(page).toHaveURL(`${program.staffUrl}/staff/tasks/`);
});

test("without script the button is a link to the search", async ({ page, browser }) => {
  await comeIn(page, program, email);
  const state = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB", storageState: state });
  const still = await plain.newPage();
  await still.goto(`${program.staffUrl}/staff/handover/`);
  await still.getByRole("link", { name: "Commands" }).click();
  await expect(still).toHaveURL(`${program.staffUrl}/staff/#search`);
  await expect(still.getByRole("searchbox")).toBeVisible();
  await plain.close();
});
