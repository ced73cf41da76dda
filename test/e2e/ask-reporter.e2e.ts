import { expect, test } from "@playwright/test";
import vi from "../../content/questions/vi.json" with { type: "json" };
import type { BuiltProgram } from "../support/built-program.ts";
import { fileByWeb, inviteSupervisor, postJson, seeRows, startDesk } from "./desk-program.ts";
import { clean } from "./desk-steps.ts";

let program: BuiltProgram;

test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  program = await startDesk();
});
test.afterAll(() => program?.stop());

test("asks a Vietnamese reporter in their language, is answered, and edits what they are told", async ({
  page,
}) => {
  await inviteSupervisor(page, program, "ask@customs.example");
  const receipt = await fileByWeb(program, "Tôi thấy ma túy trong kho ở cảng Yokohama, WHITEEGRET", {
    locale: "vi",
  });
  const told = async () =>
    (await (await postJson(program, "/api/follow-up", { receipt, locale: "vi" })).json()) as {
      status: string;
      statusLabel: string;
      messages: { text: string }[];
    };
  await seeRows(page, program, "q=WHITEEGRET", 1);
  await page.locator("a.row-what").click();
  // The page's script runs, so its keys do.
  await expect(page.getByRole("article")).toBeVisible();
  await expect(page.locator(".at-desk")).toBeVisible();
  await page.keyboard.press("q");
  const question = page.getByRole("radio", { name: /On what day/ });
  await expect(page.locator(".ask-sent").filter({ hasText: vi.which_day })).toBeVisible();
  await question.check();
  await clean(page);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Sent. The reporter can read it with the receipt.")).toBeVisible();
  await expect(page.locator(".from-desk")).toContainText(vi.which_day);
  const asked = await told();
  expect(asked).toMatchObject({ status: "question", messages: [{ text: vi.which_day }] });

  // The answer stands out in the queue until somebody has read it.
  await postJson(program, "/api/follow-up/messages", { receipt, locale: "vi", text: "Ngày mai, lúc 3 giờ" });
  await expect
    .poll(async () => {
      await page.goto(`${program.staffUrl}/staff/?unread=1`);
      return page.locator(".row-unread").count();
    })
    .toBe(1);
  expect((await told()).status).toBe("reading");

  await page.getByRole("link", { name: "Public words" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("vi");
  await page.getByRole("button", { name: "Show" }).click();
  await clean(page);
  const before = asked.statusLabel;
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
