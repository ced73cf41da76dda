import type { Context } from "hono";
import { Hono } from "hono";
import type { Locale } from "../../domain/locales/locales.ts";
import type { Log } from "../../service/ports.ts";
import type { RecordingNotice } from "../../service/tips/attach-recording.ts";
import type { Accepted } from "../../service/tips/submit-tip.ts";
import { CallForm, RecordingForm } from "../../twilio/form.ts";
import { type TwilioHookOptions, type VerifiedForm, verifiedHook } from "../../twilio/hook.ts";
import { CallState, erases, firstState, type Input, next } from "./flow.ts";
import { RecordingPart, rows } from "./flow-rows.ts";
import { speak, speakTrouble } from "./twiml.ts";
import { type Offer, offers as offeredVoices } from "./voices.ts";

export interface VoiceDoorDeps extends TwilioHookOptions {
  openCallTip(call: { callSid: string; locale: Locale }): Promise<Accepted>;
  attachRecording(notice: RecordingNotice): Promise<Accepted>;
  eraseCall(call: { callSid: string }): Promise<void>;
  leaveContact(call: { callSid: string; contact: string }): Promise<void>;
  /** The languages of the line; those of `content/` unless told. */
  offers?: readonly Offer[];
  log: Log;
}

/** What the caller did, and what must be known to answer it. */
interface Turn {
  state: CallState;
  form: CallForm;
  input: Input;
}

/** The telephone line's hooks, mounted at `/twilio/voice`. Every answer is TwiML; nothing slow happens inside. */
export function voiceDoor(deps: VoiceDoorDeps): Hono<VerifiedForm> {
  const publicUrl = deps.publicUrl.replace(/\/+$/, "");
  const offers = deps.offers ?? offeredVoices;
  const menu = { codes: new Map(offers.map(({ code, locale }) => [code, locale])) };
  const door = new Hono<VerifiedForm>();
  door.use(verifiedHook(deps));

  // Comes also when the caller hung up while speaking and no other request ever will. Twilio tries a 5xx again.
  door.post("/recording", async (c) => {
    try {
      await noteRecording(c, deps);
      return c.body(null, 204);
    } catch (error) {
      deps.log.error({ code: nameOf(error), route: "voice/recording" }, "recording not noted");
      return c.body(null, 500);
    }
  });

  door.post("/status", (c) => c.body(null, 204));

  door.onError((error, c) => {
    deps.log.error({ code: error.name, route: "voice" }, "call not served");
    return xml(c, speakTrouble({ offers, publicUrl }));
  });

  door.post("/", (c) => xml(c, speak(firstState, { offers, publicUrl })));

  door.post("/:step", async (c) => {
    const turn = await readTurn(c, deps);
    const { state, form, input } = turn;
    await keepWhatWasSaid(turn, deps);
    const after = next(state, input, menu);
    const says = rows[after.step].say;
    const receipt = says.some((line) => "receipt" in line) ? await receiptOf(form, after, deps) : undefined;
    return xml(
      c,
      speak(after, {
        offers,
        publicUrl,
        ...(receipt ? { receipt } : {}),
        ...(says.some((line) => "keyed" in line) ? { keyed: form.Digits } : {}),
      }),
    );
  });
  return door;
}

async function readTurn(c: Context<VerifiedForm>, deps: VoiceDoorDeps): Promise<Turn> {
  const form = CallForm.parse(c.get("form"));
  const state = stateOf(c);
  const input = await inputOf(c.req.query("event"), state, form, deps);
  return { state, form, input };
}

async function inputOf(
  event: string | undefined,
  state: CallState,
  form: CallForm,
  deps: VoiceDoorDeps,
): Promise<Input> {
  const { listen } = rows[state.step];
  if (event === "recorded") {
    return form.RecordingSid ? { kind: "recorded", key: form.Digits } : { kind: "silence" };
  }
  if (event !== "keys" || form.Digits === "") return { kind: "silence" };
  if (listen.kind !== "number" || form.Digits === "*") return { kind: "digits", digits: form.Digits };
  if (listen.of === "receipt") {
    return { kind: form.Digits === (await receiptOf(form, state, deps)) ? "accepted" : "refused" };
  }
  // Seven digits are the shortest number with an area code; fifteen the longest there is (ITU-T E.164).
  return { kind: /^\d{7,15}$/.test(form.Digits) ? "accepted" : "refused" };
}

/** Makes durable what this turn brought before anything is answered. */
async function keepWhatWasSaid({ state, form, input }: Turn, deps: VoiceDoorDeps): Promise<void> {
  const { listen } = rows[state.step];
  if (input.kind === "recorded" && form.RecordingSid) {
    await deps.attachRecording({
      callSid: form.CallSid,
      recordingSid: form.RecordingSid,
      locale: localeOf(state.language),
      seconds: form.RecordingDuration ?? null,
      ...(listen.kind === "record" ? { part: listen.part } : {}),
    });
  }
  if (erases(state, input) && (state.spoke || input.kind === "recorded")) {
    await deps.eraseCall({ callSid: form.CallSid });
  }
  if (input.kind === "accepted" && listen.kind === "number" && listen.of === "contact") {
    await deps.leaveContact({ callSid: form.CallSid, contact: form.Digits });
  }
}

async function noteRecording(c: Context<VerifiedForm>, deps: VoiceDoorDeps): Promise<void> {
  const form = RecordingForm.parse(c.get("form"));
  // Anything but a finished one is sound that never was, or that will be announced again.
  if (form.RecordingStatus !== "completed") return;
  const part = RecordingPart.safeParse(c.req.query("part"));
  await deps.attachRecording({
    callSid: form.CallSid,
    recordingSid: form.RecordingSid,
    locale: localeOf(CallState.shape.language.catch("all").parse(c.req.query("language"))),
    seconds: form.RecordingDuration ?? null,
    ...(part.success ? { part: part.data } : {}),
  });
}

/** The same at every step of a call: it comes from the call's own id under a key of ours. */
async function receiptOf(form: CallForm, { language }: CallState, deps: VoiceDoorDeps): Promise<string> {
  const { receipt } = await deps.openCallTip({ callSid: form.CallSid, locale: localeOf(language) });
  return receipt;
}

/** Our own address brought it back; anything else starts the call again rather than dropping it. */
function stateOf(c: Context): CallState {
  const { language, tries, turns, spoke, brief } = c.req.query();
  const parsed = CallState.safeParse({
    step: c.req.param("step"),
    language,
    tries: Number(tries),
    turns: Number(turns),
    spoke: spoke === "1",
    brief: brief === "1",
  });
  return parsed.success ? parsed.data : firstState;
}

/** A tip of a caller who chose no language is marked as Japanese until somebody has listened. */
function localeOf(language: CallState["language"]): Locale {
  return language === "all" ? "ja" : language;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

function xml(c: Context, document: string): Response {
  return c.body(document, 200, { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store" });
}
