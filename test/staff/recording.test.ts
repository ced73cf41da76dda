import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { mayOnTip } from "../../functions/domain/access/permits.ts";
import { readWave } from "../../functions/service/recordings/wave.ts";
import { Browser, setUp } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";
import { heard, openTip, type TestCalls, testCalls } from "./recording-call.ts";

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

/** As an officer who proved a moment ago that it is they. */
const ask = async (email: string, path: string) => {
  const authorization = await desk.bearer(email);
  await desk.owner.pool.query(
    `update auth.api_tokens set proven_at = now() where user_id = (select id from auth."user" where email = $1)`,
    [email],
  );
  return desk.app.request(`${staffUrl}${path}`, { headers: { authorization } });
};

describe("a stretch of a recording", () => {
  it("is on record as an opening, unless the same officer's player goes on with what it opened", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    const [one, two] = [await desk.officer("supervisor"), await desk.officer("supervisor")];
    const stretch = async ({ email }: { email: string }, range: string) => {
      const headers = { authorization: await desk.bearer(email), range };
      return (await desk.app.request(`${staffUrl}/staff/evidence/${recordings[0]}`, { headers })).status;
    };
    const openings = async () =>
      (await desk.events(tipId))
        .filter(({ action }) => action === "evidence.opened")
        .map(({ actor_id }) => (actor_id === one.id ? "one" : "two"));
    // Whoever begins in the middle has opened it as well.
    expect(await stretch(one, "bytes=1-")).toBe(206);
    expect(await openings()).toEqual(["one"]);
    expect([await stretch(one, "bytes=100-"), await stretch(one, "bytes=200-299")]).toEqual([206, 206]);
    expect(await openings()).toEqual(["one"]);
    expect(await stretch(two, "bytes=100-")).toBe(206);
    expect(await openings()).toEqual(["one", "two"]);
    expect(await stretch(one, "bytes=0-")).toBe(206);
    expect(await openings()).toEqual(["one", "two", "one"]);
    expect([await stretch(one, "bytes=99999999-"), await stretch(one, "bytes=9-3")]).toEqual([416, 416]);
  });
});

describe("what was made of a recording", () => {
  it("is named by the question it answers, with addresses for its outline and its disguised voice", async () => {
    const { tipId, recordings } = await calls.call(["what", "where"]);
    const { view } = await openTip(first, tipId);
    expect(view.recordings.map(({ id, part, seconds }) => [id, part, seconds])).toEqual([
      [recordings[0], "what", 3],
      [recordings[1], "where", 3],
    ]);
    expect(view.recordings[0]).toMatchObject({
      outlineHref: `/staff/evidence/${recordings[0]}/outline`,
      disguisedHref: `/staff/evidence/${recordings[0]}/disguised`,
      machine: null,
      typed: [],
      mayType: true,
    });
  });

  it("opens for whoever may hear the recording, for nobody else, and each opening is on record first", async () => {
    const { tipId, recordings } = await calls.call(["talk"]);
    await desk.owner.pool.query("update tips set region = 'kobe' where id = $1", [tipId]);
    const addresses = ["outline", "disguised"].map((name) => `/staff/evidence/${recordings[0]}/${name}`);
    for (const role of StaffRole.options)
      for (const region of ["kobe", "moji", "hq"] as const) {
        const officer = await desk.officer(role, region);
        const may = mayOnTip({ role, region }, "open-evidence", { state: "new", region: "kobe" });
        for (const address of addresses)
          expect((await ask(officer.email, address)).status, `${role} ${region} ${address}`).toBe(
            may ? 200 : 404,
          );
        const written = (await desk.events(tipId)).filter(({ actor_id }) => actor_id === officer.id);
        expect(written.map(({ action }) => action)).toEqual(
          may ? ["recording.outline_opened", "recording.disguised_saved"] : [],
        );
      }
  });

  it("is a waveform's peaks, and a voice to save that is not the caller's", async () => {
    const { recordings } = await calls.call(["talk"]);
    const { email } = await desk.officer("supervisor");
    const outline = await ask(email, `/staff/evidence/${recordings[0]}/outline`);
    expect(outline.headers.get("cache-control")).toBe("no-store");
    const { peaks, perSecond } = (await outline.json()) as { peaks: number[]; perSecond: number };
    expect([perSecond, peaks.length]).toEqual([10, 30]);
    expect(Math.max(...peaks)).toBeGreaterThan(20);
    const disguised = await ask(email, `/staff/evidence/${recordings[0]}/disguised`);
    expect(disguised.headers.get("content-disposition")).toMatch(
      /^attachment; filename=".*-disguised\.wav"$/,
    );
    const original = await ask(email, `/staff/evidence/${recordings[0]}`);
    const voice = readWave(new Uint8Array(await disguised.arrayBuffer()));
    const own = readWave(new Uint8Array(await original.arrayBuffer()));
    expect(voice?.samples.length).toBe(own?.samples.length);
    expect(voice?.samples).not.toEqual(own?.samples);
  });

  it("shows nothing when it cannot be written down, and is not there for what is no recording", async () => {
    const { recordings } = await calls.call(["talk"]);
    const { email } = await desk.officer("supervisor");
    const { record } = desk.staff.desk;
    desk.staff.desk.record = () => Promise.reject(new Error("the log is full"));
    try {
      for (const name of ["outline", "disguised"]) {
        const answer = await ask(email, `/staff/evidence/${recordings[0]}/${name}`);
        expect(answer.status).toBe(500);
        expect(await answer.text()).not.toMatch(/peaks|RIFF/);
      }
    } finally {
      desk.staff.desk.record = record;
    }
    for (const id of ["0", recordings[0]?.replace(/.$/, "x"), "01900000-0000-7000-8000-000000000000"])
      expect((await ask(email, `/staff/evidence/${id}/outline`)).status).toBe(404);
    await desk.owner.pool.query("update evidence set state = 'erased' where id = $1", [recordings[0]]);
    expect((await ask(email, `/staff/evidence/${recordings[0]}/disguised`)).status).toBe(404);
  });
});

describe("a machine's transcript", () => {
  it("stands beside its recording with times and doubts, and not among the reporter's messages alone", async () => {
    const { tipId } = await calls.call(["talk"], heard);
    const { view } = await openTip(first, tipId);
    const [recording] = view.recordings;
    expect(
      recording?.machine?.lines.map(({ at, pieces }) => [at, pieces.map(({ text }) => text).join("")]),
    ).toEqual([
      [0.4, "横浜港のコンテナに覚醒剤。"],
      [2, "今夜です。"],
    ]);
    const pieces = recording?.machine?.lines.flatMap((line) => line.pieces) ?? [];
    expect(pieces.filter(({ sure }) => !sure).map(({ text, at }) => [text, at])).toEqual([
      ["覚醒剤", 1.2],
      ["今夜です。", 2],
    ]);
    expect(view.messages.map(({ id }) => recording?.messageIds.includes(id))).toEqual([true]);
    expect(recording?.start).toBe("横浜港のコンテナに覚醒剤。\n今夜です。");
  });

  it("that cannot be opened is said so, and the tip is shown all the same", async () => {
    const { tipId, recordings } = await calls.call(["talk"], heard);
    await desk.owner.pool.query(
      `update recording_copies set id = gen_random_uuid() where evidence_id = $1 and kind = 'transcript'`,
      [recordings[0]],
    );
    const { view } = await openTip(first, tipId);
    expect(view.recordings[0]?.machine).toEqual({ lines: [], broken: true });
  });
});
