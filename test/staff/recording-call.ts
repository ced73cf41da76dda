import { randomBytes } from "node:crypto";
import { join } from "node:path";
import keyedWords from "../../content/data/voice-keyed.json" with { type: "json" };
import { makeVoice } from "../../functions/demo/make-voice.ts";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import type { VerboseTranscript } from "../../functions/service/recordings/transcript.ts";
import { attachRecording } from "../../functions/service/tips/attach-recording.ts";
import { createSoundWatch } from "../../functions/service/watch/watch-sounds.ts";
import type { RecordingContext } from "../../functions/service/worker-ports.ts";
import { connect } from "../../functions/store/connect.ts";
import { createEvidenceStore } from "../../functions/store/evidence-store.ts";
import { createRecordingStore } from "../../functions/store/worker-recordings.ts";
import { createBlindIndex } from "../../functions/vault/blind-index.ts";
import { readKey, readRecipients } from "../../functions/vault/key-files.ts";
import { createSealer } from "../../functions/vault/seal.ts";
import type { Browser } from "./browser.ts";
import type { TestDesk } from "./desk.ts";

export interface TestCalls {
  /** A call with one recording a part, each fetched, sealed and copied by the worker; answers their ids in order. */
  call(
    parts: readonly string[],
    heard?: VerboseTranscript,
  ): Promise<{ tipId: string; callSid: string; recordings: string[] }>;
  close(): Promise<void>;
}

/** The worker beside a desk: its own login and keys, and a provider that has every sound at once. */
export async function testCalls(desk: TestDesk): Promise<TestCalls> {
  const { intake, database, owner } = desk;
  const connection = connect(database.urls.worker);
  const keys = join(intake.dataDir, "keys/worker");
  const context: RecordingContext = {
    clock: () => new Date(),
    log: intake.ctx.log,
    sealer: createSealer(await readRecipients(keys)),
    evidence: createEvidenceStore({ folder: join(intake.dataDir, "evidence"), s3Url: null }),
    recordings: createRecordingStore(connection.db, async () => undefined),
    sounds: createSoundWatch(),
    source: {
      fetch: async () => ({ kind: "ready", bytes: makeVoice(3, 7), mediaType: "audio/wav" }),
      remove: async () => ({ kind: "removed" }) as const,
    },
    index: createBlindIndex(await readKey(keys, "index")),
    machineMark: keyedWords.machine,
  };
  const sid = (prefix: string) => `${prefix}${randomBytes(16).toString("hex")}`;
  return {
    async call(parts, heard) {
      const callSid = sid("CA");
      const recordings: string[] = [];
      let tipId = "";
      for (const part of parts) {
        const recordingSid = sid("RE");
        await attachRecording(intake.ctx, { callSid, recordingSid, locale: "ja", seconds: 3, part });
        await intake.drained();
        const { rows } = await owner.pool.query("select id, tip_id from evidence where recording_sid = $1", [
          recordingSid,
        ]);
        recordings.push(rows[0].id);
        tipId = rows[0].tip_id;
        const transcriber = heard && {
          transcribe: async () => ({ kind: "done" as const, transcript: heard }),
        };
        await fetchRecording({ ...context, ...(transcriber ? { transcriber } : {}) }, rows[0].id);
      }
      return { tipId, callSid, recordings };
    },
    close: () => connection.close(),
  };
}

/** What the caller says in them. */
export const said = "横浜港のコンテナ CSQU 305438-3 に覚醒剤が入っています。今夜着きます。";
/** As a speech-to-text server hears it: one word of it in doubt. */
export const heard = {
  language: "japanese",
  text: said,
  segments: [
    { start: 0.4, end: 2, text: "横浜港のコンテナに覚醒剤。", avg_logprob: -0.2, no_speech_prob: 0 },
    { start: 2, end: 3, text: "今夜です。", avg_logprob: -1.6, no_speech_prob: 0 },
  ],
  words: [
    { word: "横浜港", start: 0.4, end: 0.9, probability: 0.9 },
    { word: "覚醒剤", start: 1.2, end: 1.8, probability: 0.3 },
  ],
};

/** The hidden fields of the form beside a recording, as its page has them. */
export async function openTip(browser: Browser, tipId: string) {
  const path = `/staff/tips/${tipId}/`;
  const { frame, view } = await browser.page(path, "tip");
  const seen = String(view.events[0]?.seq ?? 0);
  return { view, form: { csrf: frame.csrf, tip: tipId, version: String(view.version), seen, back: path } };
}
