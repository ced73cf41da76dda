import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import type { CaseDetail } from "../../functions/domain/cases/case-page.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

type Officer = { id: string; email: string; api: Api };
let desk: TestDesk;
let supervisor: Officer;
let [one, two, elsewhere] = ["", "", ""];
let reference = "";
beforeAll(async () => {
  desk = await testDesk();
  supervisor = await desk.officer("supervisor");
});
afterAll(() => desk?.close());
beforeEach(async () => {
  one = await desk.tip("横浜港の倉庫に覚醒剤の箱");
  two = await desk.tip("横浜港に大麻の袋");
  elsewhere = await desk.tip("神戸港に金の延べ棒");
  await ok(supervisor.api.post(`/tips/${one}/take`));
  await ok(supervisor.api.post(`/tips/${two}/join`, { with: one }));
  reference = (await desk.staff.desk.row(one))?.caseReference ?? "";
});

async function ok(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  expect(status).toBe(200);
}
const shown = async (officer = supervisor, query = "") =>
  (await (await officer.api.get(`/cases/${reference}${query}`)).json()) as CaseDetail & {
    before: number | null;
  };
const act = (action: string, body: object = {}, officer = supervisor) =>
  officer.api.post(`/cases/${reference}/${action}`, body);
const tipNow = async (id: string) => (await desk.staff.desk.row(id)) ?? expect.fail("no tip");
const statusOf = async (id: string) =>
  (await desk.owner.pool.query("select public_status from tips where id = $1", [id])).rows[0].public_status;
const officer = (role: StaffRole, region: StaffRegion) => desk.officer(role, region);

describe("the page of a case", () => {
  it("shows its tips, and is found by its reference or its id; reading it is on record", async () => {
    const view = await shown();
    expect(view).toMatchObject({ reference, region: "yokohama", unit: null, outcome: null, elsewhere: 0 });
    expect(new Set(view.tips.map(({ id }) => id))).toEqual(new Set([one, two]));
    expect((await supervisor.api.get(`/cases/${view.id}`)).status).toBe(200);
    const { rows } = await desk.owner.pool.query(
      "select count(*)::int as n from events where action = 'case.read' and case_id = $1 and actor_id = $2",
      [view.id, supervisor.id],
    );
    expect(rows[0].n).toBe(2);
    for (const none of ["SK-2026-999999", "x", "00000000-0000-7000-8000-000000000000"])
      expect((await supervisor.api.get(`/cases/${none}`)).status, none).toBe(404);
  });

  it("tells what happened to it and to all of its tips in one list, newest first, without a word", async () => {
    await ok(supervisor.api.post(`/tips/${two}/band`, { band: "D", reason: "言葉をここに" }));
    await ok(act("unit", { unit: "dogs" }));
    const { timeline } = await shown();
    const actions = timeline.map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(["tip.received", "tip.taken", "tip.joined", "tip.band_set", "case.unit_set"]),
    );
    expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map(({ seq }) => seq).sort((a, b) => b - a));
    expect(new Set(timeline.map(({ tipId }) => tipId))).toEqual(new Set([one, two, null]));
    expect(JSON.stringify(timeline)).not.toContain("言葉");
    const said = (await shown(supervisor, "?part=said")).timeline.map(({ action }) => action);
    expect(new Set(said)).toEqual(new Set(["tip.received"]));
    const done = (await shown(supervisor, "?part=done")).timeline.map(({ action }) => action);
    expect(done).toContain("tip.band_set");
    expect(done).not.toContain("tip.received");
    expect((await supervisor.api.get(`/cases/${reference}?part=words`)).status).toBe(422);
  });

  it("is closed to a region that has no tip in it, and hides there the tips of others", async () => {
    const kobe = await officer("supervisor", "kobe");
    const yokohama = await officer("supervisor", "yokohama");
    expect((await kobe.api.get(`/cases/${reference}`)).status).toBe(404);
    await ok(supervisor.api.post(`/tips/${elsewhere}/join`, { with: one }));
    const view = await shown(kobe);
    expect(view.tips.map(({ id }) => id)).toEqual([elsewhere]);
    expect(view.elsewhere).toBe(2);
    expect(view.timeline.every(({ tipId }) => tipId === null || tipId === elsewhere)).toBe(true);
    const refused = await act("close", { outcome: "seizure", reason: "x" }, yokohama);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, "elsewhere"]);
    expect((await tipNow(one)).state).not.toBe("closed");
  });

  it("is opened to another Customs by making it the one in charge, its words not", async () => {
    const moji = await officer("investigator", "moji");
    expect((await moji.api.get(`/cases/${reference}`)).status).toBe(404);
    await ok(act("region", { region: "moji" }));
    expect((await shown(moji)).tips).toEqual([]);
    expect((await moji.api.get(`/tips/${one}`)).status).toBe(404);
    await ok(act("undo"));
    expect((await moji.api.get(`/cases/${reference}`)).status).toBe(404);
  });

  it("is given to a unit and an officer, taken back by undo, and changed by one of two at once", async () => {
    const { version } = await shown();
    const both = await Promise.all([
      act("unit", { unit: "xray", version }),
      act("unit", { unit: "dogs", version }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await tipNow(one)).unit).toMatch(/xray|dogs/);
    await ok(act("undo"));
    expect(await shown()).toMatchObject({ unit: null });
    const lead = await officer("investigator", "yokohama");
    await ok(act("owner", { officer: lead.id }));
    expect((await shown()).owner?.id).toBe(lead.id);
    const away = await officer("investigator", "moji");
    expect((await act("owner", { officer: away.id })).status, "an officer of elsewhere").toBe(422);
    expect((await act("unit", { unit: "navy" })).status).toBe(422);
    await ok(act("owner", { officer: "" }));
    expect((await shown()).owner).toBeNull();
  });
});

describe("closing a case", () => {
  it("closes all of its tips with one outcome, tells their reporters the same word, and is undone whole", async () => {
    await ok(supervisor.api.post(`/tips/${two}/message`, { text: "どの岸壁ですか" }));
    const { version, tipsVersion } = await shown();
    await ok(act("close", { outcome: "seizure", reason: "押収した", version, tipsVersion }));
    for (const id of [one, two]) {
      expect(await tipNow(id)).toMatchObject({ state: "closed", outcome: "seizure" });
      expect(await statusOf(id)).toBe("finished");
    }
    expect(await shown()).toMatchObject({ outcome: "seizure", undoable: "close" });
    const { rows } = await desk.owner.pool.query(
      "select details::text, sealed from events where action = 'case.closed'",
    );
    expect(rows.at(-1).details).not.toContain("押収した");
    expect(rows.at(-1).sealed).not.toBeNull();
    await ok(act("undo"));
    expect(await tipNow(one)).toMatchObject({ state: "assigned", outcome: null });
    expect(await statusOf(two)).toBe("question");
    expect(await shown()).toMatchObject({ outcome: null, closedAt: null, undoable: null });
  });

  it("is reopened with all of its tips, also by another supervisor and also those closed before it", async () => {
    await ok(supervisor.api.post(`/tips/${two}/close`, { outcome: "already_known", reason: "x" }));
    expect((await shown()).closedAt, "while one is open").toBeNull();
    await ok(act("close", { outcome: "nothing_found", reason: "x" }));
    expect((await tipNow(two)).outcome, "keeps its own").toBe("already_known");
    const other = await desk.officer("supervisor");
    await ok(act("reopen", {}, other));
    for (const id of [one, two]) expect((await tipNow(id)).state).not.toBe("closed");
  });

  it("is closed when its last open tip is, and open when one of them is opened again", async () => {
    await ok(supervisor.api.post(`/tips/${one}/close`, { outcome: "nothing_found", reason: "x" }));
    await ok(supervisor.api.post(`/tips/${two}/close`, { outcome: "insufficient", reason: "x" }));
    expect(await shown()).toMatchObject({ outcome: "insufficient", closedAt: expect.any(String) });
    await ok(supervisor.api.post(`/tips/${one}/reopen`));
    expect(await shown()).toMatchObject({ outcome: null, closedAt: null });
  });

  it("is refused when a tip came into it, or its reporter wrote, after the officer looked", async () => {
    const before = await shown();
    await ok(supervisor.api.post(`/tips/${elsewhere}/join`, { with: one }));
    const close = (seen: CaseDetail) =>
      act("close", {
        outcome: "abuse",
        reason: "x",
        version: seen.version,
        tipsVersion: seen.tipsVersion,
      });
    expect((await close(before)).status).toBe(409);
    const again = await shown();
    await desk.owner.pool.query("update tips set unread_since = now(), version = version + 1 where id = $1", [
      one,
    ]);
    expect((await close(again)).status).toBe(409);
    expect((await close(await shown())).status).toBe(200);
  });
});

describe("notes on a case", () => {
  it("are for their author, their Customs or everyone on the case, sealed, beside those of its tips", async () => {
    const colleague = await officer("investigator", "yokohama");
    await ok(act("note", { text: "自分の覚え", visible: "me" }));
    await ok(act("note", { text: "本庁の覚え", visible: "unit" }));
    await ok(act("note", { text: "皆の覚え", visible: "all" }));
    await ok(supervisor.api.post(`/tips/${one}/note`, { text: "通報の覚え", visible: "all" }));
    expect((await shown()).notes.map(({ text }) => text)).toEqual([
      "自分の覚え",
      "本庁の覚え",
      "皆の覚え",
      "通報の覚え",
    ]);
    const seen = (await shown(colleague)).notes;
    expect(seen.map(({ text, tipId }) => [text, tipId])).toEqual([
      ["皆の覚え", null],
      ["通報の覚え", one],
    ]);
    const note = seen[0]?.id ?? "";
    expect((await act("strike-note", { note }, colleague)).status, "another's").toBe(409);
    await ok(act("strike-note", { note }));
    expect((await shown()).notes.find(({ id }) => id === note)?.struckAt).not.toBeNull();
    const { rows } = await desk.owner.pool.query("select sealed from case_notes");
    for (const { sealed } of rows) expect(Buffer.from(sealed).toString("latin1")).toContain("age-encryption");
    expect(JSON.stringify(desk.logs)).not.toContain("覚え");
  });
});

describe("an answer of the reporter", () => {
  it("stands in the timeline of the case, and makes the tip one that nobody has read since", async () => {
    const { id, receipt } = await submitTip(desk.intake.ctx, {
      channel: "web",
      idempotencyKey: "an-answer-in-a-case-1",
      report: { locale: "ja", text: "横浜港に拳銃の箱", goods: [] },
    });
    await desk.intake.drained();
    await ok(supervisor.api.post(`/tips/${id}/join`, { with: one }));
    const answer = { receipt, locale: "ja" as const, text: "三番の岸壁です" };
    await addMessage(desk.intake.ctx, { ...answer, idempotencyKey: "an-answer-in-a-case-2" });
    await desk.intake.drained();
    const view = await shown(supervisor, "?part=said");
    expect(view.timeline[0]).toMatchObject({ action: "tip.added_to", tipId: id, actorKind: "public" });
    expect(view.tips.find((tip) => tip.id === id)?.unreadSince).not.toBeNull();
    expect(JSON.stringify(view)).not.toContain("岸壁");
  });
});
