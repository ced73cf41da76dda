import { afterAll, beforeAll, describe, expect, it } from "vitest";
import lineLimits from "../../../content/data/voice-limits.json" with { type: "json" };
import { makeVoice } from "../../../functions/demo/make-voice.ts";
import { measureCalls } from "../../../functions/metrics/measure-calls.ts";
import { createRegistry } from "../../../functions/metrics/registry.ts";
import { fetchRecording } from "../../../functions/service/recordings/fetch-recording.ts";
import { writeWave } from "../../../functions/service/recordings/wave.ts";
import { createCallWatch } from "../../../functions/service/watch/watch-calls.ts";
import { tipOfCall } from "../../support/call-records.ts";
import {
  type Call,
  type Deed,
  type FakeTwilio,
  hangup,
  press,
  silence,
  talk,
  talkAndHangup,
} from "../../support/fake-twilio/fake-twilio.ts";
import { telephone } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";

let worker: TestWorker;
const lines: FakeTwilio[] = [];
let now = new Date("2026-11-20T03:00:00Z");
const clock = () => now;
const minutes = (count: number) => {
  now = new Date(now.getTime() + count * 60_000);
};
/** Time enough to hear each prompt. */
const slow = () => {
  now = new Date(now.getTime() + 3_000);
  return now;
};

beforeAll(async () => {
  worker = await testWorker();
});
afterAll(async () => {
  for (const line of lines) await line.stop();
  await worker?.stop();
});

async function lineWith(options: Parameters<typeof telephone>[1]): Promise<FakeTwilio> {
  const line = await telephone(worker.intake, options);
  lines.push(line);
  return line;
}

interface Tip {
  id: string;
  lane: string;
  misuse: string[];
  version: number;
}
async function tipOf(call: Call): Promise<Tip | undefined> {
  const id = await tipOfCall(worker, call);
  return (await worker.rows<Tip>("select id, lane, misuse, version from tips where id = $1", [id]))[0];
}
const eventsOf = async (tip: Tip | undefined) =>
  (
    await worker.rows<{ action: string }>("select action from events where tip_id = $1 order by seq", [
      tip?.id,
    ])
  ).map(({ action }) => action);

/** The tips among these that the desk is to be told of by mail. */
const mailed = async (tips: (Tip | undefined)[]) =>
  (
    await worker.rows<{ data: { tipId: string } }>(
      "select data from pgboss.job where name = 'tip.notify' and data->>'tipId' = any($1)",
      [tips.map((tip) => tip?.id)],
    )
  ).map(({ data }) => data.tipId);

/** Has the worker fetch what the call recorded, with this sound. */
async function hear(line: FakeTwilio, call: Call, sound: Uint8Array): Promise<void> {
  await worker.intake.drained();
  for (const sid of call.recordings) {
    const held = line.recordings.bySid.get(sid);
    if (held) held.audio = Buffer.from(sound);
    const [row] = await worker.rows<{ id: string }>("select id from evidence where recording_sid = $1", [
      sid,
    ]);
    const source = {
      fetch: async () => ({ kind: "ready" as const, bytes: sound, mediaType: "audio/wav" }),
      remove: async () => ({ kind: "removed" }) as const,
    };
    await fetchRecording({ ...worker.ctx, source }, row?.id ?? "");
  }
}
const nothing = writeWave({ rate: 8_000, channels: 1, samples: new Int16Array(8_000 * 5) });
const told: Deed[] = [press("2"), press("1"), talk(6), press("1"), silence(), silence(), silence()];
const straight = (call: Call) => call.path.length === 2 && call.path[1]?.endsWith("/straight");

describe("one number that calls without end", () => {
  it("hears the whole line, then only the shortest way, and its flood waits in quarantine: all of it is kept", async () => {
    const line = await lineWith({ watchClock: slow, limits: { straightAfter: 3, floodAfter: 5 } });
    const calls: Call[] = [];
    for (let n = 0; n < 7; n += 1) calls.push(await line.call(n < 3 ? told : [talk(6)], "+818000005501"));
    expect(calls.map(straight)).toEqual([false, false, false, true, true, true, true]);
    for (const call of calls) {
      expect(call.ended).toBe("hung up by us");
      const digits = call.heard.filter(({ text }) => /^\d(, \d){3}$/.test(text));
      expect(digits.length, call.path.join(" ")).toBeGreaterThanOrEqual(8);
    }
    const tips = await Promise.all(calls.map(tipOf));
    expect(tips.map((tip) => tip?.lane)).toEqual([...Array(5).fill("queue"), "quarantine", "quarantine"]);
    expect(tips.at(-1)?.misuse).toEqual(["caller_flood"]);
    expect(tips[4]?.misuse).toEqual([]);
    const [count] = await worker.rows<{ n: string }>(
      "select count(*) as n from evidence where recording_sid = any($1)",
      [calls.flatMap(({ recordings }) => recordings)],
    );
    expect(Number(count?.n)).toBe(7);
  });

  it("is nobody special again an hour later, and no withheld number is ever taken for one caller", async () => {
    const line = await lineWith({
      watchClock: clock,
      limits: { straightAfter: 1, floodAfter: 2, hastyMs: 0 },
    });
    for (let n = 0; n < 3; n += 1) await line.call([talk(2)], "+818000005502");
    expect(straight(await line.call([talk(2)], "+818000005502"))).toBe(true);
    minutes(61);
    expect(straight(await line.call(told, "+818000005502"))).toBe(false);
    for (const from of ["", "Anonymous", "+266696687"])
      for (let n = 0; n < 4; n += 1) expect(straight(await line.call(told, from)), from).toBe(false);
  });

  it("is still one number past midnight in Tokyo, where its hash changes", async () => {
    now = new Date("2026-11-21T14:50:00Z");
    const line = await lineWith({ watchClock: clock, limits: { straightAfter: 2, hastyMs: 0 } });
    for (let n = 0; n < 2; n += 1) await line.call(told, "+818000005503");
    minutes(20);
    expect(straight(await line.call([talk(2)], "+818000005503"))).toBe(true);
  });

  it("mails the desk for its first calls and for none of the flood", async () => {
    const line = await lineWith({ watchClock: slow, limits: { straightAfter: 9, floodAfter: 1 } });
    const calls = [await line.call(told, "+818000005504"), await line.call(told, "+818000005504")];
    const tips = await Promise.all(calls.map(tipOf));
    expect(await mailed(tips)).toEqual([tips[0]?.id]);
  });

  it("leaves its goods in the queue when it keys them in, whatever the signs", async () => {
    const line = await lineWith({ watchClock: slow, limits: { straightAfter: 99, floodAfter: 1 } });
    await line.call(told, "+818000005505");
    const keyed = [
      press("2"),
      press("2"),
      talk(3),
      press("0"),
      press("0"),
      press("2"),
      press("27783054383#"),
    ];
    const call = await line.call([...keyed, press("1"), talk(2), press("1")], "+818000005505");
    const tip = await tipOf(call);
    expect(tip).toMatchObject({ lane: "queue", misuse: ["caller_flood"] });
    expect(await mailed([tip])).toEqual([tip?.id]);
  });
});

describe("keys that come before anything can be heard", () => {
  const dialled = [press("2"), press("1"), talk(4), press("3"), talk(3), press("1"), press("1"), press("1")];
  it("send a call to quarantine, and one key that waited keeps it in the queue", async () => {
    const machine = await lineWith({ watchClock: clock });
    const call = await machine.call(dialled, "+818000005510");
    const tip = await tipOf(call);
    expect(tip).toMatchObject({ lane: "quarantine", misuse: ["hasty_keys"] });
    expect(await eventsOf(tip)).toContain("tip.quarantined");
    const person = await lineWith({ watchClock: slow });
    expect(await tipOf(await person.call(dialled, "+818000005511"))).toMatchObject({
      lane: "queue",
      misuse: [],
    });
  });
});

describe("more calls at once than the line takes", () => {
  it("go straight to a recording in Japanese and English, and are counted; the next call after them is not", async () => {
    const registry = createRegistry();
    const limits = { ...lineLimits, lines: 2 };
    const watch = measureCalls(createCallWatch({ clock, keys: worker.intake.ctx.keys }, limits), registry);
    const line = await lineWith({ verbs: { watch } });
    for (const [n, way] of [
      [0, "whole"],
      [1, "whole"],
      [2, "over_capacity"],
    ] as const)
      expect(watch.begin({ callSid: `CA${n}`, caller: `+81800000552${n}` })).toBe(way);
    const call = await line.call([talkAndHangup(5)], "+818000005529");
    expect(call.path).toEqual(["/twilio/voice"]);
    expect(new Set(call.heard.map(({ voice }) => voice))).toEqual(new Set(["ja-JP", "en-US"]));
    expect(call.heard.map(({ text }) => text).join(" ")).toMatch(/110番.*1 1 0/s);
    expect(await tipOf(call)).toMatchObject({ lane: "queue", misuse: [] });
    for (const n of [0, 1, 2]) watch.end(`CA${n}`);
    expect(straight(await line.call(told, "+818000005528"))).toBe(false);
    const text = JSON.stringify(await registry.collect());
    expect(text).toMatch(/"way":"over_capacity"},"value":2/);
    expect(text).not.toMatch(/8000005/);
  });

  it("are forgotten when the provider never says that they ended", () => {
    const watch = createCallWatch({ clock, keys: worker.intake.ctx.keys }, { ...lineLimits, lines: 1 });
    watch.begin({ callSid: "CA1", caller: "" });
    watch.answered("CA1", 600_000);
    minutes(20);
    expect(watch.begin({ callSid: "CA2", caller: "" })).toBe("over_capacity");
    minutes(30);
    expect(watch.live()).toBe(0);
    expect(watch.begin({ callSid: "CA3", caller: "" })).toBe("whole");
  });

  it("of one number are a machine's", async () => {
    const watch = createCallWatch({ clock, keys: worker.intake.ctx.keys }, { ...lineLimits, atOnce: 2 });
    for (const n of [1, 2, 3]) watch.begin({ callSid: `CA${n}`, caller: "+818000005530" });
    expect([1, 2, 3].map((n) => watch.signs(`CA${n}`))).toEqual([[], [], ["calls_at_once"]]);
    watch.spoke("CA3");
    expect(watch.signs("CA3")).toEqual([]);
  });
});

describe("a call in which nobody speaks", () => {
  it("waits in quarantine once it was listened to, and comes back by itself when the caller speaks after all", async () => {
    const line = await lineWith({});
    const call = await line.call([press("1"), press("1"), talk(5), press("3"), talk(5), hangup()]);
    expect(await tipOf(call)).toMatchObject({ lane: "queue" });
    const [first = "", second = ""] = call.recordings;
    await hear(line, { ...call, recordings: [first] }, nothing);
    expect(await tipOf(call), "half of it is unheard").toMatchObject({ lane: "queue", misuse: [] });
    await hear(line, { ...call, recordings: [second] }, nothing);
    const tip = await tipOf(call);
    expect(tip).toMatchObject({ lane: "quarantine", misuse: ["no_voice"] });
    const spoken = await line.call([press("1"), press("1"), talk(5), press("3"), talk(5), hangup()]);
    const [quiet = "", loud = ""] = spoken.recordings;
    await hear(line, { ...spoken, recordings: [quiet] }, nothing);
    await hear(line, { ...spoken, recordings: [loud] }, makeVoice(5, 77));
    expect(await tipOf(spoken)).toMatchObject({ lane: "queue", misuse: [] });
  });

  it("stays in the queue once an officer has put it there", async () => {
    const line = await lineWith({});
    const call = await line.call([press("1"), press("1"), talk(5), hangup()]);
    await hear(line, call, nothing);
    const tip = await tipOf(call);
    await worker.owner.query("update tips set lane = 'queue', lane_settled = true where id = $1", [tip?.id]);
    const [recording = ""] = call.recordings;
    await worker.owner.query("delete from recording_sounds where tip_id = $1", [tip?.id]);
    await worker.owner.query(
      "delete from recording_copies where evidence_id in (select id from evidence where tip_id = $1)",
      [tip?.id],
    );
    await worker.owner.query("update evidence set source_removed_at = null where tip_id = $1", [tip?.id]);
    await hear(line, { ...call, recordings: [recording] }, nothing);
    expect(await tipOf(call)).toMatchObject({ lane: "queue", misuse: ["no_voice"] });
  });
});

describe("a message that a machine plays into many calls", () => {
  it("goes to quarantine from the third call on, the first two with it; another voice does not", async () => {
    const line = await lineWith({});
    const calls: Call[] = [];
    const message = makeVoice(8, 4_711);
    for (let n = 0; n < 3; n += 1) {
      const call = await line.call([press("1"), press("1"), talk(8), hangup()], `+81800000560${n}`);
      calls.push(call);
      await hear(line, call, message);
      if (n < 2) expect(await tipOf(call)).toMatchObject({ lane: "queue", misuse: [] });
    }
    for (const call of calls)
      expect(await tipOf(call)).toMatchObject({ lane: "quarantine", misuse: ["same_sound"] });
    const other = await line.call([press("1"), press("1"), talk(8), hangup()], "+818000005609");
    await hear(line, other, makeVoice(8, 4_712));
    expect(await tipOf(other)).toMatchObject({ lane: "queue", misuse: [] });
  });
});
