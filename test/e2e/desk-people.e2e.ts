import { expect, type Page, test } from "@playwright/test";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { clean, freePort, setUp } from "./desk-steps.ts";
import { newCode } from "./new-code.ts";

let program: BuiltProgram;
let desk: string;

test.describe.configure({ mode: "serial" });
test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  const [port, staffPort] = [await freePort(), await freePort()];
  // A name: an address of numbers can have no passkeys.
  desk = `http://localhost:${staffPort}`;
  program = await startBuiltProgram({ PORT: String(port), STAFF_PORT: String(staffPort), STAFF_URL: desk });
});
test.afterAll(() => program?.stop());

/** The browser's own authenticator, as a laptop's fingerprint reader would be. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function inBothSizesAndLanguages(page: Page): Promise<void> {
  for (const width of [768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await clean(page);
    await page.getByRole("button", { name: "日本語" }).click();
    await clean(page);
    await page.getByRole("button", { name: "English" }).click();
  }
}

test("an admin adds a passkey, signs in and confirms with it, and removes it", async ({ page }) => {
  await withAuthenticator(page);
  await setUp(page, await program.firstAdmin(), "admin@customs.example");
  await page.getByRole("link", { name: "My account" }).click();
  await page.getByLabel("Name, such as").fill("Night laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  // Whoever finds an open desk makes no key to it.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it still you?");
  await clean(page);
  await page.getByLabel("Six-digit code").fill(await newCode(program, "admin@customs.example"));
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await page.getByLabel("Name, such as").fill("Night laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Passkey added.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Night laptop" })).toContainText("never used");
  await inBothSizesAndLanguages(page);

  await page.locator(".who summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await clean(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/staff\/people\/$/);

  // A new session has proved nothing yet: the passkey does.
  await page.getByLabel("E-mail address").fill("night@customs.example");
  await page.getByRole("combobox", { name: "Role" }).selectOption("Supervisor");
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByText("What you typed is kept")).toBeVisible();
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Link for night@customs.example" })).toBeVisible();
  await inBothSizesAndLanguages(page);
});

test("an invited officer comes in, is given another role, is signed out by the admin and leaves", async ({
  browser,
  page,
}) => {
  await withAuthenticator(page);
  await page.goto(`${desk}/staff/sign-in/`);
  await page.getByLabel("E-mail address").fill("admin@customs.example");
  await page.getByLabel("Password").fill("lanterns over the quiet harbour 7");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Six-digit code").fill(await newCode(program, "admin@customs.example"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "night@customs.example" })
    .getByRole("button", { name: "New link" })
    .click();
  await proveByNextCode(page);
  const link = await page.getByLabel("The link").inputValue();

  const officer = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await setUp(officer, link, "night@customs.example");
  await expect(officer.getByRole("link", { name: "Queue", exact: true })).toBeVisible();

  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("row").filter({ hasText: "night@customs.example" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Where they are signed in" })).toBeVisible();
  await inBothSizesAndLanguages(page);
  await page.getByRole("combobox", { name: "Role" }).selectOption("Auditor");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("Role and region changed.")).toBeVisible();
  await officer.goto(`${desk}/staff/`);
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Event log");
  await expect(officer.getByText("Whole up to event")).toBeVisible();
  await inBothSizesAndLanguages(officer);

  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByText("That session has ended.")).toBeVisible();
  await officer.reload();
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.getByLabel("Yes, Officer Example leaves").check();
  await page.getByRole("button", { name: "End this account" }).click();
  await expect(page.getByText("The account has ended.")).toBeVisible();
  await clean(page);
  await expect(page.getByRole("button", { name: "Make a link to come back" })).toBeVisible();
});

/** A code counts once, for a sign-in or as a proof. */
async function proveByNextCode(page: Page): Promise<void> {
  await page.getByLabel("Six-digit code").fill(await newCode(program, "admin@customs.example"));
  await page.getByRole("button", { name: "Confirm and go on" }).click();
  await expect(page.getByLabel("The link")).toBeVisible();
}
