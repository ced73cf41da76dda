import type { Context } from "hono";
import { Hono } from "hono";
import type { PublicStatusCode } from "../../domain/cases/public-status.ts";
import { Locale } from "../../domain/locales/locales.ts";
import type { MisuseSign } from "../../domain/misuse/signs.ts";
import type { Clock, Log } from "../../service/ports.ts";
import type { LiveEvent } from "../../service/recordings/live-transcripts.ts";
import type { ReadStatusWords } from "../../service/texts/status-words.ts";
import type { Playback } from "../../service/tips/hear-call.ts";
import type { CallWatch } from "../../service/watch/watch-calls.ts";
import { CallForm, EndedForm, heardIn, RecordingForm, TranscriptionForm } from "../../twilio/form.ts";
import { type TwilioHookOptions, type VerifiedForm, verifiedHook } from "../../twilio/hook.ts";
import { type DutyPlan, dutyPlan, shiftAt, whisperWords } from "./duty.ts";
import { CallState, firstState, next, straightState, wordsOf } from "./flow.ts";
import { rows } from "./flow-rows.ts";
import { type Listen, RecordingPart, type Say } from "./flow-step.ts";
import { transcribed } from "./live-transcription.ts";
import { type CallVerbs, localeOf, type Turn, takeTurn } from "./turn.ts";
import { dialSeconds, type Speaking, speak, speakTrouble, takeCall, whisper } from "./twiml.ts";
import { type Offer, offers as offeredVoices } from "./voices.ts";

export interface VoiceDoorDeps extends TwilioHookOptions, CallVerbs {
  watch: CallWatch;
  endCall(call: { callSid: string; caller: string; misuse?: MisuseSign[] }): Promise<void>;
  offerPlayback(callSid: string): Playback;
  hearCall(asked: Playback): Promise<Uint8Array | undefined>;
  /** Officers who can be called, and the number they see; without it callers are never put through. */
  duty?: { plan: DutyPlan; numbers: readonly string[]; callerId: string; clock: Clock };
  /** What a status is called in a language, in the desk's own words where it has some. Never throws. */
  statusWords: ReadStatusWords;
  /** Takes what the provider's machine hears, where the office has turned that on. */
  noteLive?: (event: LiveEvent) => void;
  /** The languages of the line; those of `content/` unless told. */
  offers?: readonly Offer[];
  log: Log;
}

/** The telephone line's hooks, mounted at `/twilio/voice`. Every answer is TwiML; nothing slow happens inside. */
export function voiceDoor(deps: VoiceDoorDeps): Hono<VerifiedForm> {
  const publicUrl = deps.publicUrl.replace(/\/+$/, "");
  const offers = deps.offers ?? offeredVoices;
  const codes = new Map(offers.map(({ code, locale }) => [code, locale]));
  const officers = (language: CallState["language"]) => onDuty(deps, language)?.numbers ?? [];
  const menu = { codes, officers: (language: CallState["language"]) => officers(language).length };
  const door = new Hono<VerifiedForm>();

  // Fetched by the provider to be played, with no form to sign: the address itself is the proof, and expires.
  door.get("/playback/:callSid/:until/:token", async (c) => {
    const { callSid, until, token } = c.req.param();
    const sound = await deps.hearCall({ callSid, until: Number(until), token });
    if (!sound) return c.body(null, 404);
    return c.body(new Uint8Array(sound), 200, { "content-type": "audio/wav", "cache-control": "no-store" });
  });

  door.use(verifiedHook(deps));

  // Comes also when the caller hung up while speaking and no other request ever will. Twilio tries a 5xx again.
  door.post("/recording", (c) => note(c, deps, "voice/recording", noteRecording));
  // Where it is off there is nothing to come; what comes all the same is let go.
  door.post("/transcription", (c) => note(c, deps, "voice/transcription", noteTranscription));
  // The call is over, however it ended.
  door.post("/status", (c) => note(c, deps, "voice/status", noteEnd));

  door.post("/whisper", (c) => {
    const language = Locale.catch("ja").parse(c.req.query("language"));
    const plan = deps.duty?.plan ?? dutyPlan;
    const { ParentCallSid } = CallForm.parse(c.get("form"));
    const soFar = { spoke: c.req.query("spoke") === "1", band: deps.watch.band(ParentCallSid) };
    const words = whisperWords(plan, language, onDuty(deps, language)?.region, soFar);
    return xml(c, whisper({ voice: plan.whisper.voice, words }, publicUrl));
  });
  door.post("/whisper/answer", (c) => xml(c, takeCall(CallForm.parse(c.get("form")).Digits === "1")));

  door.onError((error, c) => {
    deps.log.error({ code: error.name, route: "voice" }, "call not served");
    return xml(c, speakTrouble({ offers, publicUrl }));
  });

  door.post("/", (c) => {
    const form = CallForm.safeParse(c.get("form")).data;
    const way = form ? deps.watch.begin({ callSid: form.CallSid, caller: form.From }) : "whole";
    const document = speak(way === "whole" ? firstState : straightState, { offers, publicUrl });
    if (form) deps.watch.answered(form.CallSid, 0);
    return xml(c, document);
  });

  door.post("/:step", async (c) => {
    const turn = await takeTurn(c, deps);
    const after = next(turn.state, turn.input, menu);
    const said = await saidWith(turn, after, deps, publicUrl);
    const number = officers(after.language)[after.tries];
    const officer = number && deps.duty ? { number, callerId: deps.duty.callerId } : undefined;
    const onDutyNow = officers(after.language).length > 0;
    const document = speak(after, {
      offers,
      publicUrl,
      onDuty: onDutyNow,
      ...said,
      ...(officer ? { officer } : {}),
      ...(deps.noteLive ? { transcription: stopFor(turn) } : {}),
    });
    deps.watch.answered(turn.form.CallSid, longestMs(rows[after.step].listen));
    return xml(c, document);
  });
  return door;
}

/** How long a caller may be busy at a step before the provider asks on. */
function longestMs(listen: Listen): number {
  if (listen.kind === "dial") return dialSeconds * 1_000;
  return listen.kind === "record" ? listen.seconds * 1_000 : 0;
}

/** The duty list while somebody answers callers of this language; no more than a call counts. */
function onDuty(
  { duty }: VoiceDoorDeps,
  language: CallState["language"],
): { numbers: readonly string[]; region: string | undefined } | undefined {
  if (!duty || language === "all") return undefined;
  const shift = shiftAt(duty.plan, language, duty.clock());
  return shift && { numbers: duty.numbers.slice(0, 9), region: shift.region };
}

/** What a step says that is in no file, and only where it says it. */
async function saidWith(
  turn: Turn,
  after: CallState,
  deps: VoiceDoorDeps,
  publicUrl: string,
): Promise<Partial<Speaking>> {
  const callSid = turn.form.CallSid;
  const says = (what: string) => wordsOf(rows[after.step], after).some((line: Say) => what in line);
  const said: Partial<Speaking> = {};
  if (says("receipt")) {
    // The same at every step of a call: it comes from the call's own id under a key of ours.
    said.receipt = (await deps.openCallTip({ callSid, locale: localeOf(after.language) })).receipt;
  }
  if (says("keyed") && turn.keyed) said.keyed = turn.keyed;
  if (says("question") && turn.question) said.question = turn.question;
  if (says("status") && turn.status) said.status = await statusIn(deps, turn.status, after.language);
  if (says("playback")) {
    const { until, token } = deps.offerPlayback(callSid);
    said.playback = `${publicUrl}/twilio/voice/playback/${callSid}/${until}/${token}`;
  }
  return said;
}

/** The heading of the status alone: its sentence speaks of the page. */
async function statusIn(
  deps: VoiceDoorDeps,
  status: PublicStatusCode,
  language: CallState["language"],
): Promise<Map<Locale, string>> {
  const locales: Locale[] = language === "all" ? ["ja", "en"] : [language];
  const words = await Promise.all(
    locales.map(async (locale) => [locale, (await deps.statusWords(status, locale)).label] as const),
  );
  return new Map(words);
}

async function note(
  c: Context<VerifiedForm>,
  deps: VoiceDoorDeps,
  route: string,
  keep: (c: Context<VerifiedForm>, deps: VoiceDoorDeps) => Promise<void>,
): Promise<Response> {
  try {
    await keep(c, deps);
    return c.body(null, 204);
  } catch (error) {
    deps.log.error({ code: error instanceof Error ? error.name : "unknown", route }, "callback not noted");
    return c.body(null, 500);
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
    onLine: true,
    ...(part.success ? { part: part.data } : {}),
  });
}

/** The words of a recording that has just ended have been written down; what follows is none of the machine's business. */
function stopFor({ state, input }: Turn): { stop?: number } {
  const { listen } = rows[state.step];
  const ended =
    input.kind === "recorded" && listen.kind === "record" && transcribed(state.language, listen.part);
  return ended ? { stop: state.turns } : {};
}

async function noteTranscription(c: Context<VerifiedForm>, deps: VoiceDoorDeps): Promise<void> {
  const form = TranscriptionForm.parse(c.get("form"));
  const language = Locale.catch("ja").parse(c.req.query("language"));
  const heard = heardIn(form);
  const what = heard
    ? ({ kind: "heard", sequence: form.SequenceId ?? 0, ...heard } as const)
    : boundaries[form.TranscriptionEvent];
  if (!what) return;
  deps.noteLive?.({
    callSid: form.CallSid,
    transcriptionSid: form.TranscriptionSid,
    locale: language,
    ...(form.Timestamp ? { at: form.Timestamp } : {}),
    what,
  });
}

const boundaries: Readonly<Record<string, { kind: "began" | "ended" }>> = {
  "transcription-started": { kind: "began" },
  "transcription-stopped": { kind: "ended" },
  // Whatever was heard before it failed is kept.
  "transcription-error": { kind: "ended" },
};

async function noteEnd(c: Context<VerifiedForm>, deps: VoiceDoorDeps): Promise<void> {
  const form = EndedForm.parse(c.get("form"));
  if (form.CallStatus !== "completed") return;
  const misuse = deps.watch.signs(form.CallSid);
  await deps.endCall({ callSid: form.CallSid, caller: form.From, misuse });
  deps.watch.end(form.CallSid);
}

function xml(c: Context, document: string): Response {
  return c.body(document, 200, { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store" });
}
