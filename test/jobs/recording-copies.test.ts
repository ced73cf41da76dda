import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import keyedWords from "../../content/data/voice-keyed.json" with { type: "json" };
import { decodeSealed, SealedWords } from "../../functions/domain/intake/sealed-words.ts";
import { copyKinds } from "../../functions/service/recordings/copy-id.ts";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import type { Peaks } from "../../functions/service/recordings/peaks.ts";
import type { Transcript } from "../../functions/service/recordings/transcript.ts";
import { readWave } from "../../functions/service/recordings/wave.ts";
import { followUp } from "../../functions/service/threads/follow-up.ts";
import { eraseCall } from "../../functions/service/tips/erase-call.ts";
import type { RecordingContext } from "../../functions/service/worker-ports.ts";
import { createTranscriber } from "../../functions/transcribe/openai-transcriber.ts";
import { createBlindIndex } from "../../functions/vault/blind-index.ts";
import { readKey } from "../../functions/vault/key-files.ts";
import { type TestWorker, testWorker } from "../support/worker.ts";

let worker: TestWorker;
let server: Server;
let ctx: RecordingContext;
let now = new Date();
/** What the speech-to-text server answers next, and what it was asked. */
let answers: (object | number | string)[] = [];
let asked: { path: string; authorization: string | undefined; body: string }[] = [];

beforeAll(async () => {
  worker = await testWorker(() => now);
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url = "", headers } = request;
      asked.push({
        path: url,
        authorization: headers.authorization,
        body: Buffer.concat(chunks).toString("latin1"),
      });
      const answer = answers.shift() ?? 500;
      if (typeof answer === "number") return void response.writeHead(answer).end("{}");
      response.writeHead(200, { "content-type": "application/json" });
      response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = (server.address() as AddressInfo).port;
  ctx = {
    ...worker.ctx,
    transcriber: createTranscriber(`http://:secret@127.0.0.1:${port}`),
    index: createBlindIndex(await readKey(`${worker.intake.dataDir}/keys/worker`, "index")),
    machineMark: keyedWords.machine,
  };
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await worker.stop();
});
beforeEach(() => {
  answers = [];
  asked = [];
});
afterEach(() => {
  now = new Date();
});

interface Copy {
  id: string;
  kind: string;
  media_type: string;
}

const copiesOf = (evidenceId: string) =>
  worker.rows<Copy>("select * from recording_copies where evidence_id = $1 order by kind", [evidenceId]);

async function opened(copy: Copy | undefined): Promise<Buffer> {
  return Buffer.from(await worker.intake.opener.open(await ctx.evidence.get(copy?.id ?? "")));
}

async function actions(evidenceId: string): Promise<string[]> {
  const rows = await worker.rows<{ action: string }>(
    "select action from events where subject_id = $1 order by seq",
    [evidenceId],
  );
  return rows.map(({ action }) => action);
}

const said = {
  language: "japanese",
  duration: 1,
  text: "横浜港のコンテナCSQU3054383に覚醒剤が入っています。今夜です。",
  segments: [
    {
      start: 0,
      end: 0.6,
      text: "横浜港のコンテナCSQU3054383に覚醒剤が入っています。",
      avg_logprob: -0.2,
      no_speech_prob: 0.01,
    },
    { start: 0.6, end: 1, text: "今夜です。", avg_logprob: -1.6, no_speech_prob: 0.1 },
  ],
  words: [{ word: "覚醒剤", start: 0.3, end: 0.4, probability: 0.3 }],
};

describe("what is made of a recording", () => {
  it("is its outline and a disguised voice, sealed beside it, before the provider's copy goes", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
    const copies = await copiesOf(evidenceId);
    expect(copies.map(({ kind, media_type }) => [kind, media_type])).toEqual([
      ["disguised", "audio/wav"],
      ["peaks", "application/json"],
    ]);
    const peaks: Peaks = JSON.parse((await opened(copies[1])).toString());
    expect(peaks).toMatchObject({ version: 1, perSecond: 10 });
    expect(peaks.peaks).toHaveLength(10);
    // The fake's tone has an amplitude of 8,000 of 32,767.
    for (const peak of peaks.peaks) expect(peak).toBeCloseTo(62, -1);
    const voice = readWave(await opened(copies[0]));
    expect(voice?.samples.length).toBe(readWave(recording.audio)?.samples.length);
    expect(recording.deleted).toBe(true);
  });

  it("is made at a later try when the worker died in between, and not at all when the provider's is gone", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    const dying = {
      ...worker.ctx,
      recordings: { ...worker.ctx.recordings, markCopied: () => Promise.reject(new Error("killed")) },
    };
    await expect(fetchRecording(dying, evidenceId)).rejects.toThrow("killed");
    expect(recording.deleted).toBe(false);
    await fetchRecording(worker.ctx, evidenceId);
    expect((await copiesOf(evidenceId)).map(({ kind }) => kind)).toEqual(["disguised", "peaks"]);
    const gone = await worker.recordedCall();
    await expect(fetchRecording(dying, gone.evidenceId)).rejects.toThrow("killed");
    gone.recording.deleted = true;
    expect(await fetchRecording(worker.ctx, gone.evidenceId)).toEqual({ kind: "done", code: "complete" });
    expect(await copiesOf(gone.evidenceId)).toEqual([]);
  });

  it("goes with the recording when the caller erases it", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    await fetchRecording(worker.ctx, evidenceId);
    const copies = await copiesOf(evidenceId);
    await eraseCall(worker.intake.ctx, { callSid: recording.callSid });
    await worker.intake.drained();
    await fetchRecording(worker.ctx, evidenceId);
    expect(await copiesOf(evidenceId)).toEqual([]);
    for (const { id } of copies) expect(await ctx.evidence.has(id)).toBe(false);
  });
});

describe("a transcript", () => {
  it("joins the tip as a machine's words: marked, triaged, searchable, its doubts shown, its times kept", async () => {
    answers = [said];
    const { evidenceId, tipId, recording } = await worker.recordedCall();
    expect(await fetchRecording(ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
    const [message] = await worker.rows<{ sealed: Buffer }>("select * from messages where tip_id = $1", [
      tipId,
    ]);
    const words = decodeSealed(
      SealedWords,
      await worker.intake.opener.open(message?.sealed ?? Buffer.alloc(0)),
    );
    expect(words.report.text).toBe(
      `横浜港のコンテナCSQU3054383に覚醒剤(?)が入っています。\n今夜です。 (?)\n${keyedWords.machine}`,
    );
    const [tip] = await worker.rows<{
      band: string;
      categories: string[];
      region: string;
      reasons: { code: string }[];
    }>("select * from tips where id = $1", [tipId]);
    expect(tip).toMatchObject({ band: "A", categories: ["stimulants"], region: "yokohama" });
    expect(tip?.reasons.map(({ code }) => code)).toContain("unheard_recording");
    const index = ctx.index?.queryTerms("覚醒剤") ?? [];
    expect(index.length).toBeGreaterThan(0);
    const found = await worker.rows("select 1 from search_terms where tip_id = $1 and terms @> $2", [
      tipId,
      index,
    ]);
    expect(found).toHaveLength(1);
    const copy = (await copiesOf(evidenceId)).find(({ kind }) => kind === "transcript");
    const transcript: Transcript = JSON.parse((await opened(copy)).toString());
    expect(transcript).toMatchObject({
      madeBy: "machine",
      segments: [{ start: 0, sure: true }, { sure: false }],
    });
    expect(await actions(evidenceId)).toContain("recording.transcribed");
    expect(recording.deleted).toBe(true);
    const notified = await worker.rows(
      "select 1 from pgboss.job where name = 'tip.notify' and data->>'tipId' = $1",
      [tipId],
    );
    expect(notified.length).toBeGreaterThan(0);
  });

  it("is asked of the office's own server, in the caller's language, with its token", async () => {
    answers = [said];
    const { evidenceId, recording } = await worker.recordedCall();
    await worker.rows(
      "update tips set locale = 'zh-hant' where id = (select tip_id from evidence where id = $1)",
      [evidenceId],
    );
    await fetchRecording(ctx, evidenceId);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: "/v1/audio/transcriptions", authorization: "Bearer secret" });
    for (const part of ["verbose_json", 'name="language"\r\n\r\nzh\r\n', "RIFF"])
      expect(asked[0]?.body).toContain(part);
    expect(asked[0]?.body).not.toContain(recording.sid);
  });

  it("is not shown to the holder of the receipt as something they wrote", async () => {
    answers = [said];
    const { evidenceId, recording } = await worker.recordedCall();
    await fetchRecording(ctx, evidenceId);
    const receipt = worker.intake.ctx.keys.receiptFor(`call:${recording.callSid}`);
    expect((await followUp(worker.intake.ctx, { receipt })).messages).toEqual([]);
  });

  it("never lowers a tip, and says nothing where the machine heard nothing", async () => {
    answers = [{ text: "えーと" }, { text: "", segments: [] }];
    const mumbled = await worker.recordedCall();
    await fetchRecording(ctx, mumbled.evidenceId);
    const silent = await worker.recordedCall();
    await fetchRecording(ctx, silent.evidenceId);
    const tips = await worker.rows<{ band: string; lane: string }>(
      "select band, lane from tips where id = any($1)",
      [[mumbled.tipId, silent.tipId]],
    );
    expect(tips).toEqual([
      { band: "B", lane: "queue" },
      { band: "B", lane: "queue" },
    ]);
    expect(await worker.rows("select 1 from messages where tip_id = $1", [silent.tipId])).toEqual([]);
  });

  it.each([500, 404, "<html>", { something: "else" }])(
    "that cannot be had (%j) holds the provider's copy for some hours, and then no longer",
    async (answer) => {
      answers = [answer, answer];
      const { recording, evidenceId } = await worker.recordedCall();
      expect(await fetchRecording(ctx, evidenceId)).toMatchObject({ kind: "later" });
      expect(recording.deleted).toBe(false);
      const [row] = await worker.rows<{ state: string }>("select state from evidence where id = $1", [
        evidenceId,
      ]);
      expect(row?.state).toBe("stored");
      now = new Date(Date.now() + 6 * 60 * 60_000);
      expect(await fetchRecording(ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
      expect(await actions(evidenceId)).toContain("recording.not_transcribed");
      expect(recording.deleted).toBe(true);
    },
  );

  it("comes at the second try when the server was away at the first, once", async () => {
    answers = [503, said];
    const { evidenceId, tipId } = await worker.recordedCall();
    await fetchRecording(ctx, evidenceId);
    await fetchRecording(ctx, evidenceId);
    expect(await worker.rows("select 1 from messages where tip_id = $1", [tipId])).toHaveLength(1);
    expect((await copiesOf(evidenceId)).map(({ kind }) => kind).sort()).toEqual([...copyKinds].sort());
  });
});
