import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixture.ts";

const words = '夜の港で、見慣れない船を見ました。\n"<b>二行目</b>" & 三行目';
const field = { words: "何を見ましたか", send: "送る" };

/** A photo with a place and a camera in its metadata. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: "#456" } })
    .withExif({ IFD0: { Model: "Camera" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 40/1 0/1" } })
    .jpeg()
    .toBuffer();
}

async function openForm(page: Page): Promise<void> {
  await page.goto("/ja/report/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("見たこと、聞いたことを書く");
}

const onward = (page: Page) => page.getByRole("button", { name: "次へ" }).click();

/** Through the questions that are left to the page that shows every answer. */
async function toCheck(page: Page): Promise<void> {
  const next = page.getByRole("button", { name: "次へ" });
  while (await next.isVisible()) await next.click();
  await page.getByRole("button", { name: "確かめる" }).click();
  await expect(page.getByRole("heading", { name: "送る前に確かめてください" })).toBeVisible();
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: field.send }).click();
}

/** Fills the first question and goes through to the sending; without script all is on one page. */
async function writeAndSend(page: Page, text: string, stepped = true): Promise<void> {
  await page.getByLabel(field.words).fill(text);
  if (stepped) await toCheck(page);
  await send(page);
}

async function receiptOn(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("受け取りました");
  const shown = ((await page.locator(".ticket").textContent()) ?? "").replace(/\s+/g, " ").trim();
  expect(shown).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  return shown;
}

/** How many tips the program says it took. */
function accepted(output: string): number {
  return output.split('"code":"tip_accepted"').length - 1;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a person files a tip with a photo and gets a receipt, with nothing in the address", async ({
      page,
      program,
    }) => {
      const before = accepted(program.output());
      await page.goto("/ja/");
      await page.getByRole("link", { name: "ネットで知らせる" }).first().click();
      const step = async () => {
        if (javaScriptEnabled) await onward(page);
      };
      await page.getByLabel(field.words).fill(words);
      await step();
      await page.getByRole("checkbox", { name: "金（きん）" }).check();
      await step();
      await page.getByLabel("どこですか").fill("港の北がわ");
      await step();
      await page.getByRole("checkbox", { name: "小さな船・漁船" }).check();
      await step();
      await step();
      await page
        .getByLabel("写真やファイル")
        .setInputFiles([{ name: "港.jpg", mimeType: "image/jpeg", buffer: await photo() }]);
      if (javaScriptEnabled) await toCheck(page);
      await send(page);
      await receiptOn(page);
      await expect(
        page.getByText("「港.jpg」から、撮影場所、機種、日時の記録を取り除きました。"),
      ).toBeVisible();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/ja/report/");
      await expect.poll(() => accepted(program.output())).toBe(before + 1);
    });

    test("what must be put right is named, and everything else written is kept", async ({ page }) => {
      await openForm(page);
      const step = async () => {
        if (javaScriptEnabled) await onward(page);
      };
      await page.getByLabel(field.words).fill(words);
      await step();
      await page.getByRole("checkbox", { name: "覚醒剤" }).check();
      await step();
      await page.getByLabel("どこですか").fill("港".repeat(2001));
      await step();
      await step();
      await page.getByLabel("かかわっている人や会社").fill("\n空の一行目");
      if (javaScriptEnabled) await toCheck(page);
      await send(page);
      const summary = page.getByRole("alert");
      await expect(summary).toContainText("長すぎます。");
      if (javaScriptEnabled) await expect(summary).toBeFocused();
      await expect(page.getByLabel("どこですか")).toHaveAccessibleDescription(/長すぎます。/);
      await expect(page.getByLabel("かかわっている人や会社")).toHaveValue("\n空の一行目");
      await expect(page.getByRole("checkbox", { name: "覚醒剤" })).toBeChecked();
      await summary.getByRole("link").click();
      await expect(page.getByLabel("どこですか")).toBeFocused();
      await page.getByLabel("どこですか").fill("港");
      await send(page);
      await receiptOn(page);
    });

    test("refreshing and going back never make a second tip", async ({ page, program }) => {
      const before = accepted(program.output());
      await openForm(page);
      await writeAndSend(page, `${words} ${javaScriptEnabled}`, javaScriptEnabled);
      await receiptOn(page);
      await page.reload();
      await page.goBack();
      // Without script the browser itself asks before it sends a form anew; with it there is no form to send.
      if (javaScriptEnabled) await page.goForward();
      await expect(page.locator("body")).not.toContainText("三行目");
      await expect.poll(() => accepted(program.output())).toBe(before + 1);
    });

    test("leaving quickly leads to a page that has nothing to do with this one", async ({
      page,
      context,
    }) => {
      const asked: string[] = [];
      await context.route(/jma\.go\.jp/, (route) => {
        asked.push(JSON.stringify(route.request().headers()));
        return route.fulfill({ contentType: "text/html", body: "<title>weather</title>" });
      });
      await openForm(page);
      await page.getByLabel(field.words).fill(words);
      expect(asked).toEqual([]);
      await page.getByRole("link", { name: "すぐに離れる" }).click();
      await expect(page).toHaveTitle("weather");
      expect(asked.join()).not.toContain("referer");
      await page.goBack();
      if (javaScriptEnabled) expect(page.url()).toBe("about:blank");
      else await expect(page.getByLabel(field.words)).toHaveValue("");
    });
  });
}

test("two quick clicks send once, and the receipt survives no history", async ({ page, program }) => {
  const before = accepted(program.output());
  await openForm(page);
  await page.getByLabel(field.words).fill(words);
  await toCheck(page);
  await page.getByRole("button", { name: field.send }).dblclick();
  await receiptOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("button", { name: "番号を印刷する" })).toBeVisible();
  await expect.poll(() => accepted(program.output())).toBe(before + 1);
  await page.reload();
  await expect(page.getByLabel(field.words)).toHaveValue("");
});

test("Shift three times leaves at once", async ({ page, context }) => {
  await context.route(/jma\.go\.jp/, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>weather</title>" }),
  );
  await openForm(page);
  await page.getByLabel(field.words).fill("途中");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await expect(page).toHaveTitle("weather");
});

test("typing capital letters does not leave", async ({ page }) => {
  await openForm(page);
  await page.getByLabel(field.words).focus();
  for (const letter of "ABCDEF") await page.keyboard.press(`Shift+${letter}`);
  await expect(page.getByLabel(field.words)).toHaveValue("ABCDEF");
});

test("a lost connection costs no word, and sending again makes one tip", async ({
  page,
  context,
  program,
}) => {
  const before = accepted(program.output());
  await openForm(page);
  await page.getByLabel(field.words).fill(words);
  await toCheck(page);
  await context.setOffline(true);
  await send(page);
  await expect(page.getByText("書いたことはこのページに残っています")).toBeVisible();
  await expect(page.locator("textarea[name=text]")).toHaveValue(words);
  await context.setOffline(false);
  await page.getByRole("button", { name: field.send }).click();
  await receiptOn(page);
  await expect.poll(() => accepted(program.output())).toBe(before + 1);
});

test("files too many or too large are named before anything is sent", async ({ page }, info) => {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await openForm(page);
  await page.getByLabel(field.words).fill(words);
  for (let question = 1; question < 6; question += 1) await onward(page);
  const files = Array.from({ length: 6 }, (_, at) => ({
    name: `${at}.jpg`,
    mimeType: "image/jpeg",
    buffer: Buffer.alloc(9),
  }));
  await page.getByLabel("写真やファイル").setInputFiles(files);
  await expect(page.getByText("ファイルは5つまでです。")).toBeVisible();
  const big = info.outputPath("大きい.mp4");
  await writeFile(big, Buffer.alloc(20 * 1024 * 1024 + 1));
  await page.getByLabel("写真やファイル").setInputFiles(big);
  await expect(page.getByText("「大きい.mp4」は大きすぎます。")).toBeVisible();
  await page.getByRole("button", { name: "確かめる" }).click();
  await expect(page.getByLabel("写真やファイル")).toBeFocused();
  await expect(page.getByRole("button", { name: field.send })).toBeHidden();
  expect(posts).toEqual([]);
});

test("chosen files stay chosen when only the words were wrong", async ({ page }) => {
  await openForm(page);
  await page.getByLabel(field.words).fill(words);
  await onward(page);
  await onward(page);
  await page.getByLabel("どこですか").fill("港".repeat(2001));
  for (let question = 3; question < 6; question += 1) await onward(page);
  const file = { name: "港.jpg", mimeType: "image/jpeg", buffer: await photo() };
  await page.getByLabel("写真やファイル").setInputFiles([file]);
  await toCheck(page);
  await send(page);
  await expect(page.getByRole("alert")).toContainText("長すぎます。");
  await expect(page.getByText("写真やファイルは、もう一度選んでください。")).toHaveCount(0);
  await page.getByLabel("どこですか").fill("港");
  await send(page);
  await receiptOn(page);
  await expect(page.getByText("「港.jpg」から")).toBeVisible();
});

test("a file that is no picture, sound or document is refused beside its field", async ({ page }) => {
  await openForm(page);
  await page.getByLabel(field.words).fill(words);
  for (let question = 1; question < 6; question += 1) await onward(page);
  const file = {
    name: "program.exe",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("MZ\0\0not a picture"),
  };
  await page.getByLabel("写真やファイル").setInputFiles([file]);
  await toCheck(page);
  await send(page);
  await expect(page.locator("input[type=file]")).toHaveAccessibleDescription(
    /「program\.exe」は受け取れない種類のファイルです。/,
  );
  await expect(page.getByLabel(field.words)).toHaveValue(words);
});
