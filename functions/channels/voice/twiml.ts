import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { Locale } from "../../domain/locales/locales.ts";
import type { CallState, Say } from "./flow.ts";
import { rows } from "./flow.ts";
import type { PromptName, VoiceWords } from "./prompts.ts";

export interface Speaking {
  words: ReadonlyMap<Locale, VoiceWords>;
  /** `/twilio/voice` under the configured public address. */
  base: string;
  /** Sixteen digits, at the step that reads them out. */
  receipt?: string;
}

type Sayable = Pick<VoiceResponse, "say" | "pause">;

/** The TwiML of a state: what is said, what is listened for, and where each answer goes. */
export function speak(state: CallState, speaking: Speaking): string {
  const twiml = new VoiceResponse();
  const row = rows[state.step];
  const { listen } = row;
  if (listen.kind === "language") {
    const action = address(speaking.base, "chosen", state);
    // One key, and it may be pressed while the words are still being said.
    const gather = twiml.gather({
      input: ["dtmf"],
      numDigits: 1,
      timeout: listen.seconds,
      action,
      method: "POST",
      actionOnEmptyResult: true,
    });
    for (const words of speaking.words.values()) say(gather, words, words.prompts.choose);
    return twiml.toString();
  }
  for (const words of voicesOf(state.language, speaking.words)) {
    for (const line of row.say) sayLine(twiml, words, line, speaking.receipt);
  }
  if (listen.kind === "record") {
    twiml.record({
      action: address(speaking.base, "recorded", state),
      method: "POST",
      maxLength: listen.seconds,
      timeout: listen.silenceSeconds,
      finishOnKey: "#",
      playBeep: true,
      trim: "do-not-trim",
      recordingStatusCallback: `${speaking.base}/recording?${new URLSearchParams({ language: state.language })}`,
      recordingStatusCallbackMethod: "POST",
      recordingStatusCallbackEvent: ["completed", "absent"],
    });
    // An empty recording makes no action request: the document simply goes on here.
    twiml.redirect({ method: "POST" }, address(speaking.base, "silent", state));
  } else twiml.hangup();
  return twiml.toString();
}

/** Said when something of ours failed: in every language, with the way to try again. */
export function speakTrouble(words: ReadonlyMap<Locale, VoiceWords>): string {
  const twiml = new VoiceResponse();
  for (const each of words.values()) say(twiml, each, each.prompts.trouble);
  twiml.hangup();
  return twiml.toString();
}

/** The prompts of a step in one language as plain text, for reading aloud and for timing. */
export function promptsOf(state: CallState): PromptName[] {
  return rows[state.step].say.flatMap((line) => ("prompt" in line ? [line.prompt] : []));
}

function voicesOf(language: CallState["language"], words: ReadonlyMap<Locale, VoiceWords>): VoiceWords[] {
  const one = language === "all" ? undefined : words.get(language);
  return one ? [one] : [...words.values()];
}

function sayLine(twiml: Sayable, words: VoiceWords, line: Say, receipt: string | undefined): void {
  if ("prompt" in line) {
    say(twiml, words, words.prompts[line.prompt]);
    return;
  }
  for (const group of receipt?.match(/\d{4}/g) ?? []) {
    // Digit by digit: a voice given "1234" would say a number.
    say(twiml, words, [...group].join(", "));
    twiml.pause({ length: 1 });
  }
}

function say(twiml: Pick<VoiceResponse, "say">, words: VoiceWords, text: string): void {
  // The list of voices in the library's types lags behind Twilio's own; content decides.
  twiml.say({ voice: words.voice.name as "alice", language: words.voice.language as "ja-JP" }, text);
}

function address(base: string, event: "chosen" | "recorded" | "silent", state: CallState): string {
  const query = new URLSearchParams({
    step: state.step,
    language: state.language,
    tries: String(state.tries),
  });
  return `${base}/${event}?${query}`;
}
