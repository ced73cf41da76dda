import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { type Locale, localeFacts } from "../../domain/locales/locales.ts";
import type { Lang } from "../../domain/triage/verdict.ts";
import { retrying } from "../../twilio/verify.ts";
import { type CallState, firstState, wordsOf } from "./flow.ts";
import { rows } from "./flow-rows.ts";
import type { Row, Say } from "./flow-step.ts";
import { startTranscription, stopTranscription, transcribed } from "./live-transcription.ts";
import { playReady } from "./ready-words.ts";
import { type Sayable, sayDigits, sayFreely, sayIn, sayPrompt } from "./speech.ts";
import type { Offer } from "./voices.ts";

export interface Speaking {
  /** The languages on offer, in the order of the opening. */
  offers: readonly Offer[];
  /** The configured public address, without a slash at the end. */
  publicUrl: string;
  /** Sixteen digits, at a step that reads them out. */
  receipt?: string;
  /** What the caller just keyed in, in the groups it is read back in. It is in no address. */
  keyed?: readonly string[];
  /** The desk's words to the holder of the receipt just keyed in, and the language they are in. */
  question?: { text: string; lang: Lang };
  /** Where the tip of that receipt stands, in each language that is spoken now. */
  status?: ReadonlyMap<Locale, string>;
  /** Whom to call now, and what they see as the calling number: never the caller's. */
  officer?: { number: string; callerId: string };
  /** Whether an officer can be spoken to. */
  onDuty?: boolean;
  /** Where what the call has recorded can be heard for a few minutes. */
  playback?: string;
  /** Whether the provider writes down what the caller says; `stop` is the turn whose writing ends here. */
  transcription?: { stop?: number };
}

/** What brought a request: keys, a recording, or neither. */
export type Event = "keys" | "recorded" | "dialled" | "silent";

/** The TwiML of a state: what is said, what is listened for, and where each answer goes. */
export function speak(state: CallState, speaking: Speaking): string {
  const twiml = new VoiceResponse();
  const row = rows[state.step];
  const { listen } = row;
  if (speaking.transcription?.stop !== undefined) stopTranscription(twiml, speaking.transcription.stop);
  if (listen.kind === "hangup") {
    sayRow(twiml, row, state, speaking);
    twiml.hangup();
  } else if (listen.kind === "dial") {
    dial(twiml, row, listen.recorded, state, speaking);
  } else if (listen.kind === "record") {
    record(twiml, row, listen, state, speaking);
  } else {
    const numDigits = listen.kind === "key" ? 1 : listen.digits;
    const gather = twiml.gather({
      input: ["dtmf"],
      numDigits,
      timeout: listen.seconds,
      // In a menu the hash key is a key like any other; after a longer number it is the end of it.
      finishOnKey: numDigits === 1 ? "" : "#",
      action: address(speaking, "keys", state),
      method: "POST",
      actionOnEmptyResult: true,
    });
    sayRow(gather, row, state, speaking);
  }
  return twiml.toString();
}

/**
 * Said when something of ours failed: in Japanese and English, with the way to try again, and a recording all the same.
 * Should its callback fail as well, the provider still has it, and it is found there later.
 */
export function speakTrouble(speaking: Speaking): string {
  const twiml = new VoiceResponse();
  for (const offer of voicesOf("all", speaking.offers)) {
    sayPrompt(twiml, offer, "trouble", clipsOf(speaking));
  }
  const state: CallState = { ...firstState, step: "talk_all" };
  const { listen } = rows.talk_all;
  if (listen.kind === "record") recordWords(twiml, listen, state, speaking);
  twiml.hangup();
  return twiml.toString();
}

function record(
  twiml: VoiceResponse,
  row: Row,
  listen: Extract<Row["listen"], { kind: "record" }>,
  state: CallState,
  speaking: Speaking,
): void {
  if (!state.brief) {
    // A key cuts the words short; without one the document goes on to the recording.
    const gather = twiml.gather({
      input: ["dtmf"],
      numDigits: 1,
      timeout: 1,
      finishOnKey: "",
      action: address(speaking, "keys", state),
      method: "POST",
    });
    sayRow(gather, row, state, speaking);
  }
  const written = speaking.transcription && transcribed(state.language, listen.part);
  if (written) startTranscription(twiml, state, { code: written.code, publicUrl: speaking.publicUrl });
  recordWords(twiml, listen, state, speaking);
  if (written) stopTranscription(twiml, state.turns);
  // An empty recording makes no action request: the document simply goes on here.
  twiml.redirect({ method: "POST" }, address(speaking, "silent", state));
}

function recordWords(
  twiml: VoiceResponse,
  listen: Extract<Row["listen"], { kind: "record" }>,
  state: CallState,
  speaking: Speaking,
): void {
  const facts = new URLSearchParams({ language: state.language, part: listen.part });
  twiml.record({
    action: address(speaking, "recorded", state),
    method: "POST",
    maxLength: listen.seconds,
    timeout: listen.silenceSeconds,
    finishOnKey: listen.finishOnKey,
    playBeep: true,
    trim: "do-not-trim",
    recordingStatusCallback: `${speaking.publicUrl}/twilio/voice/recording?${facts}${retrying}`,
    recordingStatusCallbackMethod: "POST",
    recordingStatusCallbackEvent: ["completed", "absent"],
  });
}

/** No talk with an officer is longer. */
export const dialSeconds = 3_600;

/** Calls one officer, who hears what it is about and takes it by a key. Star takes the caller out of the waiting. */
function dial(twiml: VoiceResponse, row: Row, recorded: boolean, state: CallState, speaking: Speaking): void {
  if (state.tries === 0) sayRow(twiml, row, state, speaking);
  const { officer } = speaking;
  if (officer) {
    const facts = new URLSearchParams({ language: state.language, part: "officer" });
    const call = twiml.dial({
      action: address(speaking, "dialled", state),
      method: "POST",
      callerId: officer.callerId,
      timeout: 20,
      timeLimit: dialSeconds,
      hangupOnStar: true,
      ...(recorded
        ? {
            record: "record-from-answer-dual",
            recordingStatusCallback: `${speaking.publicUrl}/twilio/voice/recording?${facts}${retrying}`,
            recordingStatusCallbackMethod: "POST",
            recordingStatusCallbackEvent: ["completed", "absent"],
          }
        : {}),
    });
    const url = `${speaking.publicUrl}/twilio/voice/whisper?language=${state.language}&spoke=${state.spoke ? 1 : 0}`;
    call.number({ url, method: "POST" }, officer.number);
  }
  twiml.redirect({ method: "POST" }, address(speaking, "dialled", state));
}

/** What the officer hears before the caller does: a key takes the call, anything else leaves it. */
export function whisper(
  said: { voice: { name: string; language: string }; words: string },
  publicUrl: string,
): string {
  const twiml = new VoiceResponse();
  const action = `${publicUrl}/twilio/voice/whisper/answer`;
  const gather = twiml.gather({
    input: ["dtmf"],
    numDigits: 1,
    timeout: 8,
    finishOnKey: "",
    action,
    method: "POST",
  });
  sayIn(gather, said.voice, said.words);
  sayIn(gather, said.voice, said.words);
  twiml.hangup();
  return twiml.toString();
}

/** An empty document puts the two through. */
export function takeCall(taken: boolean): string {
  const twiml = new VoiceResponse();
  if (!taken) twiml.hangup();
  return twiml.toString();
}

function sayRow(into: Sayable, row: Row, state: CallState, speaking: Speaking): void {
  if (row.listen.kind === "language") {
    sayLanguages(into, row.listen.page, speaking);
    return;
  }
  // Who chose no language is not written down, and is not told so.
  const { transcription, ...rest } = speaking;
  const said = state.language !== "all" && transcription ? { ...rest, transcription } : rest;
  for (const offer of voicesOf(state.language, speaking.offers)) {
    for (const line of wordsOf(row, state)) sayLine(into, offer, line, said);
  }
}

/** Each language says its own line; the first page also tells in Japanese and English that there is a second. */
function sayLanguages(into: Sayable, page: 1 | 2, speaking: Speaking): void {
  const clips = clipsOf(speaking);
  for (const offer of speaking.offers) {
    if (offer.code.length === page) sayPrompt(into, offer, "choose", clips);
  }
  if (page === 2 || !speaking.offers.some(({ code }) => code.length === 2)) return;
  for (const offer of voicesOf("all", speaking.offers)) sayPrompt(into, offer, "other", clips);
}

function sayLine(into: Sayable, offer: Offer, line: Say, speaking: Speaking): void {
  const clips = clipsOf(speaking);
  if ("prompt" in line) {
    sayPrompt(into, offer, line.prompt, clips);
    // That it is recorded is said here; that a machine of the telephone company listens too belongs beside it.
    const written = speaking.transcription && transcribed(offer.locale, "talk");
    if (line.prompt === "before" && written) sayFreely(into, offer, written.says);
  } else if ("onDuty" in line) {
    if (speaking.onDuty) sayPrompt(into, offer, line.onDuty, clips);
  } else if ("playback" in line) {
    if (speaking.playback) into.play(speaking.playback);
  } else if ("question" in line) sayQuestion(into, offer, speaking);
  else if ("status" in line) sayStatus(into, offer, speaking);
  else {
    const groups = "receipt" in line ? speaking.receipt?.match(/\d{4}/g) : speaking.keyed;
    for (const group of groups ?? []) {
      sayDigits(into, offer, group, clips);
      // Four digits take a hand two seconds to write down; what was just keyed in is only compared.
      into.pause({ length: "receipt" in line ? 2 : 1 });
    }
  }
}

/** In a voice, or from a recording of the program's own words; where there is neither, nothing is said. */
function sayStatus(into: Sayable, offer: Offer, speaking: Speaking): void {
  const words = speaking.status?.get(offer.locale);
  if (words && !sayFreely(into, offer, words)) playReady(into, offer.locale, words, clipsOf(speaking));
}

/**
 * In the voice of the language it is written in. Where no voice speaks the caller's, a ready-made question is played
 * from its recording; for anything else they are told where to read it.
 */
function sayQuestion(into: Sayable, offer: Offer, speaking: Speaking): void {
  const { question } = speaking;
  if (!question) return;
  const own = localeFacts[offer.locale].lang === question.lang;
  const voiced = own
    ? offer
    : speaking.offers.find(({ locale }) => localeFacts[locale].lang === question.lang);
  const spoken = voiced ?? offer;
  if (sayFreely(into, spoken, question.text)) return;
  if (!playReady(into, spoken.locale, question.text, clipsOf(speaking)))
    sayPrompt(into, offer, "question_on_site", clipsOf(speaking));
}

/** `all` is Japanese and English: every language in turn would be minutes. */
function voicesOf(language: CallState["language"], offers: readonly Offer[]): Offer[] {
  const wanted = language === "all" ? ["ja", "en"] : [language];
  return offers.filter(({ locale }) => wanted.includes(locale));
}

function clipsOf({ publicUrl }: Pick<Speaking, "publicUrl">): string {
  return `${publicUrl}/voice`;
}

function address({ publicUrl }: Speaking, event: Event, state: CallState): string {
  const { step, language, tries, turns, spoke, brief } = state;
  const query = new URLSearchParams({
    event,
    language,
    tries: String(tries),
    turns: String(turns),
    spoke: spoke ? "1" : "0",
    brief: brief ? "1" : "0",
  });
  return `${publicUrl}/twilio/voice/${step}?${query}`;
}
