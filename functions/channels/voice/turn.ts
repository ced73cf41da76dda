/** One turn of a call: what the caller did, made durable before anything is answered. */
import type { Context } from "hono";
import keyedWords from "../../../content/data/voice-keyed.json" with { type: "json" };
import type { PublicStatusCode } from "../../domain/cases/public-status.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import type { Band } from "../../domain/triage/verdict.ts";
import type { RecordingNotice } from "../../service/tips/attach-recording.ts";
import type { CameBack, DeskQuestion } from "../../service/tips/come-back.ts";
import type { KeyedNote } from "../../service/tips/note-keyed.ts";
import type { Accepted } from "../../service/tips/submit-tip.ts";
import type { CallWatch } from "../../service/watch/watch-calls.ts";
import { CallForm } from "../../twilio/form.ts";
import type { VerifiedForm } from "../../twilio/hook.ts";
import { CallState, erases, firstState, type Input } from "./flow.ts";
import { rows } from "./flow-rows.ts";
import { KeyedKind, type Listen } from "./flow-step.ts";
import { type KeyedNumber, readKeyed } from "./keyed-number.ts";

export interface CallVerbs {
  watch: Pick<CallWatch, "key" | "spoke" | "keyed">;
  openCallTip(call: { callSid: string; locale: Locale }): Promise<Accepted>;
  attachRecording(notice: RecordingNotice): Promise<Accepted>;
  noteKeyed(note: KeyedNote): Promise<{ band: Band }>;
  comeBack(call: { callSid: string; receipt?: string; caller?: string }): Promise<CameBack | undefined>;
  eraseCall(call: { callSid: string }): Promise<void>;
  leaveContact(call: { callSid: string; contact: string }): Promise<void>;
}

/** What the caller did, and what must be known to answer it. */
export interface Turn {
  state: CallState;
  form: CallForm;
  input: Input;
  /** What was keyed in, in the groups it is read back in. */
  keyed?: readonly string[];
  question?: DeskQuestion;
  /** Where the tip of the receipt stands, as its holder is told. */
  status?: PublicStatusCode;
}

/** Reads the turn and does what it asks for; resolves when all of it is on disk. */
export async function takeTurn(c: Context<VerifiedForm>, verbs: CallVerbs): Promise<Turn> {
  const form = CallForm.parse(c.get("form"));
  const state = stateOf(c);
  const { listen } = rows[state.step];
  const asked = listen.kind === "key" || listen.kind === "language";
  if (asked && form.Digits !== "") verbs.watch.key({ callSid: form.CallSid, caller: form.From });
  const turn =
    c.req.query("event") === "keys" && listen.kind === "number" && /^[^*]+$/.test(form.Digits)
      ? await takeNumber(state, form, listen, verbs)
      : { state, form, input: inputOf(c.req.query("event"), form) };
  await keepWhatWasSaid(turn, verbs);
  return turn;
}

function inputOf(event: string | undefined, form: CallForm): Input {
  if (event === "recorded")
    return form.RecordingSid ? { kind: "recorded", key: form.Digits } : { kind: "silence" };
  if (event === "dialled") return { kind: wereTogether(form) ? "answered" : "unanswered" };
  if (event !== "keys" || form.Digits === "") return { kind: "silence" };
  return { kind: "digits", digits: form.Digits };
}

/** An officer who hangs up on the whisper also completes the call: only a bridge is a talk. */
function wereTogether(form: CallForm): boolean {
  if (form.DialBridged !== "") return form.DialBridged === "true";
  return form.DialCallStatus === "completed" || form.DialCallStatus === "answered";
}

async function takeNumber(
  state: CallState,
  form: CallForm,
  listen: Extract<Listen, { kind: "number" }>,
  verbs: CallVerbs,
): Promise<Turn> {
  const { CallSid: callSid, Digits: digits } = form;
  const locale = localeOf(state.language);
  switch (listen.of) {
    case "receipt": {
      const { receipt } = await verbs.openCallTip({ callSid, locale });
      return { state, form, input: { kind: digits === receipt ? "accepted" : "refused" } };
    }
    case "back": {
      if (!/^\d{16}$/.test(digits)) return { state, form, input: { kind: "refused" } };
      const { status, question } = (await verbs.comeBack({ callSid, receipt: digits })) ?? {};
      return {
        state,
        form,
        input: { kind: question ? "question" : "accepted" },
        ...(question ? { question } : {}),
        ...(status ? { status } : {}),
      };
    }
    case "contact": {
      // Seven digits are the shortest number with an area code; fifteen the longest there is (ITU-T E.164).
      if (!/^\d{7,15}$/.test(digits)) return { state, form, input: { kind: "refused" } };
      await verbs.leaveContact({ callSid, contact: digits });
      return { state, form, input: { kind: "accepted" }, keyed: digits.match(/\d{1,4}/g) ?? [] };
    }
    default: {
      const number = readKeyed(KeyedKind.parse(listen.of), digits);
      if (number.kind !== "refused") {
        const text = noteOf(KeyedKind.parse(listen.of), number, digits);
        const { band } = await verbs.noteKeyed({ callSid, locale, text });
        verbs.watch.keyed(callSid, band);
      }
      return { state, form, input: { kind: number.kind }, keyed: number.groups };
    }
  }
}

/** The number in words for the officer, with other readings of the same keys where it is not certain. */
function noteOf(kind: KeyedKind, number: KeyedNumber, keys: string): string {
  const names = (value: string) => keyedWords[kind].replace("{value}", value);
  const sure = { accepted: keyedWords.checked, plain: keyedWords.plain, doubtful: keyedWords.doubtful };
  const how = number.kind === "refused" ? "" : sure[number.kind].replace("{keys}", keys);
  const others = number.kind === "accepted" ? [] : number.others;
  return [`${names(number.value)}${how}`, ...others.map(names)].join("\n");
}

async function keepWhatWasSaid({ state, form, input }: Turn, verbs: CallVerbs): Promise<void> {
  const { CallSid: callSid } = form;
  const { listen } = rows[state.step];
  if (state.step === "back" && input.kind === "digits" && input.digits === "1")
    await verbs.comeBack({ callSid, caller: form.From });
  // Whatever was said to an officer has a tip, recorded or not.
  if (input.kind === "answered") {
    verbs.watch.spoke(callSid);
    await verbs.openCallTip({ callSid, locale: localeOf(state.language) });
  }
  if (input.kind === "recorded" && form.RecordingSid) {
    await verbs.attachRecording({
      callSid,
      recordingSid: form.RecordingSid,
      locale: localeOf(state.language),
      seconds: form.RecordingDuration ?? null,
      onLine: input.key !== "hangup",
      ...(listen.kind === "record" ? { part: listen.part } : {}),
    });
  }
  if (erases(state, input) && (state.spoke || input.kind === "recorded")) await verbs.eraseCall({ callSid });
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
export function localeOf(language: CallState["language"]): Locale {
  return language === "all" ? "ja" : language;
}
