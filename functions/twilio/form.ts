/** Twilio's form posts, parsed from the raw body. Unknown fields are welcome: Twilio adds some without notice. */
import { z } from "zod";

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`));

export const CallForm = z.object({
  CallSid: sid("CA"),
  /** A number, or words and odd numbers for an anonymous caller. */
  From: z.string().max(100).default(""),
  CallStatus: z.string().max(40).default(""),
  Digits: z.string().max(50).default(""),
  /** Present on the action of a `<Dial>`: how the call to the officer ended, and whether the two were put through. */
  DialCallStatus: z.string().max(40).default(""),
  DialBridged: z.string().max(10).default(""),
  /** Present on what is asked for the call to an officer: the caller's call. */
  ParentCallSid: z.string().max(40).default(""),
  /** Present on the action of a `<Record>`. */
  RecordingSid: sid("RE").optional(),
  RecordingDuration: z.coerce.number().int().nonnegative().optional().catch(undefined),
});
export type CallForm = z.infer<typeof CallForm>;

/** The status callback of a call. */
export const EndedForm = CallForm.pick({ CallSid: true, From: true, CallStatus: true });

export const RecordingForm = z.object({
  CallSid: sid("CA"),
  RecordingSid: sid("RE"),
  RecordingStatus: z.enum(["in-progress", "completed", "absent", "failed"]).or(z.string().max(40)),
  RecordingDuration: z.coerce.number().int().nonnegative().optional().catch(undefined),
});
export type RecordingForm = z.infer<typeof RecordingForm>;

/** Of real-time transcription (Twilio, "TwiML Voice: Transcription", status callback). */
export const TranscriptionForm = z.object({
  CallSid: sid("CA"),
  TranscriptionSid: sid("GT"),
  TranscriptionEvent: z.string().max(60),
  SequenceId: z.coerce.number().int().nonnegative().optional().catch(undefined),
  Timestamp: z.coerce.date().optional().catch(undefined),
  Final: z.string().max(10).default(""),
  Track: z.string().max(40).default(""),
  /** JSON: what was heard, and how sure the machine is. */
  TranscriptionData: z.string().max(60_000).default(""),
});
export type TranscriptionForm = z.infer<typeof TranscriptionForm>;

const Heard = z.object({
  transcript: z.string().max(20_000),
  confidence: z.number().min(0).max(1).nullish().catch(null),
});

/** What a result says; undefined when it is no complete one of the caller's. An unset confidence comes as nought. */
export function heardIn(form: TranscriptionForm): { text: string; confidence: number | null } | undefined {
  if (form.TranscriptionEvent !== "transcription-content" || form.Final !== "true") return undefined;
  if (form.Track !== "" && form.Track !== "inbound_track") return undefined;
  try {
    const { transcript, confidence } = Heard.parse(JSON.parse(form.TranscriptionData));
    return { text: transcript, confidence: confidence || null };
  } catch {
    return undefined;
  }
}

export const MessageForm = z.object({
  MessageSid: sid("(SM|MM)"),
  From: z.string().max(100).default(""),
  Body: z.string().max(20_000).default(""),
  /** What the provider took the message for, when it was one of its own words for stopping or help. */
  OptOutType: z.string().max(20).default(""),
  NumMedia: z.coerce.number().int().min(0).max(50).catch(0).default(0),
});
export type MessageForm = z.infer<typeof MessageForm>;

/** The ids of a message's pictures. The posted addresses are looked at for them and never asked. */
export function mediaSids(fields: Readonly<Record<string, string | string[]>>, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(fields[`MediaUrl${index}`] ?? "")).flatMap(
    (url) => /\/Media\/(ME[0-9a-fA-F]{32})$/.exec(url)?.[1] ?? [],
  );
}

/** All fields of a urlencoded body; a repeated field becomes a list, as Twilio's signature wants it. */
export function parseForm(rawBody: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(rawBody)) {
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (before === undefined) fields[name] = value;
    else fields[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}
