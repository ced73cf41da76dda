/** What others do while an officer is at the desk: reporters on the web, and the admin. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { newCode } from "./new-code.ts";

/** The desk's words, by which a test finds things in either language. */
export const wordsOf = (locale: "ja" | "en") =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../content/desk/${locale}.json`), "utf8"));

/** The admin proves again who they are and ends the night officer's account. */
export async function leave(admin: Page, program: BuiltProgram): Promise<void> {
  const t = wordsOf("en");
  const toEnglish = admin.getByRole("button", { name: "English" });
  if (await toEnglish.isVisible()) await toEnglish.click();
  await admin.goto(`${program.staffUrl}/staff/people/`);
  await admin.getByRole("row").filter({ hasText: "night@customs.example" }).getByRole("link").click();
  await admin.getByRole("checkbox").check();
  await admin.getByRole("button", { name: t.people.leave, exact: true }).click();
  const code = admin.getByLabel(t.stepUp.code);
  await expect(code).toBeVisible();
  await code.fill(await newCode(program, "admin@customs.example"));
  await admin.getByRole("button", { name: t.stepUp.submit }).click();
  await expect(admin.getByRole("status").filter({ hasText: t.flash.account_ended })).toBeVisible();
}

/** A reporter with a browser that runs scripts, in English; answers the receipt. */
export async function reportByWeb(browser: Browser, publicUrl: string, words: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${publicUrl}/en/report/`);
  await page.getByLabel("What did you see or hear?").fill(words);
  const next = page.getByRole("button", { name: "Next" });
  while (await next.isVisible()) await next.click();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have received it");
  const shown =
    /\d{4}\s?\d{4}\s?\d{4}\s?\d{4}/.exec((await page.getByRole("main").textContent()) ?? "")?.[0] ?? "";
  await page.close();
  return shown.replace(/\s/g, "");
}

/** A reporter whose browser runs no script, in Japanese. */
export async function reportWithoutScript(browser: Browser, publicUrl: string, words: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${publicUrl}/ja/report/`);
  await page.getByLabel("何を見ましたか").fill(words);
  await page.getByRole("button", { name: "送る" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("受け取りました");
  await context.close();
}

/** The reporter comes back with the receipt, reads the question and answers it. */
export async function answerByWeb(
  browser: Browser,
  publicUrl: string,
  receipt: string,
  question: string,
  answer: string,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${publicUrl}/en/follow-up/`);
  await page.getByLabel("Receipt number").fill(receipt);
  await page.getByRole("button", { name: "See" }).click();
  await expect(page.getByText(question)).toBeVisible();
  await page.getByLabel("Add something").fill(answer);
  await page.getByRole("button", { name: "Add and send" }).click();
  await expect(page.getByText("We have received your addition.")).toBeVisible();
  await page.close();
}
