/** What the line says and asks for where the office has the provider write down what callers say. Off by default. */
import type VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { z } from "zod";
import transcriptionData from "../../../content/data/voice-transcription.json" with { type: "json" };
import { Locale } from "../../domain/locales/locales.ts";
import { retrying } from "../../twilio/verify.ts";
import type { CallState } from "./flow.ts";
import type { RecordingPart } from "./flow-step.ts";

export const TranscriptionWords = z.strictObject({
  /** Stands under the machine's words at the desk. */
  mark: z.string().min(1),
  /** Stands for what was said before we began to listen. */
  gap: z.string().min(1),
  /** The provider's code of each language it writes down, and the line that tells the caller before they speak. */
  languages: z.partialRecord(
    Locale,
    z.strictObject({ code: z.string().min(2), says: z.string().min(1).max(150) }),
  ),
});

export const transcriptionWords = TranscriptionWords.parse(transcriptionData);

/** A number and a good time to call are for a person's ears only. */
const never: ReadonlySet<RecordingPart> = new Set(["call_time", "officer"]);

/** What is written down at this step; undefined where nobody told the caller so in a language of their own. */
export function transcribed(
  language: CallState["language"],
  part: RecordingPart,
): { code: string; says: string } | undefined {
  if (language === "all" || never.has(part)) return undefined;
  return transcriptionWords.languages[language];
}

const nameOf = (turns: number) => `words-${turns}`;

/** From here to the recording's end the provider writes down what the caller says, and nothing else of the call. */
export function startTranscription(
  twiml: VoiceResponse,
  { language, turns }: Pick<CallState, "language" | "turns">,
  given: { code: string; publicUrl: string },
): void {
  twiml.start().transcription({
    name: nameOf(turns),
    track: "inbound_track",
    languageCode: given.code,
    partialResults: false,
    // A word that is starred out helps nobody to understand what was said.
    profanityFilter: false,
    enableAutomaticPunctuation: true,
    statusCallbackUrl: `${given.publicUrl}/twilio/voice/transcription?language=${language}${retrying}`,
    statusCallbackMethod: "POST",
  });
}

export function stopTranscription(twiml: VoiceResponse, turns: number): void {
  twiml.stop().transcription({ name: nameOf(turns) });
}
