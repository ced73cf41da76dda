import { expect, type Page, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { looks, wear, wellDrawn } from "./looks.ts";
import { wordsOf } from "./night-others.ts";

let program: BuiltProgram;
let reader: Page;
let other: Page;
let tip: string;

test.describe.configure({ mode: "serial", timeout: 120_000 });

test.beforeAll(async ({ browser }) => {
  program = await startDesk();
  const [first, second] = await Promise.all([0, 1].map(() => browser.newContext({ locale: "en-GB" })));
  reader = (await first?.newPage()) as Page;
  other = (await second?.newPage()) as Page;
  await inviteSupervisor(reader, program, "reader@customs.example");
  await inviteSupervisor(other, program, "other@customs.example");
  await fileByWeb(program, "横浜港の倉庫に HERONQUAY と書いた覚醒剤の箱があります");
  await seeRows(reader, program, "q=HERONQUAY", 1);
  tip = `${program.staffUrl}/staff/tips/${await reader.locator(".row").getAttribute("data-tip")}/`;
});
test.afterAll(async () => {
  await Promise.all([reader?.context().close(), other?.context().close()]);
  await program?.stop();
});

for (const [index, look] of looks.entries()) {
  const t = wordsOf(look.locale);

  test(`of two officers at one tip each sees the other, and the second is shown what changed, in ${look.locale} at ${look.width} px`, async () => {
    await reader.goto(tip);
    await wear(reader, look);
    await other.goto(tip);
    await expect(reader.locator(".tip-eyes")).toContainText("Officer Example");
    await reader.keyboard.press("s");
    const reason = reader.getByLabel(t.tip.setAsideReason);
    await reason.fill("Half of a sentence");

    const band = ["D", "A"][index];
    await other.keyboard.press("b");
    await other.getByRole("radio", { name: new RegExp(`^${band}`) }).check();
    await other.getByLabel("Reason", { exact: true }).fill("Seen at the gate");
    await other.getByRole("button", { name: "Change band" }).click();
    await expect(other.getByText("Band changed.")).toBeVisible();

    // Told without a press, with nothing moved and no word lost.
    const told = reader.getByRole("status").filter({ hasText: t.live.tipChanged });
    await expect(told).toBeVisible();
    await expect(reason).toBeFocused();
    await expect(reason).toHaveValue("Half of a sentence");
    await wellDrawn(reader, "stale");

    // Who sends anyway writes over nothing: what changed stands there, and the words are kept.
    await reader.getByRole("button", { name: t.tip.setAside, exact: true }).click();
    await expect(reader.getByRole("alert")).toContainText(t.flash.stale);
    const changed = reader.getByRole("region", { name: t.tip.changed });
    await expect(changed).toContainText(t.actions["tip.band_set"]);
    await expect(changed).toContainText("Seen at the gate");
    await expect(changed).not.toContainText(t.actions["tip.read"]);
    await expect(reason).toHaveValue("Half of a sentence");
    await wellDrawn(reader, "changed");

    await reader.goto(tip);
    await expect(told).toBeHidden();
    await other.keyboard.press("u");
    await expect(other.getByText("Undone.")).toBeVisible();
    await expect(told).toBeVisible();
    await told.getByRole("link", { name: t.live.show }).click();
    const log = reader.getByRole("article").locator(".timeline li");
    await expect(log.filter({ hasText: t.actions["tip.undone"] })).toHaveCount(index + 1);
    await expect(told).toBeHidden();
  });
}
