import { expect, type Page, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { comeIn, fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { KeyboardOfficer } from "./keyboard.ts";

const email = "rows@customs.example";
const words = {
  en: {
    columns: "Choose columns",
    save: "Show these",
    usual: "As usual",
    done: "Columns changed.",
    names: { due: "Due", how: "How", score: "Score", places: "Place codes", state: "State" },
    filters: "Filters",
    goods: "Goods",
    gold: "Gold",
    firearms: "Firearms",
    picked: "2 chosen",
    narrowed: "Narrowed by",
    full: "Open on a page of its own",
    back: "← Back to the list",
    everywhere: "Search everywhere",
    letGo: "Remove: Goods: Gold",
    clear: "Clear all",
  },
  ja: {
    columns: "列を選ぶ",
    save: "この列にする",
    usual: "元の列に戻す",
    done: "列を変えました。",
    names: { due: "期限", how: "経路", score: "点", places: "地名コード", state: "状態" },
    filters: "しぼりこむ",
    goods: "品目",
    gold: "金",
    firearms: "銃器",
    picked: "2つ選択",
    narrowed: "しぼりこみの条件",
    full: "全画面で開く",
    back: "← 一覧へ戻る",
    everywhere: "すべての通報から探す",
    letGo: "条件を外す: 品目: 金",
    clear: "すべて外す",
  },
} as const;

let program: BuiltProgram;

test.describe.configure({ mode: "serial" });
test.use({ locale: "en-GB" });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  program = await startDesk();
  for (const text of [
    "今夜、神戸港に拳銃の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。",
    "来週、神戸港の倉庫に金の延べ棒が届くと聞きました。",
    "明日、横浜港で覚醒剤の取引があると聞いた。",
  ])
    await fileByWeb(program, text);
  const page = await browser.newPage({ locale: "en-GB" });
  await inviteSupervisor(page, program, email);
  await seeRows(page, program, "", 3);
  await page.close();
});
test.afterAll(() => program?.stop());

async function begin(page: Page, width: number, locale: "en" | "ja"): Promise<KeyboardOfficer> {
  await page.setViewportSize({ width, height: 800 });
  await comeIn(page, program, email);
  if (locale === "ja") await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  return new KeyboardOfficer(page);
}

for (const [width, locale] of [
  [1280, "en"],
  [768, "ja"],
] as const)
  test(`in ${locale} at ${width}, an officer chooses columns, which are theirs alone and stay, and has the usual ones back`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(180_000);
    const t = words[locale];
    const officer = await begin(page, width, locale);
    const shown = () => page.locator(".rows .row").first().locator(".cell");
    const sheet = page.getByRole("group", { name: t.columns, exact: true });
    await expect(shown()).toHaveCount(3);

    await officer.press("v");
    await expect(sheet).toBeVisible();
    await expect(sheet.getByRole("checkbox", { name: t.names.due })).toBeFocused();
    for (const at of [768, 1280, 320]) {
      await page.setViewportSize({ width: at, height: 800 });
      const { x, width: wide } = (await page.locator(".column-sheet-body").boundingBox()) ?? {
        x: -1,
        width: 0,
      };
      expect(x, `at ${at}`).toBeGreaterThanOrEqual(0);
      expect(x + wide, `at ${at}`).toBeLessThanOrEqual(at);
      // Not only in the window: nothing else lies over its edge.
      const reachable = await page.locator(".column-sheet-body").evaluate((body) => {
        const { left, right, top } = body.getBoundingClientRect();
        return [left + 4, right - 20].every((across) =>
          body.contains(document.elementFromPoint(across, top + 6)),
        );
      });
      expect(reachable, `at ${at}`).toBe(true);
    }
    await page.setViewportSize({ width, height: 800 });
    await officer.cleanAtBothSizes();

    // Whatever is ticked first, the columns stand in the table's order.
    for (const name of [t.names.state, t.names.places, t.names.how]) {
      await officer.reach(sheet.getByRole("checkbox", { name }));
      await officer.press("Space");
    }
    await officer.go(page.getByRole("button", { name: t.save }));
    await officer.hears(t.done);
    const chosen = ["cell-due", "cell-places", "cell-state", "cell-score"];
    const classes = () =>
      page
        .locator(".rows .row")
        .first()
        .locator(".cell")
        .evaluateAll((cells) => cells.map((cell) => cell.classList.item(1)));
    expect(await classes()).toEqual(chosen);
    if (width === 1280)
      await expect(page.locator(".row-head .cell")).toHaveText([
        t.names.due,
        t.names.places,
        t.names.state,
        t.names.score,
      ]);
    await officer.cleanAtBothSizes();

    // Another browser of the same officer has them, a colleague has not.
    const elsewhere = await browser.newPage({ locale: "en-GB" });
    await comeIn(elsewhere, program, email);
    await expect(elsewhere.locator(".rows .row").first().locator(".cell-places")).toHaveCount(1);
    await elsewhere.close();
    const colleague = await browser.newPage({ locale: "en-GB" });
    await inviteSupervisor(colleague, program, `colleague-${locale}@customs.example`);
    await expect(colleague.locator(".rows .row").first().locator(".cell")).toHaveCount(3);
    await expect(colleague.locator(".rows .row").first().locator(".cell-places")).toHaveCount(0);
    await colleague.close();

    await officer.press("v");
    await expect(sheet.getByRole("checkbox", { name: t.names.places })).toBeChecked();
    await officer.go(page.getByRole("button", { name: t.usual }));
    await officer.hears(t.done);
    expect(await classes()).toEqual(["cell-due", "cell-how", "cell-score"]);
  });

for (const [width, locale] of [
  [768, "en"],
  [1280, "ja"],
] as const)
  test(`in ${locale} at ${width}, an officer narrows the list by its groups of filters and lets go by chips`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const t = words[locale];
    const officer = await begin(page, width, locale);
    const rows = page.locator(".row");
    await expect(rows).toHaveCount(3);
    const chips = page.getByRole("list", { name: t.narrowed });
    await expect(chips).toHaveCount(0);

    await officer.go(page.locator(".filters > summary"));
    const goods = page.getByRole("group", { name: t.goods, exact: true });
    await expect(goods).toBeHidden();
    await officer.go(page.locator(".filter-group > summary").filter({ hasText: t.goods }));
    await expect(goods).toBeVisible();
    await officer.cleanAtBothSizes();
    // Of the long list only what is there, each with how many it would leave.
    await expect(goods.getByRole("checkbox")).toHaveCount(3);
    for (const name of [t.gold, t.firearms]) {
      const choice = goods.locator("label").filter({ hasText: name });
      await expect(choice.locator(".filter-count")).toHaveText("1");
      await officer.reach(choice.getByRole("checkbox"));
      await officer.press("Space");
    }
    await officer.go(page.locator(".filter-form").getByRole("button", { name: t.filters }));
    await expect(rows).toHaveCount(2);
    await expect(chips.getByRole("link")).toHaveCount(3);
    // Opened again where something is chosen, and nowhere else.
    await expect(page.locator(".filter-group[open]")).toHaveCount(1);
    await expect(page.locator(".filter-picked")).toHaveText(t.picked);
    await officer.cleanAtBothSizes();

    // From a tip on a page of its own one comes back to this very list, at the tip's row.
    const narrow = page.url().replace("&due=&owner=", "");
    await officer.press("j", "j", "Enter");
    await officer.go(page.getByRole("link", { name: t.full }));
    await officer.cleanAtBothSizes();
    const id = await page.getByRole("article").getAttribute("data-tip");
    await officer.go(page.getByRole("link", { name: t.back }));
    await expect(page).toHaveURL(`${narrow}#row-${id}`);
    await expect(page.locator(`#row-${id}`)).toBeInViewport();
    await expect(chips.getByRole("link")).toHaveCount(3);
    await officer.press("k");
    await expect(rows.first().locator("a.row-what")).toBeFocused();

    // A search looks within what was set, says so, and looks everywhere at one press.
    await officer.press("/");
    await officer.type("横浜港");
    await officer.press("Enter");
    await expect(rows).toHaveCount(0);
    await expect(chips.getByRole("link", { name: t.gold })).toBeVisible();
    await officer.cleanAtBothSizes();
    await officer.go(page.locator(".empty").getByRole("link", { name: t.everywhere }));
    await expect(rows).toHaveCount(1);
    await expect(chips.getByRole("link")).toHaveCount(2);
    await page.goto(narrow);

    await officer.go(chips.getByRole("link", { name: t.letGo }));
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText(t.firearms);
    await expect(chips.getByRole("link")).toHaveCount(2);
    await officer.go(chips.getByRole("link", { name: t.clear }));
    await expect(rows).toHaveCount(3);
    await expect(chips).toHaveCount(0);
    await expect(page).toHaveURL(`${program.staffUrl}/staff/`);
  });
