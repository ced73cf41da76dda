import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import vi from "../../content/questions/vi.json" with { type: "json" };
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { clean, freePort, setUp } from "./desk-steps.ts";

const run = promisify(execFile);
let program: BuiltProgram;
let publicUrl: string;

test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  program = await startBuiltProgram({ PORT: String(port), PUBLIC_URL: publicUrl });
});
test.afterAll(() => program?.stop());

const post = (path: string, body: object) =>
  fetch(`${publicUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("asks a Vietnamese reporter in their language, is answered, and edits what they are told", async ({
  page,
}) => {
  const { stdout } = await run(
    process.execPath,
    "functions/cli/staff.ts create --email ask@customs.example --role supervisor --region hq".split(" "),
    { env: { PATH: process.env.PATH, DATA_DIR: program.dataDir, STAFF_URL: program.staffUrl } },
  );
  await setUp(page, /https?:\/\/\S+/.exec(stdout)?.[0] ?? "", "ask@customs.example");
  const filed = await post("/api/tips", {
    locale: "vi",
    text: "Tôi thấy ma túy trong kho ở cảng Yokohama, WHITEEGRET",
    idempotencyKey: randomUUID(),
  });
  const { receipt } = (await filed.json()) as { receipt: string };
  const told = async () =>
    (await (await post("/api/follow-up", { receipt, locale: "vi" })).json()) as {
      status: string;
      statusLabel: string;
      messages: { text: string }[];
    };
  await expect
    .poll(async () => {
      await page.goto(`${program.staffUrl}/staff/?q=WHITEEGRET`);
      return page.locator(".row").count();
    })
    .toBe(1);
  await page.locator("a.row-what").click();
  await page.keyboard.press("q");
  const question = page.getByRole("radio", { name: /On what day/ });
  await expect(page.locator(".ask-sent").filter({ hasText: vi.which_day })).toBeVisible();
  await question.check();
  await clean(page);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Sent. The reporter can read it with the receipt.")).toBeVisible();
  await expect(page.locator(".from-desk")).toContainText(vi.which_day);
  expect(await told()).toMatchObject({ status: "question", messages: [{ text: vi.which_day }] });

  // The answer stands out in the queue until somebody has read it.
  await post("/api/follow-up/messages", { receipt, locale: "vi", text: "Ngày mai, lúc 3 giờ" });
  await expect
    .poll(async () => {
      await page.goto(`${program.staffUrl}/staff/?unread=1`);
      return page.locator(".row-unread").count();
    })
    .toBe(1);

  await page.getByRole("link", { name: "Public words" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("vi");
  await page.getByRole("button", { name: "Show" }).click();
  await clean(page);
  const before = (await told()).statusLabel;
  const field = page.getByRole("textbox", { name: /We have a question heading/ });
  await expect(field).toHaveValue(before);
  await field.fill("Hải quan muốn hỏi bạn");
  await page.getByRole("button", { name: /^Save ?: We have a question heading/ }).click();
  await expect(page.getByText("Words changed.")).toBeVisible();
  await expect(field).toHaveValue("Hải quan muốn hỏi bạn");
  await page.getByRole("button", { name: /^Back to the program’s own words ?: We have a question/ }).click();
  await expect(field).toHaveValue(before);
  await page.locator("summary", { hasText: "Earlier words (1)" }).click();
  await clean(page);
});
