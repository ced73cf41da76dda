import { expect, type Page, test } from "@playwright/test";
import { press, talk } from "../support/fake-twilio/fake-twilio.ts";
import {
  command,
  type DeskWithLine,
  fileByWeb,
  inviteSupervisor,
  postJson,
  startDeskWithLine,
} from "./desk-program.ts";
import { password, setUp } from "./desk-steps.ts";
import { KeyboardOfficer } from "./keyboard.ts";
import { light } from "./looks.ts";
import { newCode } from "./new-code.ts";
import { answerByWeb, leave, reportByWeb, reportWithoutScript, wordsOf } from "./night-others.ts";

/** Two nights: in English at a wide screen, in Japanese at a narrow one. */
const nights = [
  { locale: "en", width: 1280, colorScheme: "light" },
  { locale: "ja", width: 768, colorScheme: "dark" },
] as const;

for (const { locale, width, colorScheme } of nights)
  test.describe(`a night at the desk, in ${locale} at ${width} px`, () => {
    test.describe.configure({ mode: "serial", timeout: 240_000 });
    test.use({ locale: "en-GB", viewport: { width, height: 900 }, colorScheme });
    const t = wordsOf(locale);

    let program: DeskWithLine;
    let page: Page;
    let officer: KeyboardOfficer;
    let receipt: string;
    // What the queue is narrowed by is a list of its own above it.
    const rows = () => page.locator("#list").getByRole("listitem");
    const tip = () => page.getByRole("article");

    test.beforeAll(async ({ browser }) => {
      program = await startDeskWithLine();
      const context = await browser.newContext({
        locale: "en-GB",
        viewport: { width, height: 900 },
        colorScheme,
      });
      page = await context.newPage();
      officer = new KeyboardOfficer(page);
    });
    test.afterAll(async () => {
      await page?.context().close();
      await program?.stop();
    });

    async function signIn(): Promise<void> {
      await officer.reach(page.getByLabel(t.signIn.email));
      await officer.type("night@customs.example");
      await officer.reach(page.getByLabel(t.signIn.password));
      await officer.type(password);
      await officer.press("Enter");
      await officer.reach(page.getByLabel(t.totp.code));
      await officer.type(await newCode(program, "night@customs.example"));
      await officer.press("Enter");
    }

    test("the officers come in for the first time", async ({ browser }) => {
      const admin = await browser.newPage();
      await setUp(admin, await program.firstAdmin(), "admin@customs.example");
      await admin.close();
      await inviteSupervisor(page, program, "night@customs.example");
      await light(page, colorScheme);
      if (locale === "ja") await page.getByRole("button", { name: "日本語" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByText(t.queue.empty)).toBeVisible();
      await officer.cleanAtBothSizes();
    });

    test("tips come in by every channel, and each is in the queue", async ({ browser }) => {
      receipt = await reportByWeb(
        browser,
        program.publicUrl,
        "Unlit boat PELICANWHARF at the north quay, two men carried bags",
      );
      await reportWithoutScript(browser, program.publicUrl, "横浜港の倉庫に HERONQUAY と書いた箱があります");
      await fileByWeb(
        program,
        "今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。",
      );
      expect((await program.twilio.message("神戸港で HERONQUAY と書いた袋を見ました")).status).toBe(200);
      await program.twilio.call([press("1"), talk(3)], "+818000000009");
      const made = await command(program, "partner", "create", "--name", "日本倉庫組合");
      const key = /\S{40,}/.exec(made)?.[0] ?? "";
      const partner = await postJson(
        program,
        "/partner/v1/tips",
        { text: "組合員が CORMORANT 号の荷に不審な点を見ました" },
        { authorization: `Bearer ${key}` },
      );
      expect(partner.status).toBe(201);
      await expect
        .poll(
          async () => {
            await page.reload();
            return rows().count();
          },
          { timeout: 30_000 },
        )
        .toBe(6);
      for (const [channel, count] of [
        ["web", 3],
        ["voice", 1],
        ["sms", 1],
        ["partner", 1],
      ] as const)
        await expect(rows().filter({ hasText: t.channels[channel] })).toHaveCount(count);
      await officer.cleanAtBothSizes();
    });

    test("the urgent one is on top, says why, and is taken, graded and put right by keyboard alone", async () => {
      await page.goto(`${program.staffUrl}/staff/`);
      await officer.press("j", "Enter");
      await expect(tip().locator("mark").filter({ hasText: "CSQU 305438-3" })).toBeVisible();
      await expect(tip()).toContainText("今夜、横浜港に覚醒剤");
      await officer.cleanAtBothSizes();
      await officer.press("t");
      await officer.hears(t.flash.taken);
      await officer.press("b");
      await officer.press("ArrowDown");
      await officer.reach(tip().getByLabel(t.tip.bandReason, { exact: true }));
      await officer.type("Checked with the port");
      await officer.press("Enter");
      await officer.hears(t.flash.band_set);
      await officer.press("u");
      await officer.hears(t.flash.undone);
    });

    test("two that belong together are merged, one is taken out again, and that is taken back", async () => {
      await page.goto(`${program.staffUrl}/staff/`);
      await officer.press("/");
      await officer.type("HERONQUAY");
      await officer.press("Enter");
      await expect(rows()).toHaveCount(2);
      await officer.press("j", "x", "j", "x");
      await officer.cleanAtBothSizes();
      await officer.press("m");
      await officer.hears(t.flash.several_joined.replace("{done}", "1"));
      await officer.press("j", "Enter");
      await expect(tip()).toBeVisible();
      await officer.press("w");
      await officer.hears(t.flash.parted);
      await officer.press("u");
      await officer.hears(t.flash.undone);
      await officer.cleanAtBothSizes();
    });

    test("one reporter is asked, answers with the receipt, and the answer is seen", async ({ browser }) => {
      await page.goto(`${program.staffUrl}/staff/`);
      await officer.press("/");
      await officer.type("pelicanwharf");
      await officer.press("Enter");
      await expect(rows()).toHaveCount(1);
      await officer.press("j", "Enter");
      await expect(tip()).toContainText("PELICANWHARF");
      await officer.press("q");
      await officer.reach(tip().getByRole("textbox", { name: t.tip.messageHint.split("{lang}")[0] }));
      await officer.type("Which colour was the boat?");
      await officer.go(tip().getByRole("button", { name: t.tip.send, exact: true }));
      await officer.hears(t.flash.sent);
      await answerByWeb(
        browser,
        program.publicUrl,
        receipt,
        "Which colour was the boat?",
        "It was blue, with KESTRELMARK on it.",
      );
      await expect
        .poll(
          async () => {
            await page.goto(`${program.staffUrl}/staff/?unread=1`);
            return rows().count();
          },
          { timeout: 30_000 },
        )
        .toBe(1);
      await officer.press("j", "Enter");
      await expect(tip()).toContainText("KESTRELMARK");
      await officer.cleanAtBothSizes();
    });

    test("one is noted on and closed, and found among the closed", async () => {
      await officer.press("n");
      await officer.type("The same boat as last week");
      await officer.go(tip().getByRole("button", { name: t.notes.save, exact: true }));
      await officer.hears(t.flash.noted);
      await officer.press("c");
      await officer.choose(
        tip().getByRole("combobox", { name: t.tip.outcome }),
        t.tip.outcomes.nothing_found,
      );
      await officer.reach(tip().getByLabel(t.tip.closeReason));
      await officer.type("Only fish");
      await officer.go(tip().getByRole("button", { name: t.tip.close, exact: true }));
      await officer.hears(t.flash.closed);
      // On a narrow screen the tip stands before the list.
      const back = page.getByRole("link", { name: t.queue.backToList });
      if (await back.isVisible()) await officer.go(back);
      await officer.go(page.getByRole("link", { name: new RegExp(`^${t.queue.closed}`) }));
      await expect(rows()).toHaveCount(1);
      await officer.press("j", "Enter");
      await expect(tip()).toContainText(t.tip.outcomes.nothing_found);
      await officer.cleanAtBothSizes();
    });

    test("every other page is clean as well", async () => {
      for (const path of [
        "/staff/account/",
        "/staff/tasks/",
        "/staff/?lane=quarantine",
        "/staff/?lane=set_aside",
        "/staff/?q=nothinglikethis",
        "/staff/tips/00000000-0000-7000-8000-000000000000/",
      ]) {
        await page.goto(`${program.staffUrl}${path}`);
        await officer.cleanAtBothSizes();
      }
    });

    test("the officer goes home, comes back, and leaves for good: the open page opens nothing more", async ({
      browser,
    }) => {
      await page.goto(`${program.staffUrl}/staff/account/`);
      const signOut = page.getByRole("button", { name: t.nav.signOut });
      if (!(await signOut.isVisible())) await officer.go(page.getByRole("banner").locator("summary"));
      await officer.go(signOut);
      await officer.hears(t.flash.signed_out);
      await officer.cleanAtBothSizes();
      await signIn();
      await expect(rows().first()).toBeVisible();

      const admin = await browser.newPage();
      await admin.goto(`${program.staffUrl}/staff/`);
      await admin.getByLabel(/E-mail address|メール/).fill("admin@customs.example");
      await admin.locator('input[type="password"]').fill(password);
      await admin.keyboard.press("Enter");
      await admin.getByLabel(/Six-digit code|6/).fill(await newCode(program, "admin@customs.example"));
      await admin.keyboard.press("Enter");
      await expect(admin.getByRole("navigation").first()).toBeVisible();
      await leave(admin, program);
      await admin.close();

      await officer.press("j", "Enter");
      await expect(page.getByLabel(t.signIn.email)).toBeVisible();
      await page.goto(`${program.staffUrl}/staff/`);
      await expect(page.getByLabel(t.signIn.email)).toBeVisible();
      await officer.cleanAtBothSizes();
    });
  });
