import { expect, test } from "@playwright/test";
import type { BuiltProgram } from "../support/built-program.ts";
import { type CuttableProxy, cuttableProxy } from "../support/cuttable-proxy.ts";
import { fileByWeb, inviteSupervisor, seeRows, startDesk } from "./desk-program.ts";
import { freePort } from "./desk-steps.ts";
import { KeyboardOfficer } from "./keyboard.ts";

let program: BuiltProgram;
let wire: CuttableProxy;

test.use({ locale: "en-GB" });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const staffPort = await freePort();
  wire = await cuttableProxy(() => staffPort);
  program = await startDesk({
    STAFF_PORT: String(staffPort),
    STAFF_URL: `http://127.0.0.1:${wire.port}`,
  });
});
test.afterAll(async () => {
  await wire?.close();
  await program?.stop();
});

test("what comes is told and moves nothing; a line that broke is tried ever later, and then tells what it missed", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const officer = new KeyboardOfficer(page);
  const desk = { ...program, staffUrl: `http://127.0.0.1:${wire.port}` };
  // More than the window shows, so that there is a place to keep.
  await page.setViewportSize({ width: 1280, height: 480 });
  for (let n = 1; n <= 8; n += 1)
    await fileByWeb(program, `来週、神戸港の倉庫に金の箱 HERON${n} が届くと聞きました。`);
  await inviteSupervisor(page, desk, "live@customs.example");
  await seeRows(page, desk, "", 8);
  const [rows, bar, state] = [page.locator(".row"), page.locator(".live-bar"), page.locator(".at-desk")];
  await expect(state).toHaveText("1 at the desk");
  const ids = () => rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.tip));

  // One chosen, one with the focus, and the list scrolled.
  await officer.press("j", "x", "j", "j", "j", "j", "j");
  const focused = rows.nth(5).locator("a.row-what");
  await expect(focused).toBeFocused();
  await focused.scrollIntoViewIfNeeded();
  const before = await ids();
  const [chosenId, focusedId] = [before[0], before[5]];
  const topOf = (id: string | undefined) =>
    page.locator(`.row[data-tip="${id}"]`).evaluate((row) => Math.round(row.getBoundingClientRect().top));
  const top = await topOf(focusedId);

  await fileByWeb(program, "今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。");
  await expect(bar).toContainText("1 new", { timeout: 30_000 });
  await officer.hears("1 new");
  expect(await ids()).toEqual(before);
  expect(await topOf(focusedId)).toBe(top);
  await expect(focused).toBeFocused();
  await officer.cleanAtBothSizes();

  // A key puts it in, on top as it should be; all else stays under the officer's hands.
  await officer.press(".");
  await expect(rows).toHaveCount(9);
  await expect(bar).toBeHidden();
  const fresh = page.locator(".row.row-new");
  await expect(fresh).toHaveCount(1);
  expect(await fresh.evaluate((row) => getComputedStyle(row).borderInlineStartColor)).not.toBe(
    "rgba(0, 0, 0, 0)",
  );
  expect((await ids())[0]).not.toBe(chosenId);
  await expect(page.locator(`.row[data-tip="${chosenId}"] .row-pick`)).toBeChecked();
  await expect(page.locator(`.row[data-tip="${focusedId}"] a.row-what`)).toBeFocused();
  expect(Math.abs((await topOf(focusedId)) - top)).toBeLessThanOrEqual(2);

  // The cable comes out.
  const tries: number[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/staff/live")) tries.push(Date.now());
  });
  wire.cut();
  await expect(state).toHaveText("Live updates are away. Trying again.", { timeout: 30_000 });
  await officer.cleanAtBothSizes();
  await expect.poll(() => tries.length, { timeout: 40_000 }).toBeGreaterThanOrEqual(4);
  // Half of 2, 4 and 8 seconds at least, each a little earlier than the browser's own clock may say.
  const waits = tries.slice(1, 4).map((at, n) => at - (tries[n] ?? 0));
  for (const [n, least] of [1_000, 2_000, 4_000].entries()) expect(waits[n]).toBeGreaterThan(least - 100);
  await fileByWeb(program, "明日、名古屋港に拳銃の入った荷物が着くと聞きました。");
  expect(await ids()).toHaveLength(9);

  // And goes back in: live again, with what came meanwhile.
  wire.mend();
  await expect(state).toHaveText("1 at the desk", { timeout: 60_000 });
  await expect(state).not.toHaveClass(/at-desk-away/);
  await expect(bar).toContainText("1 new", { timeout: 30_000 });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(rows).toHaveCount(10);
  await expect(page.locator(`.row[data-tip="${chosenId}"] .row-pick`)).toBeChecked();
});
