import { expect, type Page, test } from "@playwright/test";
import { routePermits } from "../../functions/staff/route-permits.ts";
import { press, talk } from "../support/fake-twilio/fake-twilio.ts";
import {
  comeIn,
  command,
  type DeskWithLine,
  fileByWeb,
  inviteSupervisor,
  postJson,
  startDeskWithLine,
} from "./desk-program.ts";
import { clean, password, setUp } from "./desk-steps.ts";
import { wellDrawnByDayAndNight } from "./looks.ts";

let program: DeskWithLine;

test.describe.configure({ mode: "serial" });
test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  program = await startDeskWithLine();
});
test.afterAll(() => program?.stop());

test("the first admin comes in by a one-time link, once, and reads no tips", async ({ page }) => {
  const link = await program.firstAdmin();
  await setUp(page, link, "admin@customs.example");
  await expect(page.locator(".bar-who")).toContainText("Officer Example");
  // There is no queue for an admin: the desk leads to what is theirs.
  await expect(page).toHaveURL(/\/staff\/people\/$/);
  await expect(page.locator(".row")).toHaveCount(0);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
});

test("an officer finds the web report, the call and the text message in the queue", async ({ page }) => {
  await fileByWeb(
    program,
    "今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。<img src=x onerror=alert(1)>",
  );
  expect((await program.twilio.message("明日、神戸で拳銃の取引があると聞いた")).status).toBe(200);
  await program.twilio.call([press("1"), talk(3)]);
  await inviteSupervisor(page, program, "night@customs.example");
  await expect(page.getByRole("list").filter({ has: page.locator(".row") })).toBeVisible();
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator(".row").count();
    })
    .toBe(3);
  const rows = page.locator(".row");
  for (const channel of ["Web", "Phone", "SMS"])
    await expect(rows.filter({ hasText: channel })).toHaveCount(1);
});

async function signIn(page: Page): Promise<void> {
  await comeIn(page, program, "night@customs.example");
  await expect(page.locator(".row").first()).toBeVisible();
}

test("reads a tip by keyboard, sees why, takes it, changes its band, sets it aside and restores it", async ({
  page,
}) => {
  await signIn(page);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("CSQU3054383");
  await page.keyboard.press("Enter");
  await expect(page.locator(".row")).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const tip = page.getByRole("article");
  await expect(tip.locator(".words")).toContainText("今夜、横浜港に覚醒剤の入ったコンテナ");
  // What a stranger typed is text and nothing else.
  await expect(tip.locator(".words")).toContainText("<img src=x onerror=alert(1)>");
  await expect(tip.locator("mark.mark-identifier").filter({ hasText: "CSQU 305438-3" })).toBeVisible();
  const points = await tip.locator(".reasons tbody .points").allTextContents();
  const sum = points
    .map((text) => Number(text.replace("−", "-").replace("+", "")))
    .reduce((left, right) => left + right, 0);
  await expect(tip.locator(".reasons tfoot .points")).toHaveText(String(sum));
  await clean(page);

  // Behind the list of keys the page is out of reach: no key acts there.
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(help).toBeVisible();
  for (const key of ["t", "j", "x", "s"]) await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(tip.locator('[data-key="aside"]')).not.toHaveAttribute("open");
  await expect(page.locator(".row-pick:checked")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "You have taken it." })).toHaveCount(0);

  await page.keyboard.press("t");
  await expect(page.getByRole("status").filter({ hasText: "You have taken it." })).toBeVisible();
  await expect(page.getByRole("heading", { name: /SK-\d{4}-\d{6}/ })).toBeVisible();

  await page.keyboard.press("b");
  await page.getByRole("radio", { name: /^B/ }).check();
  await page.getByLabel("Reason", { exact: true }).fill("Checked with the port");
  await page.getByRole("button", { name: "Change band" }).click();
  await expect(page.getByText("Band changed.")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Undone.")).toBeVisible();

  await page.keyboard.press("s");
  await page.getByLabel("Reason for setting aside").fill("The same as another");
  await page.getByRole("button", { name: "Set aside", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Set aside." })).toBeVisible();
});

test("finds what was set aside, and restores it", async ({ page }) => {
  await signIn(page);
  await page.getByRole("link", { name: /^Set aside/ }).click();
  await expect(page.locator(".row")).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByText("Back in the queue.")).toBeVisible();
});

test("keeps an officer's words and place when the connection is lost, and sends them when it is back", async ({
  page,
  context,
}) => {
  await signIn(page);
  await page.locator("a.row-what").first().click();
  await expect(page.getByRole("article")).toBeVisible();
  const at = page.url();
  await page.keyboard.press("s");
  const reason = page.getByLabel("Reason for setting aside");
  await reason.fill("A long reason that nobody wants to write twice");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Set aside", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("What you wrote is still here");
  await expect(reason).toHaveValue("A long reason that nobody wants to write twice");
  expect(page.url()).toBe(at);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Set aside", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Set aside." })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("Undone.")).toBeVisible();
});

test("shows who comes second what changed meanwhile, with their words kept", async ({ page, context }) => {
  await signIn(page);
  await page.locator("a.row-what").first().click();
  await expect(page.getByRole("article")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.keyboard.press("b");
  await other.getByRole("radio", { name: /^D/ }).check();
  await other.getByLabel("Reason", { exact: true }).fill("First");
  await other.getByRole("button", { name: "Change band" }).click();
  await expect(other.getByText("Band changed.")).toBeVisible();
  await page.keyboard.press("s");
  await page.getByLabel("Reason for setting aside").fill("Second");
  await page.getByRole("button", { name: "Set aside", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Someone else changed it first");
  await expect(page.getByRole("region", { name: "What changed since you looked" })).toContainText(
    "Band changed",
  );
  await expect(page.getByLabel("Reason for setting aside")).toHaveValue("Second");
  await clean(page);
  await other.keyboard.press("u");
  await expect(other.getByText("Undone.")).toBeVisible();
});

test("takes several tips at once, by keyboard", async ({ page }) => {
  await signIn(page);
  const rows = await page.locator(".row").count();
  for (let row = 0; row < 2; row += 1) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await expect(page.locator(".row-pick:checked")).toHaveCount(2);
  const several = page.getByRole("form", { name: "Chosen tips" });
  await expect(several).toBeVisible();
  await clean(page);
  await several.getByLabel("Reason, the same for all").fill("Both about the same boat");
  await several.getByRole("button", { name: "Set them aside" }).click();
  await expect(page.getByText("2 set aside.")).toBeVisible();
  await expect(page.locator(".row")).toHaveCount(rows - 2);
  // The key that takes back what came last takes back all of it, once.
  await page.keyboard.press("u");
  await expect(page.getByText("2 undone.")).toBeVisible();
  await expect(page.locator(".row")).toHaveCount(rows);
});

test("asks the reporter, who reads it with the receipt", async ({ page }) => {
  const receipt = await fileByWeb(program, "Unique PELICANWHARF boxes at night", { locale: "en" });
  await signIn(page);
  await page.getByRole("searchbox").fill("pelicanwharf");
  await page.getByRole("button", { name: "Search" }).click();
  await page.locator("a.row-what").first().click();
  await page.getByRole("region", { name: "Actions" }).getByText("Ask the reporter").click();
  await page.getByRole("textbox", { name: /reporter's language/ }).fill("Which colour was the boat?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Sent. The reporter can read it")).toBeVisible();
  const view = await postJson(program, "/api/follow-up", { receipt });
  expect(await view.json()).toMatchObject({
    status: "question",
    messages: [{ from: "desk", text: "Which colour was the boat?" }],
  });
});

test("every page of the desk is clean for assistive technology, in both languages, by day and night, and fits", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const open = async (begin: (page: Page) => Promise<unknown>) => {
    const page = await (await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" })).newPage();
    await begin(page);
    return page;
  };
  const invite = async (email: string, role: string) =>
    /https?:\/\/\S+/.exec(await command(program, "staff", "create", "--email", email, "--role", role))?.[0] ??
    "";
  const invitation = await invite("later@customs.example", "intake");
  const officer = await open(signIn);
  const admin = await open((page) => comeIn(page, program, "admin@customs.example"));
  const auditor = await open(async (page) =>
    setUp(page, await invite("log@customs.example", "auditor"), "log@customs.example"),
  );
  const stranger = await open(async () => undefined);
  const halfway = await open(async (page) => {
    await page.goto(`${program.staffUrl}/staff/sign-in/`);
    await page.getByLabel("E-mail address").fill("night@customs.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/staff\/totp\/$/);
  });
  await officer.goto(`${program.staffUrl}/staff/?q=CSQU3054383`);
  const beside = (await officer.locator("a.row-what").first().getAttribute("href")) ?? "";
  await officer.goto(`${program.staffUrl}${beside}`);
  const id = await officer.getByRole("article").getAttribute("data-tip");
  const file = await officer.locator("#tip-title a").getAttribute("href");
  await admin.goto(`${program.staffUrl}/staff/people/`);
  const person = await admin
    .getByRole("main")
    .locator('a[href^="/staff/people/"]')
    .first()
    .getAttribute("href");

  /** By the table of routes: a page that is not here yet fails the walk. */
  const pages: Record<string, readonly [Page, ...(string | null)[]]> = {
    "/staff/": [officer, "/staff/", beside, "/staff/?lane=quarantine"],
    "/staff/tips/:id/": [officer, `/staff/tips/${id}/`, "/staff/tips/00000000-0000-7000-8000-000000000000/"],
    "/staff/cases/:id/": [officer, file],
    "/staff/tasks/": [officer, "/staff/tasks/"],
    "/staff/handover/": [officer, "/staff/handover/"],
    "/staff/spoken/": [officer, "/staff/spoken/"],
    "/staff/texts/": [officer, "/staff/texts/"],
    "/staff/training/": [officer, "/staff/training/"],
    "/staff/account/": [officer, "/staff/account/"],
    "/staff/step-up/": [officer, "/staff/step-up/"],
    "/staff/people/": [admin, "/staff/people/"],
    "/staff/people/:id/": [admin, person],
    "/staff/events/": [auditor, "/staff/events/"],
    "/staff/sign-in/": [stranger, "/staff/sign-in/"],
    "/staff/setup/": [stranger, new URL(invitation).pathname + new URL(invitation).search],
    "/staff/totp/": [halfway, "/staff/totp/"],
  };
  const table = Object.keys(routePermits).flatMap(
    (key) => /^GET (\/staff\/.*\/|\/staff\/)$/.exec(key)?.[1] ?? [],
  );
  expect(Object.keys(pages).sort()).toEqual(table.sort());
  for (const [route, [page, ...addresses]] of Object.entries(pages))
    for (const address of addresses) {
      expect(address, route).toMatch(/^\/staff\//);
      for (const locale of ["en", "ja"] as const) {
        await page
          .context()
          .addCookies([{ name: "desk_locale", value: locale, domain: "127.0.0.1", path: "/staff" }]);
        await page.goto(`${program.staffUrl}${address}`);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        // Nobody was sent elsewhere.
        expect(new URL(page.url()).pathname).toBe(new URL(address ?? "", program.staffUrl).pathname);
        await wellDrawnByDayAndNight(page, locale, address ?? "");
      }
    }
  for (const page of [officer, admin, auditor, stranger, halfway]) await page.context().close();
});

test("the desk is no part of the public door, nor the public door of the desk", async ({ request }) => {
  expect((await request.get(`${program.publicUrl}/staff/`)).status()).toBe(404);
  expect((await request.get(`${program.staffUrl}/ja/`)).status()).toBe(404);
  expect((await request.post(`${program.staffUrl}/api/tips`, { data: {} })).status()).toBe(404);
});
