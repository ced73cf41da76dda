import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixture.ts";

const question = "What did you see or hear?";
const next = (page: Page) => page.getByRole("button", { name: "Next" });
const weather = /jma\.go\.jp/;

async function toCheck(page: Page): Promise<void> {
  while (await next(page).isVisible()) await next(page).click();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Check before you send" })).toBeVisible();
}

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
}

test.beforeEach(({ context }) =>
  context.route(weather, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>weather</title>" }),
  ),
);

test("one question a page, told in words, with everything kept on the way back", async ({ page }) => {
  await page.goto("/en/report/");
  await expect(page.getByText("Question 1 of 6")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toBeHidden();
  await page.getByRole("textbox", { name: question }).fill("A boat came in without lights.");
  await next(page).click();
  await expect(page.getByText("Question 2 of 6")).toBeFocused();
  await page.getByRole("checkbox", { name: "Gold" }).check();
  await next(page).click();
  await page.getByRole("textbox", { name: "Where?" }).fill("north quay");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Question 4 of 6")).toBeVisible();
  for (let back = 0; back < 3; back += 1) await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("textbox", { name: question })).toHaveValue("A boat came in without lights.");
  await toCheck(page);
  const answers = page.locator(".answers");
  await expect(answers).toContainText("A boat came in without lights.");
  await expect(answers).toContainText("Gold");
  await expect(answers).toContainText("north quay");
  await expect(answers).toContainText("Left empty");
  await clean(page);
  await page.getByRole("button", { name: "Change: Where?" }).click();
  await expect(page.getByRole("textbox", { name: "Where?" })).toBeFocused();
  await page.getByRole("textbox", { name: "Where?" }).fill("south quay");
  await toCheck(page);
  await expect(answers).toContainText("south quay");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have received it");
});

test("without words there is no second question", async ({ page }) => {
  await page.goto("/en/report/");
  await next(page).click();
  await expect(page.getByRole("textbox", { name: question })).toBeFocused();
  await expect(page.getByRole("textbox", { name: question })).toHaveAccessibleDescription(
    /Write what you saw or heard\./,
  );
  await clean(page);
  await page.getByRole("textbox", { name: question }).fill("A boat");
  await next(page).click();
  await expect(page.getByText("Question 2 of 6")).toBeVisible();
});

test("without words and without script, the whole form comes back with what to put right", async ({
  browser,
  program,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: program.publicUrl });
  const page = await context.newPage();
  await page.goto("/en/report/");
  await expect(next(page)).toBeHidden();
  await expect(page.getByRole("checkbox", { name: "Others use this device too" })).toBeHidden();
  await page.getByRole("textbox", { name: "Where?" }).fill("north quay");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert")).toContainText("Write what you saw or heard.");
  await expect(page.getByRole("textbox", { name: "Where?" })).toHaveValue("north quay");
  await context.close();
});

test("what could show who wrote it is named before it is sent, and nothing of it leaves the page", async ({
  page,
}) => {
  const sent: string[] = [];
  await page.goto("/en/report/");
  // But for its own icon, which the browser asks for when it likes.
  page.on("request", (request) => request.url().endsWith("/icon.svg") || sent.push(request.url()));
  await page
    .getByRole("textbox", { name: question })
    .fill("My boss told me at 10:15 pm. Only I know. Call 090-1234-5678.");
  for (let at = 1; at < 6; at += 1) await next(page).click();
  const buffer = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#456" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 40/1 0/1" } })
    .jpeg()
    .toBuffer();
  await page
    .getByLabel("Photos or files")
    .setInputFiles([{ name: "quay.jpg", mimeType: "image/jpeg", buffer }]);
  await toCheck(page);
  const helper = page.locator(".helper");
  for (const words of [
    "How you know someone",
    "exact time",
    "only you can know",
    "telephone number",
    "A photo may show",
    "“quay.jpg” holds a record of the place",
  ])
    await expect(helper).toContainText(words);
  await clean(page);
  expect(sent).toEqual([]);
  await page.getByRole("button", { name: `Change: ${question}` }).click();
  await page.getByRole("textbox", { name: question }).fill("At night, a boat came in.");
  await toCheck(page);
  await expect(helper).not.toContainText("exact time");
});

test("on a shared device the page clears itself and leaves when nobody touches it", async ({ page }) => {
  await page.clock.install();
  await page.goto("/en/report/");
  await page.getByRole("textbox", { name: question }).fill("A boat came in.");
  await page.getByRole("checkbox", { name: "Others use this device too" }).check();
  await page.clock.fastForward("04:30");
  await page.getByRole("textbox", { name: question }).press("End");
  await page.clock.fastForward("04:30");
  await expect(page.getByRole("textbox", { name: question })).toHaveValue("A boat came in.");
  await page.clock.fastForward("00:40");
  await expect(page).toHaveTitle("weather");
});

test("on a shared device the receipt says that it will go, and does; on one's own it stays", async ({
  page,
}) => {
  await page.clock.install();
  for (const shared of [false, true]) {
    await page.goto("/en/report/");
    await page.getByRole("textbox", { name: question }).fill(`A boat came in, ${shared}.`);
    if (shared) await page.getByRole("checkbox", { name: "Others use this device too" }).check();
    await toCheck(page);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.locator(".ticket")).toBeVisible();
    await expect(page.getByText("This page will close shortly.")).toBeVisible({ visible: shared });
    await page.clock.fastForward("05:10");
    if (shared) await expect(page).toHaveTitle("weather");
    else await expect(page.locator(".ticket")).toBeVisible();
  }
});

test("the receipt can be typed back, hidden, and printed as an ordinary note", async ({ page }) => {
  await page.goto("/en/report/");
  await page.getByRole("textbox", { name: question }).fill("A boat came in with nets but no fish.");
  await toCheck(page);
  await page.getByRole("button", { name: "Send" }).click();
  const ticket = page.locator(".ticket");
  const receipt = ((await ticket.textContent()) ?? "").replace(/\s+/g, " ").trim();
  await clean(page);

  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".card")).toBeVisible();
  await expect(page.locator(".card")).toContainText(receipt);
  for (const hidden of [".top", ".foot", ".ticket", ".provisional", "h1"])
    await expect(page.locator(hidden).first()).toBeHidden();
  await expect(page.locator(".card")).not.toContainText(/customs|smuggl|report|shirokuro/i);
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".card")).toBeHidden();

  const typed = page.getByLabel("Once you have copied the number");
  const last = receipt.at(-1) === "0" ? "1" : "0";
  await typed.fill(receipt.slice(0, -1) + last);
  await expect(page.getByText("Something still differs.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hide the number" })).toBeHidden();
  await typed.fill(receipt.replaceAll(" ", ""));
  await expect(page.getByText("That is right.")).toBeVisible();
  await page.getByRole("button", { name: "Hide the number" }).click();
  await expect(ticket).toHaveCount(0);
  expect(await page.locator("body").innerHTML()).not.toContain(receipt.replaceAll(" ", ""));
});
