import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { mayOnTip } from "../../functions/domain/access/permits.ts";
import { followUp } from "../../functions/service/threads/follow-up.ts";
import { addLiveWords } from "../../functions/service/tips/add-live-words.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { heard, openTip, said, type TestCalls, testCalls } from "./recording-call.ts";

let desk: TestDesk;
let calls: TestCalls;
let first: Browser;
let second: Browser;
beforeAll(async () => {
  desk = await testDesk();
  calls = await testCalls(desk);
  [first, second] = [new Browser(desk), new Browser(desk)];
  await setUp(desk, first, { role: "supervisor", name: "Ichiro First" });
  await setUp(desk, second, { role: "intake", name: "Jiro Second" });
});
afterAll(async () => {
  await calls?.close();
  await desk?.close();
});

const post = (browser: Browser, recording: string | undefined, form: Record<string, string>) =>
  browser.post(`/staff/recordings/${recording}/transcript`, form);
const row = async <Row = Record<string, unknown>>(sql: string, values: unknown[]): Promise<Row> =>
  (await desk.owner.pool.query(sql, values)).rows[0];
const actions = async (tipId: string) => (await desk.events(tipId)).map(({ action }) => action);

/** Has the provider's machine hear something in a call that is over. */
async function hearLive(callSid: string, text: string): Promise<void> {
  const { ctx } = desk.intake;
  await addLiveWords(
    { ...ctx, words: { mark: "（機械）", gap: "［…］" } },
    {
      callSid,
      transcriptionSid: `GT${callSid.slice(2)}`,
      locale: "ja",
      heardFrom: new Date(),
      results: [{ sequence: 2, text, confidence: 0.9 }],
      whole: true,
    },
  );
  await desk.intake.drained();
}

describe("a typed transcript", () => {
  it("is sealed, searched and triaged, raises the tip, has it compared again, and keeps no word in the log", async () => {
    const { tipId, recordings, callSid } = await calls.call(["talk"]);
    await desk.owner.pool.query("update tip_traces set waiting_since = null where tip_id = $1", [tipId]);
    const { form } = await openTip(first, tipId);
    expect((await post(first, recordings[0], { ...form, text: said })).status).toBe(303);
    const { view, form: after } = await openTip(first, tipId);
    expect(Number(after.version)).toBe(Number(form.version) + 1);
    expect(view.tip).toMatchObject({ band: "A", region: "yokohama", categories: ["stimulants"] });
    expect(view.tip.unreadSince).toBeNull();
    const [recording] = view.recordings;
    expect(recording?.typed[0]).toMatchObject({ by: "Ichiro First" });
    expect(recording?.typed[0]?.segments?.map(({ text }) => text).join("")).toBe(said);
    expect(recording?.typed[0]?.segments?.flatMap(({ marks }) => marks.map(({ code }) => code))).toContain(
      "container",
    );
    const stored = await row(
      `select m.sealed, m.summary, t.waiting_since,
         (select count(*)::int from identifiers i where i.tip_id = $1 and i.type = 'container') as containers
       from messages m join tip_traces t using (tip_id) where tip_id = $1`,
      [tipId],
    );
    expect(Buffer.from(stored.sealed as Buffer).toString("latin1")).toMatch(/^age-encryption.org\/v1/);
    expect(stored).toMatchObject({ containers: 1, summary: { band: "A" } });
    expect(stored.waiting_since).not.toBeNull();
    expect(JSON.stringify(stored.summary)).not.toMatch(/CSQU|覚醒剤/);
    const { view: found } = await first.page(`/staff/?q=${encodeURIComponent("覚醒剤")}`, "queue");
    expect(found.rows.map(({ id }) => id)).toContain(tipId);
    const event = view.events.find(({ action }) => action === "recording.typed");
    expect(event).toMatchObject({ details: { from: "B", to: "A" }, actor: { name: "Ichiro First" } });
    const log = await desk.owner.pool.query("select details::text from events where tip_id = $1", [tipId]);
    expect(JSON.stringify([log.rows, desk.logs])).not.toMatch(/CSQU|3054383|覚醒剤/);
    // The reporter did not write it.
    const receipt = desk.intake.ctx.keys.receiptFor(`call:${callSid}`);
    expect((await followUp(desk.intake.ctx, { receipt })).messages).toEqual([]);
  });

  it("is kept when it is corrected, and the same number is not counted twice", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    await post(first, recordings[0], { ...(await openTip(first, tipId)).form, text: said });
    const corrected = said.replace("今夜", "明日の夜");
    await post(second, recordings[0], { ...(await openTip(second, tipId)).form, text: corrected });
    const { view } = await openTip(first, tipId);
    const [recording] = view.recordings;
    expect(
      recording?.typed.map(({ by, segments }) => [by, segments?.map(({ text }) => text).join("")]),
    ).toEqual([
      ["Jiro Second", corrected],
      ["Ichiro First", said],
    ]);
    expect(recording?.start).toBe(corrected);
    expect(view.tip.identifiers).toEqual([{ type: "container", valid: 1, invalid: 0 }]);
    expect(
      (await actions(tipId)).filter(
        (action) => action.startsWith("recording.t") || action === "recording.corrected",
      ),
    ).toEqual(["recording.typed", "recording.corrected"]);
    const messages = await row("select count(*)::int as n from messages where tip_id = $1", [tipId]);
    expect(messages.n).toBe(2);
  });

  it("leaves the tip unheard while another recording of it is, and then judges by all that was said", async () => {
    const { tipId, recordings } = await calls.call(["what", "where"]);
    const codes = async () =>
      (
        await row<{ reasons: { code: string }[] }>("select reasons from tips where id = $1", [tipId])
      ).reasons.map(({ code }) => code);
    await post(first, recordings[0], {
      ...(await openTip(first, tipId)).form,
      text: "覚醒剤を隠しています。",
    });
    expect(await codes()).toContain("unheard_recording");
    await post(first, recordings[1], { ...(await openTip(first, tipId)).form, text: "横浜港です。" });
    expect(await codes()).not.toContain("unheard_recording");
    expect((await openTip(first, tipId)).view.tip).toMatchObject({
      categories: ["stimulants"],
      region: "yokohama",
    });
  });

  it("takes the place of what a machine only thought it heard", async () => {
    const { tipId, recordings } = await calls.call(["talk"], heard);
    expect((await openTip(first, tipId)).view.tip.categories).toEqual(["stimulants"]);
    const { form } = await openTip(first, tipId);
    await post(first, recordings[0], { ...form, text: "横浜港の営業時間を教えてください。" });
    const { view } = await openTip(first, tipId);
    expect(view.tip.categories).toEqual([]);
    expect(view.recordings[0]?.machine?.lines).toHaveLength(2);
  });

  it("takes the place of what the provider's machine heard during the call, and counts no number of it twice", async () => {
    const { tipId, callSid, recordings } = await calls.call(["talk", "added"]);
    await hearLive(callSid, said);
    const counts = async () =>
      (await row<{ identifier_counts: unknown }>("select identifier_counts from tips where id = $1", [tipId]))
        .identifier_counts;
    const one = [{ type: "container", valid: 1, invalid: 0 }];
    expect(await counts()).toEqual(one);
    const { form } = await openTip(first, tipId);
    await post(first, recordings[0], { ...form, text: said });
    expect(await counts()).toEqual(one);
    // The second recording is heard: now the machine's words are out of it.
    const { form: then } = await openTip(first, tipId);
    await post(first, recordings[1], { ...then, text: "以上です。" });
    expect(await counts()).toEqual(one);
    const { reasons } = await row<{ reasons: { code: string }[] }>("select reasons from tips where id = $1", [
      tipId,
    ]);
    expect(reasons.map(({ code }) => code)).not.toContain("unheard_recording");
  });

  it("lets a mishearing of the provider's machine go, unless a recording never came", async () => {
    for (const state of ["stored", "missing"]) {
      const { tipId, callSid, recordings } = await calls.call(["talk", "added"]);
      await hearLive(callSid, said);
      expect((await openTip(first, tipId)).view.tip.categories).toEqual(["stimulants"]);
      await desk.owner.pool.query("update evidence set state = $2 where id = $1", [recordings[1], state]);
      const texts = state === "stored" ? recordings : recordings.slice(0, 1);
      for (const recording of texts) {
        const { form } = await openTip(first, tipId);
        await post(first, recording, { ...form, text: "横浜港の営業時間を教えてください。" });
      }
      const { view } = await openTip(first, tipId);
      expect(view.tip.categories).toEqual(state === "stored" ? [] : ["stimulants"]);
    }
  });

  it("closes the way back for what the officer did before it", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    const { form } = await openTip(first, tipId);
    await first.post(`/staff/tips/${tipId}/band`, { ...form, band: "C", reason: "quiet" });
    const before = await openTip(first, tipId);
    expect(before.view.undoable).toBe("band");
    await post(first, recordings[0], { ...before.form, text: said });
    const { view } = await openTip(first, tipId);
    expect([view.undoable, view.tip.band]).toEqual([null, "A"]);
  });

  it("that comes too late is told what changed, with its words kept and nothing written", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    const [one, two] = [await openTip(first, tipId), await openTip(second, tipId)];
    expect((await post(first, recordings[0], { ...one.form, text: said })).status).toBe(303);
    const late = await post(second, recordings[0], { ...two.form, text: "私の長い書き起こし" });
    expect(late.status).toBe(409);
    const { frame, view } = await read(late, "tip");
    expect(frame.flash).toEqual({ kind: "problem", code: "stale" });
    expect(view.recordings[0]).toMatchObject({ refused: true, start: "私の長い書き起こし" });
    expect(view.recordings[0]?.typed).toHaveLength(1);
    expect(view.changed.map(({ action }) => action)).toContain("recording.typed");
  });

  it("is written once when two officers save at the same moment", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    const [one, two] = [await openTip(first, tipId), await openTip(second, tipId)];
    const answers = await Promise.all([
      post(first, recordings[0], { ...one.form, text: "箱が三つ" }),
      post(second, recordings[0], { ...two.form, text: "箱が四つ" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const written = await row("select count(*)::int as n from transcripts where evidence_id = $1", [
      recordings[0],
    ]);
    expect(written.n).toBe(1);
  });

  it("is refused when it is empty, from elsewhere or without the session's token", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    const { form } = await openTip(first, tipId);
    expect((await post(first, recordings[0], { ...form, text: " \n " })).status).toBe(422);
    expect((await post(first, recordings[0], { ...form, csrf: "guess", text: said })).status).toBe(403);
    const elsewhere = { origin: "https://evil.example" };
    const path = `/staff/recordings/${recordings[0]}/transcript`;
    expect((await first.post(path, { ...form, text: said }, elsewhere)).status).toBe(403);
    expect((await post(new Browser(desk), recordings[0], { ...form, text: said })).status).not.toBe(303);
    const written = await row("select count(*)::int as n from transcripts where evidence_id = $1", [
      recordings[0],
    ]);
    expect(written.n).toBe(0);
  });

  it("is for those whom the table lets transcribe, in each role, region and state", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    for (const state of ["triaged", "in_progress", "closed"] as const)
      for (const role of StaffRole.options)
        for (const region of ["kobe", "moji"] as const) {
          await desk.owner.pool.query("update tips set state = $2, region = 'kobe' where id = $1", [
            tipId,
            state,
          ]);
          const { api } = await desk.officer(role, region);
          const tip = { state, region: "kobe" as const };
          const answer = await api.post(`/recordings/${recordings[0]}/transcript`, { text: "箱が三つ" });
          const may = mayOnTip({ role, region }, "transcribe", tip);
          const reads = mayOnTip({ role, region }, "read", tip);
          expect(answer.status, `${role} ${region} ${state}`).toBe(may ? 200 : reads ? 409 : 404);
        }
  });

  it("cannot be changed or removed by the desk's own login", async () => {
    const grants = await row<{ kinds: string[] }>(
      `select array_agg(privilege_type::text order by privilege_type) as kinds from information_schema.table_privileges
       where table_name = 'transcripts' and grantee = 'shirokuro_staff'`,
      [],
    );
    expect(grants.kinds).toEqual(["INSERT", "SELECT"]);
  });
});
