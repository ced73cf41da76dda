/** Wires the worker's ports: its database login, recipients to seal to, the telephone provider and the mail server. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import office from "../content/data/office.json" with { type: "json" };
import keyedWords from "../content/data/voice-keyed.json" with { type: "json" };
import en from "../content/mail/en.json" with { type: "json" };
import ja from "../content/mail/ja.json" with { type: "json" };
import type { Config, MailConfig } from "./config.ts";
import { cleanImage } from "./evidence/clean-image.ts";
import { sniffFile } from "./evidence/sniff.ts";
import { createEnqueuer } from "./jobs/queue.ts";
import type { Logger } from "./log.ts";
import { createComposer, MailWords } from "./notifications/compose.ts";
import { createMorningComposer, morningGroups } from "./notifications/compose-morning.ts";
import { createResendMailer } from "./notifications/resend-mailer.ts";
import { createSmtpMailer } from "./notifications/smtp-mailer.ts";
import type { MorningContext } from "./service/handover/worker-ports.ts";
import type { MediaContext } from "./service/recordings/fetch-media.ts";
import { waitAsAsked } from "./service/recordings/wait-as-asked.ts";
import type { TraceContext } from "./service/tips/trace-waiting.ts";
import { createSoundWatch } from "./service/watch/watch-sounds.ts";
import type { ExpiryStore, Mailer, NoticeContext, RecordingContext } from "./service/worker-ports.ts";
import { createArrivalClockStore } from "./store/arrivals-clock.ts";
import { connect } from "./store/connect.ts";
import { createEvidenceStore } from "./store/evidence-store.ts";
import { createRelationStore } from "./store/related.ts";
import { createExpiryStore } from "./store/worker-expiry.ts";
import { createMediaStore } from "./store/worker-media.ts";
import { createMorningStore } from "./store/worker-mornings.ts";
import { createNoticeStore } from "./store/worker-notices.ts";
import { createRecordingStore } from "./store/worker-recordings.ts";
import { createTranscriber } from "./transcribe/openai-transcriber.ts";
import { createRecordingSource } from "./twilio/client.ts";
import { createMediaSource } from "./twilio/media.ts";
import { createBlindIndex } from "./vault/blind-index.ts";
import { readKey, readRecipients } from "./vault/key-files.ts";
import { createSealer } from "./vault/seal.ts";

export interface WorkerWiring {
  recording: RecordingContext;
  media: MediaContext;
  notice: NoticeContext;
  morning: MorningContext;
  expiry: ExpiryStore;
  trace: TraceContext;
  close(): Promise<void>;
}

/** `databaseUrl` is the worker's own login, `keysDir` its own folder of keys: recipients only. */
export async function wireWorker(given: {
  config: Config;
  databaseUrl: string;
  keysDir: string;
  log: Logger;
}): Promise<WorkerWiring> {
  const { config, log } = given;
  const connection = connect(given.databaseUrl, {
    max: 4,
    onLost: () => log.warn({ code: "connection_lost" }, "database connection lost"),
  });
  const enqueuer = createEnqueuer(given.databaseUrl);
  const clock = () => new Date();
  // Too many requests are the account's, whatever they ask for.
  const patience = { until: 0 };
  const mailer = config.mail && config.deskMail ? createMailer(config.mail) : null;
  const letters = {
    words: { ja: MailWords.parse(ja), en: MailWords.parse(en) },
    customs: office.customs,
    staffUrl: config.staffUrl,
  };
  const sealer = createSealer(await readRecipients(given.keysDir));
  const evidence = createEvidenceStore({
    folder: join(config.dataDir, "evidence"),
    s3Url: config.evidenceS3Url,
  });
  return {
    recording: {
      clock,
      log,
      sealer,
      evidence,
      recordings: createRecordingStore(connection.db, enqueuer.enqueue),
      sounds: createSoundWatch(),
      source: config.twilio
        ? waitAsAsked(
            createRecordingSource({ ...config.twilio, ...(await recordingKey(given.keysDir)) }),
            clock,
            patience,
          )
        : null,
      ...(config.transcribeUrl
        ? {
            transcriber: createTranscriber(config.transcribeUrl),
            index: createBlindIndex(await readKey(given.keysDir, "index")),
            machineMark: keyedWords.machine,
          }
        : {}),
    },
    media: {
      clock,
      random: (count) => randomBytes(count),
      log,
      sealer,
      evidence,
      media: createMediaStore(connection.db, enqueuer.enqueue),
      source: config.twilio ? waitAsAsked(createMediaSource(config.twilio), clock, patience) : null,
      cleanImage,
      sniffFile,
    },
    notice: {
      clock,
      log,
      notices: createNoticeStore(connection.db),
      mailer,
      compose: createComposer({
        ...letters,
        deskMail: config.deskMail ?? { always: [], byRegion: {} },
      }),
    },
    morning: {
      clock,
      log,
      mornings: createMorningStore(connection.db),
      mailer,
      groups: morningGroups(config.deskMail ?? { always: [], byRegion: {} }),
      compose: createMorningComposer(letters),
    },
    expiry: createExpiryStore(connection.db),
    trace: {
      clock,
      log,
      relations: createRelationStore(connection.db, enqueuer.enqueue),
      arrivals: createArrivalClockStore(connection.db, enqueuer.enqueue),
    },
    async close() {
      mailer?.close();
      await enqueuer.close();
      await connection.close();
    },
  };
}

/** The account's recordings are encrypted where the office has put the private key beside the worker's own. */
async function recordingKey(keysDir: string): Promise<{ recordingKey?: string }> {
  const pem = await readFile(join(keysDir, "twilio-recording.pem"), "utf8").catch(() => undefined);
  return pem ? { recordingKey: pem } : {};
}

function createMailer(config: MailConfig): Mailer {
  return config.kind === "smtp" ? createSmtpMailer(config.url, config.from) : createResendMailer(config);
}
