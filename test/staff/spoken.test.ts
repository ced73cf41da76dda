import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { mayAtDesk } from "../../functions/domain/access/permits.ts";
import { watchRecordings } from "../../functions/service/recordings/watch-recordings.ts";
import { noteKeyed } from "../../functions/service/tips/note-keyed.ts";
import { openCallTip } from "../../functions/service/tips/open-call-tip.ts";
import { createSoundWatch } from "../../functions/service/watch/watch-sounds.ts";
import { connect } from "../../functions/store/connect.ts";
import { createRecordingStore } from "../../functions/store/worker-recordings.ts";
import { sid } from "../support/worker.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { said, type TestCalls, testCalls } from "./recording-call.ts";

let desk: TestDesk;
let calls: TestCalls;
let officer: Browser;
beforeAll(async () => {
  desk = await testDesk();
  calls = await testCalls(desk);
  officer = new Browser(desk);
  await setUp(desk, officer, { role: "intake", name: "Hanako Night" });
});
afterAll(async () => {
  await calls?.close();
  await desk?.close();
});

const page = async (browser = officer) => browser.page("/staff/spoken/", "spoken");

async function send(fields: Record<string, string>, browser = officer): Promise<Response> {
  const { frame, view } = await page(browser);
  return browser.post("/staff/spoken/", {
    csrf: frame.csrf,
    key: view.key,
    locale: "ja",
    text: "",
    ...fields,
  });
}

const idIn = (answer: Response) =>
  /\/staff\/tips\/([\w-]+)\//.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
const row = async <Row>(sql: string, values: unknown[]): Promise<Row> =>
  (await desk.owner.pool.query(sql, values)).rows[0];

/** A talk that nobody recorded: the bridge has opened its tip. */
async function talk(): Promise<{ tipId: string; callSid: string }> {
  const callSid = sid("CA");
  const { id } = await openCallTip(desk.intake.ctx, { callSid, locale: "vi" });
  await desk.intake.drained();
  return { tipId: id, callSid };
}

describe("what a caller told an officer, written down as a tip of its own", () => {
  it("is sealed, searched and triaged like any report, and says who wrote it", async () => {
    const answer = await send({
      text: said,
      place: "本牧ふ頭",
      contact: "080-0000-0000 夜だけ",
      goods: "stimulants",
    });
    expect(answer.status).toBe(303);
    const { view, frame } = await officer.page(`/staff/tips/${idIn(answer)}/`, "tip");
    expect(frame.flash).toEqual({ kind: "done", code: "spoken_filed" });
    expect(view.tip).toMatchObject({
      channel: "voice",
      locale: "ja",
      band: "A",
      region: "yokohama",
      unreadSince: null,
    });
    expect(view).toMatchObject({ by: "Hanako Night", goods: ["stimulants"], contactLeft: true });
    expect(view.parts.map(({ field }) => field)).toEqual(["text", "place"]);
    const stored = await row<{ sealed: Buffer; sealed_contact: Buffer; reasons: object }>(
      "select * from tips where id = $1",
      [view.tip.id],
    );
    for (const sealed of [stored.sealed, stored.sealed_contact])
      expect(sealed.toString("latin1")).toMatch(/^age-encryption\.org\/v1/);
    expect(JSON.stringify(stored.reasons)).not.toContain("CSQU");
    const { view: queue } = await officer.page(`/staff/?q=${encodeURIComponent("CSQU3054383")}`, "queue");
    expect(queue.rows.map(({ id }) => id)).toContain(view.tip.id);
    expect(await desk.events(view.tip.id)).toMatchObject([
      { action: "tip.written_down", actor_id: frame.officer?.id },
      { action: "tip.read" },
    ]);
    expect(JSON.stringify(desk.logs)).not.toMatch(/CSQU|080-0000|本牧/);
  });

  it("offers no way back to a reporter, for nobody holds a receipt", async () => {
    const { view } = await officer.page(`/staff/tips/${idIn(await send({ text: said }))}/`, "tip");
    expect(view.actions).toContain("note");
    expect(view.actions).not.toContain("message");
    expect(view.actions).not.toContain("status");
    const { frame } = await page();
    const refused = await officer.post(`/staff/tips/${view.tip.id}/message`, { csrf: frame.csrf, text: "?" });
    expect(refused.status).toBe(422);
  });

  it("is one tip when the form is sent twice, and two when the words were changed in between", async () => {
    const { frame, view } = await page();
    const form = { csrf: frame.csrf, key: view.key, locale: "en", text: "Two boxes on the quay." };
    const [first, again] = [
      await officer.post("/staff/spoken/", form),
      await officer.post("/staff/spoken/", form),
    ];
    const other = await officer.post("/staff/spoken/", { ...form, text: "Three boxes on the quay." });
    expect(idIn(again)).toBe(idIn(first));
    expect(idIn(other)).not.toBe(idIn(first));
    expect((await desk.events(idIn(first))).map(({ action }) => action)).toEqual(["tip.written_down"]);
  });

  it("comes back with every word kept when something is missing or too long", async () => {
    const empty = await send({ text: "  ", place: "神戸", contact: "a@b.example", goods: "gold" });
    expect(empty.status).toBe(422);
    const { view } = await read(empty, "spoken");
    expect(view.issues).toEqual([{ field: "text", code: "empty" }]);
    expect(view.draft).toMatchObject({ place: "神戸", contact: "a@b.example", goods: ["gold"] });
    const long = await read(await send({ text: "港", who: "x".repeat(2_001) }), "spoken");
    expect(long.view.issues).toEqual([{ field: "who", code: "too_big" }]);
  });

  it("belongs to the region of whoever took the talk when the words name no place", async () => {
    const kobe = new Browser(desk);
    await setUp(desk, kobe, { role: "investigator", region: "kobe" });
    const here = await send({ text: "男が覚醒剤を売っている。" }, kobe);
    expect((await kobe.page(`/staff/tips/${idIn(here)}/`, "tip")).view.tip.region).toBe("kobe");
    // What is another region's is filed all the same, and is that region's to read.
    const there = await send({ text: said }, kobe);
    expect(there.headers.get("location")).toBe("/staff/");
  });

  it("never waits for a recording", async () => {
    const id = idIn(await send({ text: said }));
    await desk.owner.pool.query("update tips set received_at = now() - interval '2 hours' where id = $1", [
      id,
    ]);
    const { tipId } = await talk();
    await desk.owner.pool.query("update tips set received_at = now() - interval '2 hours' where id = $1", [
      tipId,
    ]);
    const connection = connect(desk.database.urls.worker);
    const recordings = createRecordingStore(connection.db, async () => undefined);
    const ctx = {
      ...desk.staff,
      recordings,
      source: null,
      evidence: {} as never,
      sounds: createSoundWatch(),
    };
    await watchRecordings(ctx);
    await connection.close();
    expect((await desk.events(id)).map(({ action }) => action)).not.toContain("recording.absent");
    expect((await desk.events(tipId)).map(({ action }) => action)).toContain("recording.absent");
  });
});

describe("what a caller told an officer, joined to the tip that the call has", () => {
  it("is offered for the calls of the last twelve hours, and takes the place of a silence", async () => {
    const { tipId, callSid } = await talk();
    await noteKeyed(desk.intake.ctx, { callSid, locale: "vi", text: "便名 NH921" });
    await desk.intake.drained();
    const { view } = await page();
    expect(view.calls[0]).toMatchObject({ id: tipId, locale: "vi", recordingState: null, band: "B" });
    const answer = await send({ tip: tipId, locale: "vi", text: said, contact: "Zalo @ten" });
    expect(idIn(answer)).toBe(tipId);
    const { view: tip } = await officer.page(`/staff/tips/${tipId}/`, "tip");
    expect(tip.tip).toMatchObject({
      band: "A",
      region: "yokohama",
      categories: ["stimulants"],
    });
    expect(tip).toMatchObject({ by: null, contactLeft: true });
    expect(tip.messages.map(({ by }) => by)).toEqual([null, "Hanako Night"]);
    const { reasons, identifier_counts: counts } = await row<{
      reasons: { code: string }[];
      identifier_counts: { type: string }[];
    }>("select reasons, identifier_counts from tips where id = $1", [tipId]);
    expect(reasons.map(({ code }) => code)).not.toContain("unheard_recording");
    expect(counts.map(({ type }) => type).sort()).toEqual(["container", "flight"]);
    // The caller holds that receipt: the desk can still ask.
    expect(tip.actions).toContain("message");
    expect(tip.events[0]?.action).toBe("tip.read");
    expect(tip.events.map(({ action }) => action)).toContain("tip.spoken_added");
  });

  it("leaves the mark of a recording that nobody has heard, and joins once", async () => {
    const { tipId } = await calls.call(["officer"]);
    const { frame, view } = await page();
    const form = { csrf: frame.csrf, key: view.key, locale: "ja", text: "覚醒剤の話", tip: tipId };
    await officer.post("/staff/spoken/", form);
    await officer.post("/staff/spoken/", form);
    const tip = await row<{ reasons: { code: string }[] }>("select reasons from tips where id = $1", [tipId]);
    expect(tip.reasons.map(({ code }) => code)).toContain("unheard_recording");
    expect((await desk.events(tipId)).filter(({ action }) => action === "tip.spoken_added")).toHaveLength(1);
  });

  it("is refused with the words kept for a tip that is closed, none, or no call", async () => {
    const { tipId } = await talk();
    await desk.owner.pool.query("update tips set state = 'in_progress' where id = $1", [tipId]);
    const late = await send({ tip: tipId, text: said });
    expect(late.status).toBe(422);
    const { view } = await read(late, "spoken");
    expect(view.issues).toEqual([{ field: "tip", code: "closed" }]);
    expect(view.draft.text).toBe(said);
    expect((await send({ tip: await desk.tip("港"), text: said })).status).toBe(404);
    expect((await send({ tip: "not-an-id", text: said })).status).toBe(404);
  });
});

describe("the page for it", () => {
  it.each(StaffRole.options)(
    "is there for %s only as the table says, and wants the session's token",
    async (role) => {
      const browser = new Browser(desk);
      await setUp(desk, browser, { role });
      const may = mayAtDesk({ role, region: "hq" }, "write-down");
      expect((await browser.request("/staff/spoken/")).status).toBe(may ? 200 : 404);
      const csrf = await browser.csrf();
      const form = { csrf, key: "k".repeat(32), locale: "ja", text: "港" };
      expect((await browser.post("/staff/spoken/", form)).status).toBe(may ? 303 : 404);
      expect((await browser.post("/staff/spoken/", { ...form, csrf: "none" })).status).toBe(403);
    },
  );
});
