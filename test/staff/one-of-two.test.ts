import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TipLane } from "../../functions/domain/cases/tip-state.ts";
import { tipActionTable } from "../../functions/staff/tip-actions.ts";
import { read } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { doubtfulNumber, type LaidTip, type LaidTips, layTips } from "./laid-tips.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let laid: LaidTips;
let first: Seat;
let second: Seat;
const body: Record<string, string> = {
  band: "A",
  reason: "the words of the second",
  text: "the words of the second",
  status: "finished",
  outcome: "other",
  visible: "all",
  source: "B",
  information: "2",
  handling: "H3",
  region: "moji",
  ...doubtfulNumber,
};
beforeAll(async () => {
  desk = await testDesk();
  laid = await layTips(desk);
  [first, second] = [await seat(desk, "supervisor"), await seat(desk, "supervisor")];
  body.with = laid.other;
  body.officer = first.id;
}, 120_000);
afterAll(() => desk?.close());

/** What changes nothing of the tip itself stands beside what others do, and is never too late. */
const beside = new Set(["note", "strike-note"]);
const actions = Object.keys(tipActionTable);
const laneFor = (action: string): TipLane => (action === "restore" ? "quarantine" : "queue");
/** A tip that lies where the action makes sense. */
const tipFor = (action: string): LaidTip => {
  const state = action === "reopen" ? "closed" : "assigned";
  const found = laid.tips.find((tip) => tip.state === state && tip.region === "tokyo");
  if (!found) throw new Error("no such tip was laid");
  return found;
};

/** The hidden fields of the forms on the page that an officer has open, and everything a form may hold. */
async function open({ browser, csrf }: Seat, tip: LaidTip): Promise<Record<string, string>> {
  const path = `/staff/tips/${tip.id}/`;
  const { view } = await browser.page(path, "tip");
  return { ...body, csrf, version: String(view.version), seen: String(view.events[0]?.seq ?? 0), back: path };
}

const stored = async (tip: LaidTip) => {
  const { rows } = await desk.owner.pool.query(
    `select to_jsonb(t) - 'unread_since' as tip, (select count(*)::int from messages m where m.tip_id = t.id) as messages
       from tips t where id = $1`,
    [tip.id],
  );
  return rows[0];
};

describe("every action of the table, by two officers who saw the same", () => {
  for (const action of actions.filter((name) => !beside.has(name)))
    it(`does not write over what the first did, and shows it to the second, their words kept: ${action}`, async () => {
      const tip = tipFor(action);
      await laid.lay(tip, laneFor(action), action === "part");
      const [one, two] = [await open(first, tip), await open(second, tip)];
      // The first changes the status that a reporter is shown: it is permitted in every state.
      const done = await first.browser.post(`/staff/tips/${tip.id}/status`, { ...one, status: "reading" });
      expect(done.status).toBe(303);
      const before = await stored(tip);
      const late = await second.browser.post(`/staff/tips/${tip.id}/${action}`, two);
      expect(late.status).toBe(409);
      const { frame, view } = await read(late, "tip");
      expect(frame.flash).toEqual({ kind: "problem", code: "stale" });
      expect(view.changed.map(({ action, actor }) => [action, actor?.id])).toEqual([
        ["tip.status_set", first.id],
      ]);
      const field = tipActionTable[action as keyof typeof tipActionTable].words;
      if (field) expect(view.draft).toMatchObject({ action, text: body[field] });
      expect(await stored(tip)).toEqual(before);
      const program = await second.api.post(`/tips/${tip.id}/${action}`, {
        ...body,
        version: Number(two.version),
      });
      expect([program.status, ((await program.json()) as { code: string }).code]).toEqual([409, "stale"]);
      expect(await stored(tip)).toEqual(before);
    });

  for (const action of actions.filter((name) => !beside.has(name) && name !== "undo"))
    it(`is done once when both press at the same moment: ${action}`, async () => {
      const tip = tipFor(action);
      await laid.lay(tip, laneFor(action), action === "part");
      const [one, two] = [await open(first, tip), await open(second, tip)];
      const answers = await Promise.all([
        first.browser.post(`/staff/tips/${tip.id}/${action}`, one),
        second.browser.post(`/staff/tips/${tip.id}/${action}`, two),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      expect((await stored(tip)).tip.version).toBe(Number(one.version) + 1);
    });

  it("lets what stands beside the tip be written by both", async () => {
    const tip = tipFor("note");
    await laid.lay(tip);
    const [one, two] = [await open(first, tip), await open(second, tip)];
    for (const [officer, form] of [
      [first, one],
      [second, two],
    ] as const)
      expect((await officer.browser.post(`/staff/tips/${tip.id}/note`, form)).status).toBe(303);
    const { rows } = await desk.owner.pool.query("select author_id from tip_notes where tip_id = $1", [
      tip.id,
    ]);
    expect(rows.map(({ author_id }) => author_id).sort()).toEqual([first.id, second.id].sort());
  });
});

describe("a page that was left open", () => {
  it("does nothing after its officer signed out, and keeps nothing for the next one", async () => {
    const tip = tipFor("take");
    await laid.lay(tip);
    const officer = await seat(desk, "supervisor");
    const form = await open(officer, tip);
    const before = await stored(tip);
    await officer.browser.post("/staff/sign-out", { csrf: officer.csrf });
    const late = await officer.browser.post(`/staff/tips/${tip.id}/take`, form);
    expect([late.status, late.headers.get("location")]).toEqual([302, "/staff/sign-in/"]);
    // Another officer signs in at the same browser: the old page's form is not theirs.
    officer.browser.cookies.set("desk.session_token", second.browser.cookies.get("desk.session_token") ?? "");
    expect((await officer.browser.post(`/staff/tips/${tip.id}/take`, form)).status).toBe(403);
    expect(await stored(tip)).toEqual(before);
  });
});
