import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import type { BuiltProgram } from "../support/built-program.ts";
import { fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { KeyboardOfficer } from "./keyboard.ts";
import { fits, looks, wear, wellDrawn } from "./looks.ts";
import { newCode } from "./new-code.ts";
import { wordsOf } from "./night-others.ts";

const email = "reader@customs.example";
const words =
  "今夜、横浜港にシャブの入ったコンテナ CSQU 305438-3 が着きます。本牧の倉庫で HERONQUAY と書いた箱を見ました。";

let program: BuiltProgram;
let page: Page;
let officer: KeyboardOfficer;
let tip: string;

test.describe.configure({ mode: "serial", timeout: 120_000 });

test.beforeAll(async ({ browser }) => {
  program = await startDesk();
  page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  officer = new KeyboardOfficer(page);
  await inviteSupervisor(page, program, email);
  const form = new FormData();
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#456" } })
    .composite([{ input: { create: { width: 120, height: 90, channels: 3, background: "#fc4" } } }])
    .jpeg()
    .toBuffer();
  for (const [name, value] of Object.entries({ locale: "ja", text: words, idempotencyKey: randomUUID() }))
    form.append(name, value);
  form.append("files", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "quay.jpg");
  const sent = await fetch(`${program.publicUrl}/api/tips`, { method: "POST", body: form });
  expect(sent.status).toBe(201);
  await fileByWeb(program, "พบยาเสพติดในน้ำที่ท่าเรือโยโกฮามา KESTRELMARK", { locale: "th" });
  await fileByWeb(program, "مواد مخدر در انبار بندر یوکوهاما، KESTRELMARK", { locale: "fa" });
  await seeRows(page, program, "q=HERONQUAY", 1);
  tip = `/staff/tips/${await page.locator(".row").getAttribute("data-tip")}/`;
});
test.afterAll(async () => {
  await page?.context().close();
  await program?.stop();
});

const article = () => page.getByRole("article");
const open = (path: string) => page.goto(`${program.staffUrl}${path}`);

for (const look of looks) {
  const { locale } = look;
  const t = wordsOf(locale);
  const name = `${locale} at ${look.width} px`;

  test(`each understood word is reached by keyboard and says what it was understood as, in ${name}`, async () => {
    await open(tip);
    await wear(page, look);
    const marks = article().locator(".words").first().locator(".mark");
    const heard: string[] = [];
    await officer.reach(marks.first());
    const count = await marks.count();
    for (let at = 0; at < count; at += 1) {
      const mark = marks.nth(at);
      await expect(mark).toBeFocused();
      const shown = await mark.evaluate((element) => {
        const { content, visibility } = getComputedStyle(element, "::after");
        return { content, visibility, told: element.getAttribute("aria-description") };
      });
      expect(shown.visibility).toBe("visible");
      expect(JSON.parse(shown.content)).toBe(shown.told);
      heard.push(`${await mark.textContent()} = ${shown.told}`);
      expect(await fits(page), heard.at(-1)).toBe(true);
      if (at === 1) await wellDrawn(page, "marks");
      await officer.press("ArrowRight");
    }
    const all = heard.join("\n");
    expect(all).toContain(`CSQU 305438-3 = ${t.identifiers.container} CSQU3054383`);
    expect(all).toMatch(new RegExp(`シャブ = .*${t.marks.goods}: ${t.categories.stimulants}`));
    expect(all).toMatch(new RegExp(`横浜.* = .*${t.marks.place}: Yokohama \\(JPYOK\\)`));
    expect(all).toMatch(new RegExp(`今夜.* = .*${t.marks.time}: `));
    // All of them are one stop: the next goes on to what follows.
    await officer.press("Tab");
    await expect(article().locator(".words .mark:focus")).toHaveCount(0);
    await page.setViewportSize({ width: 320, height: 700 });
    for (let at = 0; at < count; at += 1) {
      await marks.nth(at).focus();
      expect(await fits(page), `${heard[at]} at 320 px`).toBe(true);
    }
    await wellDrawn(page, "marks");
    await page.setViewportSize({ width: look.width, height: 900 });
  });

  test(`the words for goods are explained in both languages of the desk, in ${name}`, async () => {
    await open(tip);
    await officer.go(article().locator(".glossary summary"));
    const glossary = article().locator(".glossary dl");
    await expect(glossary.getByRole("term")).toHaveText(["シャブ"]);
    for (const each of [wordsOf("ja"), wordsOf("en")])
      await expect(glossary).toContainText(each.glossary.goods.stimulants);
    await expect(glossary).toContainText(t.glossary.senses.named);
    await wellDrawn(page, "glossary");
  });

  test(`a search shows the line that it found and marks it in the opened tip, in ${name}`, async () => {
    await open("/staff/");
    await wear(page, look);
    await officer.press("/");
    await officer.type("heronquay");
    await officer.press("Enter");
    const line = page.locator(".row-line");
    await expect(line).toContainText("本牧の倉庫で HERONQUAY と書いた箱");
    await expect(line.locator("mark")).toHaveText("HERONQUAY");
    await expect(line.locator("mark")).toBeInViewport();
    await officer.press("j", "Enter");
    await expect(article().locator(".words .hit").first()).toHaveText("HERONQUAY");
    await wellDrawn(page, "hit");
    await seeRows(page, program, "q=kestrelmark", 2);
    await expect(page.locator(".row-line[lang=fa] mark")).toHaveText("KESTRELMARK");
    await wellDrawn(page, "hits");
    await page.setViewportSize({ width: 320, height: 700 });
    await wellDrawn(page, "hits");
    await open(`/staff/?q=${encodeURIComponent("ในน")}`);
    await expect(page.locator(".row-line mark")).toHaveText("ในน้ำ");
    await page.setViewportSize({ width: look.width, height: 900 });
  });

  test(`a photo is fetched when asked for and looked at in all its size by keys, in ${name}`, async () => {
    await open(tip);
    await wear(page, look);
    const picture = article().locator(".picture");
    await expect(picture.locator("img")).toHaveCount(0);
    // The line is cut while it is on its way, and is whole again when the officer asks once more.
    let cut = () => {};
    const waiting = new Promise<void>((resolve) => (cut = resolve));
    await page.route("**/staff/evidence/*", (route) => waiting.then(() => route.abort()), { times: 1 });
    await officer.go(picture.locator("summary"));
    await expect(picture.getByRole("status")).toHaveText(t.zoom.loading);
    cut();
    await expect(picture.getByRole("status")).toHaveText(t.zoom.lost);
    await wellDrawn(page, "photo-lost");
    await officer.go(picture.getByRole("button", { name: t.again }));
    const large = picture.getByRole("button", { name: t.zoom.open });
    await expect(large).toBeFocused();
    await expect(large.locator("img")).toHaveJSProperty("complete", true);
    await expect(picture.locator(".picture-note")).toBeEmpty();
    await expect(picture.getByRole("button", { name: t.again })).toBeHidden();
    await wellDrawn(page, "photo");
    await officer.go(large);
    const dialog = page.getByRole("dialog");
    const placed = () => dialog.locator("img").evaluate(({ style }) => style.transform);
    await expect(dialog.getByRole("button", { name: t.zoom.in })).toBeFocused();
    await officer.press("+", "+", "ArrowLeft");
    await expect.poll(placed).toBe("translate(80px, 0px) scale(1.96)");
    await wellDrawn(page, "zoom");
    await officer.press("-", "0");
    await expect.poll(placed).toBe("translate(0px, 0px) scale(1)");
    await officer.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(large).toBeFocused();
    await open(tip);
    await expect(
      article().locator(".timeline li").filter({ hasText: t.actions["evidence.opened"] }),
    ).toHaveCount(looks.indexOf(look) + 1);
  });

  test(`the sealed original is saved after a fresh proof, which the tip's events then tell, in ${name}`, async () => {
    await open(tip);
    const events = article().locator(".timeline li").filter({ hasText: t.actions["tip.sealed_saved"] });
    const before = await events.count();
    await officer.reach(article().getByRole("link", { name: t.tip.saveSealed }).first());
    // One proof holds for five minutes: the second look may need none.
    const saved = page.waitForEvent("download").then(() => false);
    const asked = page.getByRole("heading", { name: t.stepUp.title }).waitFor();
    await officer.press("Enter");
    if (await Promise.race([saved, asked.then(() => true)])) {
      await wellDrawn(page, "proof");
      await officer.reach(page.getByLabel(t.stepUp.code));
      await officer.type(await newCode(program, email));
      await officer.press("Enter");
      await expect(page.getByText(t.stepUp.done)).toBeVisible();
      await wellDrawn(page, "proven");
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        officer.go(page.getByRole("link", { name: t.stepUp.save })),
      ]);
      expect(file.suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.age$/);
      expect((await readFile(await file.path())).toString("latin1")).toMatch(/^age-encryption\.org\/v1\n/);
      // Nothing goes on waiting for a page that never comes.
      await expect(page.locator("body")).not.toHaveAttribute("data-busy");
      await officer.go(page.getByRole("link", { name: t.stepUp.doneBack }));
      await expect(article()).toBeVisible();
    }
    await Promise.allSettled([saved, asked]);
    await open(tip);
    await expect(events).toHaveCount(before + 1);
    await wellDrawn(page, "custody");
  });
}

test("without a translator of the office's own the page says so, and asks nobody", async () => {
  await open(tip);
  await wear(page, looks[0]);
  await expect(article().getByText(wordsOf("en").translation.none)).toBeVisible();
  await expect(article().locator(".translate-form")).toHaveCount(0);
});

test("a photo that is gone from its store is told as that, with its number and the way back", async () => {
  await open(tip);
  const href = (await article().locator(".picture").getAttribute("data-src")) ?? "";
  await rm(join(program.dataDir, "evidence"), { recursive: true });
  for (const look of looks) {
    const t = wordsOf(look.locale);
    await open(href);
    await wear(page, look);
    await open(href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.lostFile.gone.title);
    await expect(page.locator("main .code").first()).toHaveText(href.split("/").at(-1) ?? "");
    await wellDrawn(page, "lost");
    await page.getByRole("link", { name: t.lostFile.tip }).click();
    await expect(article()).toBeVisible();
  }
});
