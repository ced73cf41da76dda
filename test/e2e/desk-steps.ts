import { createServer } from "node:net";
import { expect, type Page } from "@playwright/test";
import { totp } from "../support/totp.ts";
import { axeFaults } from "./axe-faults.ts";

export const password = "lanterns over the quiet harbour 7";
/** The key of each officer's authenticator, by address. */
export const authenticators = new Map<string, string>();

/** Goes the whole way of a one-time link. */
export async function setUp(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await english(page);
  await page.getByLabel("Name", { exact: true }).fill("Officer Example");
  const address = page.getByLabel("E-mail address");
  if (await address.isEditable()) await address.fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="repeat"]').fill(password);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Authenticator app");
  await expect(page.getByRole("img", { name: /authenticator/ })).toBeVisible();
  const key = (await page.locator("[data-totp-key]").textContent()) ?? "";
  authenticators.set(email, key);
  await page.getByLabel("Six digits from the app").fill(totp(key));
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Backup codes");
  await page.getByRole("button", { name: "I have kept them; start" }).click();
}

/** The desk starts in the browser's or the office's language; these tests read English. */
export async function english(page: Page): Promise<void> {
  const toEnglish = page.getByRole("button", { name: "English" });
  if (await toEnglish.isVisible()) await toEnglish.click();
}

/** Nothing on the page stands in the way of assistive technology. */
export async function clean(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
