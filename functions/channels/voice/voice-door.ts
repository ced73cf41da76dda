import type { Context } from "hono";
import { Hono } from "hono";
import type { Locale } from "../../domain/locales/locales.ts";
import type { Log } from "../../service/ports.ts";
import type { RecordingNotice } from "../../service/tips/attach-recording.ts";
import type { Accepted } from "../../service/tips/submit-tip.ts";
import { CallForm, RecordingForm } from "../../twilio/form.ts";
import { type TwilioHookOptions, type VerifiedForm, verifiedHook } from "../../twilio/hook.ts";
import { CallState, firstState, type Input, next } from "./flow.ts";
import { voiceWords } from "./prompts.ts";
import { speak, speakTrouble } from "./twiml.ts";

export interface VoiceDoorDeps extends TwilioHookOptions {
  openCallTip(call: { callSid: string; locale: Locale }): Promise<Accepted>;
  attachRecording(notice: RecordingNotice): Promise<Accepted>;
  log: Log;
}

const keys: ReadonlyMap<string, Locale> = new Map(
  [...voiceWords].map(([locale, words]) => [words.key, locale]),
);

/** The telephone line's hooks, mounted at `/twilio/voice`. Every answer is TwiML; nothing slow happens inside. */
export function voiceDoor(deps: VoiceDoorDeps): Hono<VerifiedForm> {
  const base = `${deps.publicUrl.replace(/\/+$/, "")}/twilio/voice`;
  const door = new Hono<VerifiedForm>();
  door.use(verifiedHook(deps));
  door.onError((error, c) => {
    deps.log.error({ code: error.name, route: "voice" }, "call not served");
    return xml(c, speakTrouble(voiceWords));
  });

  const go = (c: Context, state: CallState, receipt?: string) =>
    xml(c, speak(state, { words: voiceWords, base, ...(receipt ? { receipt } : {}) }));

  door.post("/", (c) => go(c, firstState));

  door.post("/chosen", (c) => {
    const { Digits } = CallForm.parse(c.get("form"));
    const input: Input = Digits === "" ? { kind: "silence" } : { kind: "digits", digits: Digits };
    return go(c, next(stateOf(c), input, keys));
  });

  door.post("/silent", (c) => go(c, next(stateOf(c), { kind: "silence" }, keys)));

  door.post("/recorded", async (c) => {
    const form = CallForm.parse(c.get("form"));
    const state = stateOf(c);
    if (!form.RecordingSid) return go(c, next(state, { kind: "silence" }, keys));
    const { receipt } = await deps.attachRecording({
      callSid: form.CallSid,
      recordingSid: form.RecordingSid,
      locale: localeOf(state.language),
      seconds: form.RecordingDuration ?? null,
    });
    return go(c, next(state, { kind: "recorded" }, keys), receipt);
  });

  // Comes also when the caller hung up while speaking and no other request ever will.
  door.post("/recording", async (c) => {
    const form = RecordingForm.parse(c.get("form"));
    if (form.RecordingStatus === "completed") {
      await deps.attachRecording({
        callSid: form.CallSid,
        recordingSid: form.RecordingSid,
        locale: localeOf(CallState.shape.language.catch("all").parse(c.req.query("language"))),
        seconds: form.RecordingDuration ?? null,
      });
    }
    return c.body(null, 204);
  });

  door.post("/status", (c) => c.body(null, 204));
  return door;
}

/** Our own address brought it back; anything else starts the call again rather than dropping it. */
function stateOf(c: Context): CallState {
  const { step, language, tries } = c.req.query();
  const parsed = CallState.safeParse({ step, language, tries: Number(tries) });
  return parsed.success ? parsed.data : firstState;
}

function localeOf(language: CallState["language"]): Locale {
  return language === "all" ? "ja" : language;
}

function xml(c: Context, document: string): Response {
  return c.body(document, 200, { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store" });
}
