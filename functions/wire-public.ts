import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import office from "../content/data/office.json" with { type: "json" };
import seasons from "../content/data/seasons.json" with { type: "json" };
import lineLimits from "../content/data/voice-limits.json" with { type: "json" };
import { picturesOnly } from "./channels/sms/words.ts";
import { dutyPlan } from "./channels/voice/duty.ts";
import { transcriptionWords } from "./channels/voice/live-transcription.ts";
import type { VoiceDoorDeps } from "./channels/voice/voice-door.ts";
import { guardAttempts } from "./channels/web/limit-attempts.ts";
import { uploadRoom } from "./channels/web/upload-room.ts";
import { roomBytes } from "./channels/web/web-door.ts";
import type { Config } from "./config.ts";
import { createPublicApp, type PublicAppDeps } from "./create-public-app.ts";
import { LineLimits } from "./domain/misuse/judge-call.ts";
import { cleanImage } from "./evidence/clean-image.ts";
import { sniffFile } from "./evidence/sniff.ts";
import { createEnqueuer } from "./jobs/queue.ts";
import { distFolder, loadPages, type RenderPage } from "./load-pages.ts";
import { measureCalls } from "./metrics/measure-calls.ts";
import { measureDoors, measureRequests } from "./metrics/measure-requests.ts";
import type { Registry } from "./metrics/registry.ts";
import { TooMany } from "./service/errors.ts";
import { acceptFiles } from "./service/evidence/accept-files.ts";
import type { EvidenceContext } from "./service/evidence/ports.ts";
import { takeMessage } from "./service/messages/take-message.ts";
import { gatherLiveTranscripts, type LiveEvent } from "./service/recordings/live-transcripts.ts";
import { statusWordsFrom } from "./service/texts/status-words.ts";
import { addMessage } from "./service/threads/add-message.ts";
import { followUp } from "./service/threads/follow-up.ts";
import { addLiveWords } from "./service/tips/add-live-words.ts";
import { attachRecording } from "./service/tips/attach-recording.ts";
import { comeBack } from "./service/tips/come-back.ts";
import { endCall } from "./service/tips/end-call.ts";
import { eraseCall } from "./service/tips/erase-call.ts";
import { hearCall, offerPlayback } from "./service/tips/hear-call.ts";
import { leaveContact } from "./service/tips/leave-contact.ts";
import { noteKeyed } from "./service/tips/note-keyed.ts";
import { openCallTip } from "./service/tips/open-call-tip.ts";
import { submitTip } from "./service/tips/submit-tip.ts";
import { wroteBefore } from "./service/tips/wrote-before.ts";
import { createCallWatch } from "./service/watch/watch-calls.ts";
import { createMessageWatch } from "./service/watch/watch-messages.ts";
import { seasonOn } from "./static/seasons.ts";
import { staticSite } from "./static.ts";
import { createTextReader } from "./store/desk-texts.ts";
import { createEvidenceStore } from "./store/evidence-store.ts";
import type { RoleContext, RunningRole } from "./supervise/role.ts";
import { createRecordingSource } from "./twilio/client.ts";
import { type Intake, wireIntake } from "./wire-intake.ts";
import { wirePartner } from "./wire-partner.ts";
import { startSweeps } from "./wire-sweeps.ts";
import { loadTextDefaults } from "./wire-texts.ts";

/** Milliseconds given to the journal to drain when the process is asked to stop; the rest waits on disk. */
const drainMs = 3_000;

/** Starts the public role: the site, the form, the JSON interface and the telephone's hooks on one socket. */
export async function startPublic(context: RoleContext): Promise<RunningRole> {
  const { config, log } = context;
  const enqueuer = createEnqueuer(context.databaseUrl);
  const intake = await wireIntake({
    databaseUrl: context.databaseUrl,
    keysDir: context.keysDir,
    journalFolder: join(config.dataDir, "journal"),
    enqueue: enqueuer.enqueue,
    log,
    metrics: context.metrics,
  });
  const evidence: EvidenceContext = {
    ...intake.ctx,
    evidence: createEvidenceStore({ folder: join(config.dataDir, "evidence"), s3Url: config.evidenceS3Url }),
    cleanImage,
    sniffFile,
  };
  const live = listenLive(config, intake);
  const site = await staticSite({
    folder: join(distFolder, "client"),
    allow: (path) => !path.startsWith("/staff/"),
    publicUrl: config.publicUrl,
    securityExpires: new Date(intake.ctx.clock().getTime() + securityValidMs),
    season: () => seasonOn(intake.ctx.clock(), seasons, office.timeZone),
  });
  const app = createPublicApp({
    ...verbs(config, intake, evidence, await loadPages(), live, context.metrics),
    partner: await wirePartner(intake, context.keysDir),
    measures: context.metrics ? [measureRequests(context.metrics), measureDoors(context.metrics)] : [],
    site,
  });
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const stopSweeps = startSweeps(config, intake.ctx);
  return {
    port: config.port,
    async stop() {
      stopSweeps();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      });
      await live?.stop();
      await intake.close(drainMs);
      await enqueuer.close();
    },
  };
}

/** RFC 9116 wants less than a year. */
const securityValidMs = 360 * 24 * 60 * 60 * 1000;

/** Takes what the provider's machine hears of callers, where the office wants that. `stop` keeps what there is. */
function listenLive(
  { twilio }: Config,
  { ctx }: Intake,
): { noteLive: (event: LiveEvent) => void; stop(): Promise<void> } | undefined {
  if (!twilio?.transcription) return undefined;
  const transcripts = gatherLiveTranscripts(ctx, (words) =>
    addLiveWords({ ...ctx, words: transcriptionWords }, words),
  );
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= transcripts.settle().finally(() => {
      round = undefined;
    });
  }, 1_000);
  return {
    noteLive: (event) => transcripts.note(event),
    async stop() {
      clearInterval(timer);
      await round;
      await transcripts.settle(true);
    },
  };
}

/** Binds the verbs to their context for each door. */
function verbs(
  config: Config,
  intake: Intake,
  evidence: EvidenceContext,
  render: RenderPage,
  live: { noteLive: (event: LiveEvent) => void } | undefined,
  metrics: Registry | undefined,
): Omit<PublicAppDeps, "site" | "partner" | "measures"> {
  const { ctx, journal } = intake;
  const { publicUrl } = config;
  const statusWords = statusWordsFrom({
    reader: createTextReader(intake.connection.db),
    defaults: loadTextDefaults(),
    clock: ctx.clock,
    log: ctx.log,
  });
  const guard = guardAttempts(ctx.clock, ctx.random);
  const source = config.twilio ? createRecordingSource(config.twilio) : null;
  const limits = LineLimits.parse(lineLimits);
  const calls = measureCalls(createCallWatch(ctx, limits), metrics);
  const messages = { ...ctx, watch: createMessageWatch(ctx, limits), picturesOnly };
  const hooks = { authTokens: config.twilio?.authTokens ?? [], publicUrl, log: ctx.log };
  return {
    publicUrl,
    log: ctx.log,
    guard,
    web: {
      submit: ({ idempotencyKey, ...report }, files) =>
        submitTip(ctx, { channel: "web", idempotencyKey, report, evidence: files }),
      acceptFiles: (files, options) => acceptFiles(evidence, files, options),
      followUp: (receipt) => followUp(ctx, { receipt }),
      statusWords,
      addMessage: (addition) => addMessage(ctx, addition),
      render: (path, locals) => render(new Request(new URL(path, publicUrl)), locals),
      limit(c, door) {
        const wait = door === "follow-up" ? guard.check(c) : 0;
        if (wait > 0) throw new TooMany(wait);
      },
      random: ctx.random,
      log: ctx.log,
      publicUrl,
    },
    api: {
      submitTip: (submission) => submitTip(ctx, submission),
      acceptFiles: (files, options) => acceptFiles(evidence, files, options),
      room: uploadRoom(roomBytes),
      followUp: (input) => followUp(ctx, input),
      statusWords,
      addMessage: (addition) => addMessage(ctx, addition),
      newKey: randomUUID,
    },
    voice: {
      ...hooks,
      watch: calls,
      openCallTip: (call) => openCallTip(ctx, { ...call, misuse: calls.signs(call.callSid) }),
      attachRecording: (notice) => attachRecording(ctx, { ...notice, misuse: calls.signs(notice.callSid) }),
      eraseCall: (call) => eraseCall(ctx, call),
      leaveContact: (call) => leaveContact(ctx, call),
      noteKeyed: (note) => noteKeyed(ctx, { ...note, misuse: calls.signs(note.callSid) }),
      comeBack: (call) => comeBack(ctx, call),
      statusWords,
      endCall: (call) => endCall(ctx, call),
      offerPlayback: (callSid) => offerPlayback(ctx, callSid),
      hearCall: (asked) => hearCall({ ...ctx, source }, asked),
      ...dutyOf(config, ctx),
      ...(live ? { noteLive: live.noteLive } : {}),
    },
    sms: {
      ...hooks,
      reply: config.twilio?.smsReply ?? false,
      takeMessage: (message) => takeMessage(messages, message),
      wroteBefore: (sender) => wroteBefore(ctx, sender),
    },
    // Away is not unready: the journal takes tips without the database.
    notReady: async () => (journal.status().stuck > 0 ? ["journal"] : []),
  };
}

/** Callers are put through only where the office has a duty list and a number of its own to show the officer. */
function dutyOf({ twilio, dutyNumbers }: Config, { clock }: Intake["ctx"]): Pick<VoiceDoorDeps, "duty"> {
  if (!twilio?.voiceFrom || dutyNumbers.length === 0) return {};
  return { duty: { plan: dutyPlan, numbers: dutyNumbers, callerId: twilio.voiceFrom, clock } };
}
