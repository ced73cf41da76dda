import { Hono } from "hono";
import lineLimits from "../../content/data/voice-limits.json" with { type: "json" };
import { type VoiceDoorDeps, voiceDoor } from "../../functions/channels/voice/voice-door.ts";
import type { Offer } from "../../functions/channels/voice/voices.ts";
import type { LineLimits } from "../../functions/domain/misuse/judge-call.ts";
import { statusKey } from "../../functions/domain/texts/desk-text.ts";
import type { Clock } from "../../functions/service/ports.ts";
import { attachRecording } from "../../functions/service/tips/attach-recording.ts";
import { comeBack } from "../../functions/service/tips/come-back.ts";
import { endCall } from "../../functions/service/tips/end-call.ts";
import { eraseCall } from "../../functions/service/tips/erase-call.ts";
import { hearCall, offerPlayback } from "../../functions/service/tips/hear-call.ts";
import { leaveContact } from "../../functions/service/tips/leave-contact.ts";
import { noteKeyed } from "../../functions/service/tips/note-keyed.ts";
import { openCallTip } from "../../functions/service/tips/open-call-tip.ts";
import { createCallWatch } from "../../functions/service/watch/watch-calls.ts";
import { createRecordingSource } from "../../functions/twilio/client.ts";
import { loadTextDefaults } from "../../functions/wire-texts.ts";
import { FakeTwilio, type FakeTwilioOptions } from "./fake-twilio/fake-twilio.ts";
import type { TestIntake } from "./intake.ts";

export const account = { authToken: "0123456789abcdef0123456789abcdef", accountSid: `AC${"0".repeat(32)}` };

interface LineOptions extends Partial<FakeTwilioOptions> {
  /** Verbs that behave otherwise than the real ones. */
  verbs?: Partial<VoiceDoorDeps>;
  offers?: readonly Offer[];
  /** How much of one number is too much; no number of calls is, unless told. */
  limits?: Partial<LineLimits>;
  /** The clock of those limits; without one a person takes two seconds for each answer. */
  watchClock?: Clock;
}

/** The telephone door on a real intake, and a provider that calls it. Recorded prompts answer with a short sound. */
const textDefaults = loadTextDefaults();

export async function telephone(intake: TestIntake, options: LineOptions = {}): Promise<FakeTwilio> {
  const { verbs, offers, limits, watchClock, ...rest } = options;
  const publicUrl = options.publicUrl ?? "https://tips.example";
  const { ctx } = intake;
  const own = () => ({
    accountSid: account.accountSid,
    authTokens: [account.authToken],
    apiUrl: fake.apiUrl,
  });
  const watch = createCallWatch(
    { clock: watchClock ?? patientClock(), keys: ctx.keys },
    { ...lineLimits, straightAfter: 1e6, floodAfter: 1e6, atOnce: 1e6, ...limits },
  );
  const door = voiceDoor({
    watch,
    authTokens: [account.authToken],
    publicUrl,
    openCallTip: (call) => openCallTip(ctx, { ...call, misuse: watch.signs(call.callSid) }),
    attachRecording: (notice) => attachRecording(ctx, { ...notice, misuse: watch.signs(notice.callSid) }),
    eraseCall: (call) => eraseCall(ctx, call),
    leaveContact: (call) => leaveContact(ctx, call),
    noteKeyed: (note) => noteKeyed(ctx, { ...note, misuse: watch.signs(note.callSid) }),
    comeBack: (call) => comeBack(ctx, call),
    statusWords: async (status, locale) => ({
      label: textDefaults[locale][statusKey(status, "label")],
      text: "",
    }),
    endCall: (call) => endCall(ctx, call),
    offerPlayback: (callSid) => offerPlayback(ctx, callSid),
    // A person needs seconds to ask for it; by then the journal has long drained.
    hearCall: async (asked) => {
      await intake.drained();
      return hearCall({ ...ctx, source: createRecordingSource(own()) }, asked);
    },
    log: ctx.log,
    ...(offers ? { offers } : {}),
    ...verbs,
  });
  const app = new Hono().route("/twilio/voice", door);
  app.get("/voice/:locale/:clip{[a-z0-9_-]+\\.mp3}", (c) =>
    c.body("ID3", 200, { "content-type": "audio/mpeg" }),
  );
  const fake = await FakeTwilio.start({
    ...account,
    publicUrl,
    send: (request) => app.request(request),
    ...rest,
  });
  return fake;
}

/** Time passes each time somebody looks: nobody hears a prompt in no time. */
function patientClock(): Clock {
  let at = Date.now();
  return () => {
    at += 2_000;
    return new Date(at);
  };
}
