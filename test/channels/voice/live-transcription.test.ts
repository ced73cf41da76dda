import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { transcribed, transcriptionWords } from "../../../functions/channels/voice/live-transcription.ts";
import { writtenVoices } from "../../../functions/channels/voice/voices.ts";
import { decodeSealed, SealedWords } from "../../../functions/domain/intake/sealed-words.ts";
import {
  gatherLiveTranscripts,
  type LiveTranscripts,
} from "../../../functions/service/recordings/live-transcripts.ts";
import { addLiveWords } from "../../../functions/service/tips/add-live-words.ts";
import { tipOfCall } from "../../support/call-records.ts";
import {
  type Call,
  type FakeTwilio,
  press,
  silence,
  talk,
  tell,
  tellAndHangup,
} from "../../support/fake-twilio/fake-twilio.ts";
import type { TranscriptionOptions } from "../../support/fake-twilio/transcriptions.ts";
import { account, telephone } from "../../support/telephone.ts";
import { sid, type TestWorker, testWorker } from "../../support/worker.ts";

const minute = 60_000;
let worker: TestWorker;
let now = new Date();
const twilios: FakeTwilio[] = [];
beforeAll(async () => {
  worker = await testWorker(() => now);
});
afterAll(async () => {
  for (const twilio of twilios) await twilio.stop();
  await worker?.stop();
});

interface Line {
  twilio: FakeTwilio;
  transcripts: LiveTranscripts;
  /** Lets the callbacks settle and hands on what is complete. */
  settle(): Promise<void>;
}

/** The line of an office that has turned it on; `failing` hand-overs fail first. */
async function line(transcription: TranscriptionOptions = {}, failing = 0): Promise<Line> {
  let left = failing;
  const ctx = { ...worker.intake.ctx, clock: () => now, words: transcriptionWords };
  const transcripts = gatherLiveTranscripts(ctx, async (words) => {
    left -= 1;
    if (left >= 0) throw new Error("the disk is full");
    await addLiveWords(ctx, words);
  });
  const verbs = { noteLive: transcripts.note };
  const twilio = await telephone(worker.intake, { transcription, verbs });
  twilios.push(twilio);
  return {
    twilio,
    transcripts,
    async settle() {
      now = new Date(now.getTime() + 11_000);
      await transcripts.settle();
      await worker.intake.drained();
    },
  };
}

async function messagesOf(call: Call): Promise<{ text: string; words: SealedWords; band: string }[]> {
  const tipId = await tipOfCall(worker, call);
  const rows = await worker.rows<{ sealed: Buffer; summary: { band: string } }>(
    "select sealed, summary from messages where tip_id = $1 order by at, id",
    [tipId],
  );
  return Promise.all(
    rows.map(async ({ sealed, summary }) => {
      const words = decodeSealed(SealedWords, await worker.intake.opener.open(sealed));
      return { text: words.report.text, words, band: summary.band };
    }),
  );
}

const bandOf = async (call: Call) =>
  (
    await worker.rows<{ band: string }>("select band from tips where id = $1", [
      await tipOfCall(worker, call),
    ])
  )[0]?.band;

const english = [press("2"), press("1")];
const sure = (text: string) => ({ text, confidence: 0.95 });
const said = [
  sure("There are drugs in container CSQU 305438-3 at the port of Yokohama."),
  { text: "It leaves tonight.", confidence: 0.41 },
];
const mark = transcriptionWords.mark;

describe("a call while the office has not turned real-time transcription on", () => {
  it("asks for none and says nothing of it, and callbacks that come all the same leave nothing", async () => {
    const twilio = await telephone(worker.intake);
    twilios.push(twilio);
    const call = await twilio.call([...english, tell(said), silence()]);
    expect(call.heard.map(({ text }) => text).join(" ")).not.toContain("telephone company");
    const answer = await twilio.post("https://tips.example/twilio/voice/transcription?language=en", {
      CallSid: call.sid,
      TranscriptionSid: sid("GT"),
      TranscriptionEvent: "transcription-content",
      SequenceId: "2",
      Final: "true",
      TranscriptionData: JSON.stringify(said[0]),
    });
    expect(answer.status).toBe(204);
    expect(await messagesOf(call)).toEqual([]);
  });
});

describe("what the provider's machine hears, where the office wants it", () => {
  it("is announced to the caller in their language, and written down only while they are recorded", async () => {
    const { twilio } = await line();
    for (const [key, locale] of [
      ["1", "ja"],
      ["2", "en"],
    ] as const) {
      const call = await twilio.call([press(key), press("1"), tell(said), silence()]);
      const words = call.heard.map(({ text }) => text);
      const says = transcriptionWords.languages[locale]?.says ?? "";
      expect(words.filter((text) => text === says)).toHaveLength(1);
    }
    const all = await twilio.call([silence(), silence(), silence(), tell(said), silence()]);
    expect(all.heard.map(({ text }) => text).join(" ")).not.toContain("telephone company");
  });

  it("joins the tip as one text in order, marked, doubted where the machine doubts, and triaged", async () => {
    const { twilio, settle } = await line();
    const call = await twilio.call([...english, tell(said), silence()]);
    expect(await messagesOf(call)).toEqual([]);
    await settle();
    const [message, ...more] = await messagesOf(call);
    expect(more).toEqual([]);
    expect(message?.text).toBe(`${said[0]?.text}\n${said[1]?.text} (?)\n${mark}`);
    expect(message?.words).toMatchObject({ madeBy: "machine" });
    expect(message?.words.verdict.identifiers.map(({ value }) => value)).toEqual(["CSQU3054383"]);
    expect(await bandOf(call)).toBe("A");
    const [stored] = await worker.rows<{ sealed: Buffer; reasons: { code: string }[] }>(
      "select m.sealed, t.reasons from messages m join tips t on t.id = m.tip_id where t.id = $1",
      [await tipOfCall(worker, call)],
    );
    expect(stored?.sealed.toString("latin1")).not.toContain("CSQU");
    // Somebody still listens.
    expect(stored?.reasons.map(({ code }) => code)).toContain("unheard_recording");
  });

  it.each<[string, TranscriptionOptions["deliver"]]>([
    ["in the wrong order", (events) => [...events].reverse()],
    ["three times each", (events) => events.flatMap((event) => [event, event, event])],
    ["twice, the second time backwards", (events) => [...events, ...[...events].reverse()]],
    ["without the news that it stopped first", (events) => [...events.slice(-1), ...events.slice(0, -1)]],
  ])("is the same text when its callbacks come %s", async (_how, deliver) => {
    const { twilio, settle } = await line(deliver ? { deliver } : {});
    const call = await twilio.call([...english, tell(said), silence()]);
    await settle();
    await settle();
    expect((await messagesOf(call)).map(({ text }) => text)).toEqual([
      `${said[0]?.text}\n${said[1]?.text} (?)\n${mark}`,
    ]);
  });

  it("that comes again, or only after the rest was kept, adds what is new and nothing twice", async () => {
    let late: Record<string, string>[] = [];
    const deliver: TranscriptionOptions["deliver"] = (events) => {
      late = [...events];
      return events.filter(({ TranscriptionData }) => !TranscriptionData?.includes("tonight"));
    };
    const { twilio, settle } = await line({ deliver });
    const call = await twilio.call([...english, tell(said), silence()]);
    await settle();
    for (const fields of late)
      await twilio.post("https://tips.example/twilio/voice/transcription?language=en", fields);
    await settle();
    expect((await messagesOf(call)).map(({ text }) => text)).toEqual([
      `${said[0]?.text}\n${mark}`,
      `${said[1]?.text} (?)\n${mark}`,
    ]);
  });

  it("of a caller who hangs up in the middle is kept, and of each recording by itself", async () => {
    const { twilio, settle } = await line();
    const call = await twilio.call([
      ...english,
      tell([sure("Guns on a boat.")]),
      press("3"),
      tellAndHangup([sure("In Kobe.")]),
    ]);
    await settle();
    expect((await messagesOf(call)).map(({ text }) => text)).toEqual([
      `Guns on a boat.\n${mark}`,
      `In Kobe.\n${mark}`,
    ]);
    expect(call.recordings).toHaveLength(2);
  });

  it("goes when the caller takes it back, kept already or not yet, and what they say afterwards stays", async () => {
    const { twilio, settle } = await line();
    const before = await twilio.call([...english, tell(said, "*"), silence()]);
    await settle();
    expect(await messagesOf(before)).toEqual([]);
    const again = await twilio.call([
      ...english,
      tell(said, "*"),
      press("1"),
      tell([sure("Only this.")]),
      silence(),
    ]);
    await settle();
    expect((await messagesOf(again)).map(({ text }) => text)).toEqual([`Only this.\n${mark}`]);
    expect(
      await worker.rows(
        "select 1 from search_terms where source_id in (select id from messages) and tip_id = $1",
        [await tipOfCall(worker, before)],
      ),
    ).toEqual([]);
  });

  it("never holds the number and time a caller leaves for a call back", () => {
    expect(transcribed("en", "talk")).toBeDefined();
    for (const part of ["call_time", "officer"] as const) expect(transcribed("en", part)).toBeUndefined();
    expect(transcribed("all", "talk")).toBeUndefined();
    expect(transcribed("my", "talk")).toBeUndefined();
  });

  it("waits in memory when it cannot be kept, and is kept when it can", async () => {
    const { twilio, settle } = await line({}, 2);
    const call = await twilio.call([...english, tell(said), silence()]);
    for (const expected of [0, 0, 1]) {
      await settle();
      expect(await messagesOf(call)).toHaveLength(expected);
    }
  });

  it("is handed on when the program stops; one that missed the beginning says so", async () => {
    const { twilio, transcripts } = await line({ deliver: (events) => events.slice(2, -1) });
    const call = await twilio.call([...english, tell(said), silence()]);
    now = new Date(now.getTime() + minute);
    await transcripts.settle();
    await worker.intake.drained();
    expect(await messagesOf(call)).toEqual([]);
    await transcripts.settle(true);
    await worker.intake.drained();
    expect((await messagesOf(call))[0]?.text).toContain(`\n${transcriptionWords.gap}\n${mark}`);
  });

  it("is not believed when it is none: garbage, an unset confidence, an empty text, another's track", async () => {
    const { twilio, settle } = await line();
    const call = await twilio.call([...english, talk(3), silence()]);
    const base = {
      CallSid: call.sid,
      TranscriptionSid: sid("GT"),
      TranscriptionEvent: "transcription-content",
      Final: "true",
      Track: "inbound_track",
    };
    const send = async (fields: Record<string, string>) =>
      (
        await twilio.post("https://tips.example/twilio/voice/transcription?language=en", {
          ...base,
          ...fields,
        })
      ).status;
    expect(await send({ SequenceId: "1", TranscriptionEvent: "transcription-started" })).toBe(204);
    expect(await send({ SequenceId: "2", TranscriptionData: "{not json" })).toBe(204);
    expect(await send({ SequenceId: "3", TranscriptionData: '{"transcript":"","confidence":0.9}' })).toBe(
      204,
    );
    expect(
      await send({ SequenceId: "4", TranscriptionData: '{"transcript":"aside"}', Track: "outbound_track" }),
    ).toBe(204);
    expect(await send({ SequenceId: "5", TranscriptionData: '{"transcript":"Unset.","confidence":0}' })).toBe(
      204,
    );
    expect(await send({ SequenceId: "6", TranscriptionEvent: "transcription-error" })).toBe(204);
    await settle();
    expect((await messagesOf(call)).map(({ text }) => text)).toEqual([`Unset.\n${mark}`]);
  });

  it("comes signed or not at all", async () => {
    const forger = await telephone(worker.intake, { authToken: `${account.authToken.slice(1)}0` });
    twilios.push(forger);
    const form = { CallSid: sid("CA"), TranscriptionSid: sid("GT"), TranscriptionEvent: "x" };
    const hook = "https://tips.example/twilio/voice/transcription?language=en";
    expect((await forger.post(hook, form)).status).toBe(403);
  });
});

describe("the words that tell of it", () => {
  it("are there for every language that a voice of the provider speaks, and short", () => {
    const voiced = [...writtenVoices]
      .filter(([, words]) => words.voice !== "recorded")
      .map(([locale]) => locale);
    expect(Object.keys(transcriptionWords.languages).sort()).toEqual(voiced.sort());
  });
});
