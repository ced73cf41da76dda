/** What a speech-to-text server gives, and how it reads on the desk. */
import { z } from "zod";

/** The `verbose_json` answer of OpenAI's `/v1/audio/transcriptions`, as its own and self-hosted servers give it. */
export const VerboseTranscript = z.object({
  language: z.string().max(40).optional(),
  duration: z.number().optional(),
  text: z.string().max(200_000),
  segments: z
    .array(
      z.object({
        start: z.number(),
        end: z.number(),
        text: z.string(),
        avg_logprob: z.number().nullish(),
        no_speech_prob: z.number().nullish(),
      }),
    )
    .max(20_000)
    .nullish(),
  words: z
    .array(
      z.object({
        word: z.string(),
        start: z.number(),
        end: z.number(),
        /** Some servers give it, OpenAI's own does not. */
        probability: z.number().nullish(),
      }),
    )
    .max(100_000)
    .nullish(),
});
export type VerboseTranscript = z.infer<typeof VerboseTranscript>;

export interface Transcript {
  version: 1;
  madeBy: "machine";
  language: string | null;
  /** Seconds from the recording's beginning. `sure` is false where the machine itself doubts. */
  segments: { start: number; end: number; text: string; sure: boolean }[];
  words: { start: number; end: number; text: string; sure: boolean }[];
}

/** Below these the machine is more often wrong than right. */
const leastLogProbability = -1;
const leastProbability = 0.5;
/** Above this it most likely wrote words into silence. */
const mostSilence = 0.8;

export function toTranscript(given: VerboseTranscript): Transcript {
  const segments = given.segments ?? [];
  return {
    version: 1,
    madeBy: "machine",
    language: given.language ?? null,
    segments: (segments.length > 0
      ? segments
      : [{ start: 0, end: given.duration ?? 0, text: given.text, avg_logprob: null, no_speech_prob: null }]
    )
      .map((each) => ({
        start: each.start,
        end: each.end,
        text: each.text.trim(),
        sure: (each.avg_logprob ?? 0) >= leastLogProbability && (each.no_speech_prob ?? 0) <= mostSilence,
      }))
      .filter(({ text }) => text !== ""),
    words: (given.words ?? []).map((each) => ({
      start: each.start,
      end: each.end,
      text: each.word.trim(),
      sure: (each.probability ?? 1) >= leastProbability,
    })),
  };
}

/** As one text, a line a segment; `(?)` follows what the machine doubts, by the word where it tells that. */
export function transcriptText(transcript: Transcript): string {
  return transcript.segments
    .map((segment) => {
      const doubted = transcript.words.filter(
        ({ start, end, sure }) => !sure && start >= segment.start && end <= segment.end,
      );
      let { text } = segment;
      for (const { text: word } of doubted) text = text.replace(word, `${word}(?)`);
      return segment.sure || doubted.length > 0 ? text : `${text} (?)`;
    })
    .join("\n");
}
