/** The looks at what the telephone provider holds and no callback told us of: it came while we were away. */
import lineLimits from "../content/data/voice-limits.json" with { type: "json" };
import { picturesOnly } from "./channels/sms/words.ts";
import type { Config } from "./config.ts";
import { LineLimits } from "./domain/misuse/judge-call.ts";
import { codeOf } from "./log.ts";
import type { IntakeContext } from "./service/context.ts";
import { createMessageSweep } from "./service/messages/sweep-messages.ts";
import { sweepRecordings } from "./service/recordings/sweep-recordings.ts";
import { createMessageList } from "./twilio/message-list.ts";
import { createRecordingList } from "./twilio/recording-list.ts";

const everyMs = 10 * 60_000;

/** Looks now and again for recordings and text messages that nobody told us of. Returns what stops it. */
export function startSweeps({ twilio }: Config, ctx: IntakeContext): () => void {
  if (!twilio) return () => undefined;
  const stops: (() => void)[] = [];
  if (twilio.voiceNumbers.length === 0)
    ctx.log.warn({ code: "voice_from_not_set" }, "recordings made while we were away are not looked for");
  else {
    const list = createRecordingList(twilio);
    const ourNumbers = new Set(twilio.voiceNumbers);
    stops.push(
      nowAndAgain(
        () => sweepRecordings(ctx, list, ourNumbers),
        (code) => ctx.log.warn({ code }, "recordings could not be listed"),
      ),
    );
  }
  if (twilio.smsFrom) {
    const list = createMessageList(twilio, twilio.smsFrom);
    const sweep = createMessageSweep({ ...ctx, picturesOnly }, list, LineLimits.parse(lineLimits));
    stops.push(
      nowAndAgain(
        () => sweep.look(),
        (code) => ctx.log.warn({ code }, "text messages could not be listed"),
      ),
    );
  }
  return () => {
    for (const stop of stops) stop();
  };
}

/** One that runs at the stop is not waited for: what it has not taken in yet, the next look after a start finds again. */
function nowAndAgain(look: () => Promise<unknown>, onTrouble: (code: string) => void): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    look()
      .catch((error: unknown) => onTrouble(codeOf(error)))
      .finally(() => {
        running = false;
      });
  }, everyMs);
  return () => clearInterval(timer);
}
