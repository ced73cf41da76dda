/** What the worker's verbs need of the world, as types only. The worker seals and moves; it opens nothing. */

import type { MisuseSign } from "../domain/misuse/signs.ts";
import type { Band, Lang, Region } from "../domain/triage/verdict.ts";
import type { AdditionEntry, BlindIndex, Clock, EvidenceStore, Log, Sealer } from "./ports.ts";
import type { RecordingSource } from "./provider/ports.ts";
import type { VerboseTranscript } from "./recordings/transcript.ts";
import type { SoundWatch } from "./watch/watch-sounds.ts";

/** How a step of work ended: done, or to be tried again later. Codes are ours and may reach a log. */
export type Outcome = { kind: "done"; code: string } | { kind: "later"; code: string };

export interface KnownRecording {
  evidenceId: string;
  tipId: string;
  recordingSid: string;
  /** `erased`: the caller took it back. */
  state: "pending" | "stored" | "missing" | "erased";
  /** Sealed size in bytes, once stored. */
  bytes: number | null;
  announcedAt: Date;
  /** Whether the provider's copy is gone. */
  sourceRemoved: boolean;
  /** The caller may be listening to the provider's copy until then. */
  heldUntil: Date | null;
  /** The language the caller chose. */
  locale: string;
}

/** A recording whose sealed copy is durable. */
export interface KeptRecording {
  mediaType: string;
  /** Sealed size in bytes. */
  bytes: number;
  /** Size of the sound as it came, in bytes; null as below. */
  plainBytes: number | null;
  /** SHA-256 of the plain sound in hex; null when the copy outlived a crash and the provider's is gone. */
  sha256: string | null;
  fetchedAt: Date;
  storedAt: Date;
}

/** What is made of a recording while its sound is open. */
export type CopyKind = "peaks" | "disguised" | "transcript";

export interface RecordingCopy {
  id: string;
  kind: CopyKind;
  mediaType: string;
  /** Sealed size in bytes. */
  bytes: number;
  sha256: string;
  at: Date;
}

export type Transcribed =
  | { kind: "done"; transcript: VerboseTranscript }
  /** Codes are ours and may reach a log. */
  | { kind: "failed"; code: string };

/** The office's own speech-to-text server. Never throws. */
export interface Transcriber {
  transcribe(sound: Uint8Array, facts: { mediaType: string; lang?: Lang }): Promise<Transcribed>;
}

/** Each change writes its event in the same transaction, and the same change again does nothing. */
export interface RecordingStore {
  find(evidenceId: string): Promise<KnownRecording | undefined>;
  markStored(recording: KnownRecording, kept: KeptRecording): Promise<void>;
  copies(evidenceId: string): Promise<CopyKind[]>;
  markCopied(recording: KnownRecording, copy: RecordingCopy): Promise<void>;
  /** Forgets the copies of an erased recording. */
  dropCopies(recording: KnownRecording): Promise<void>;
  /** Notes once whether anybody speaks. `alike` are other tips with the same sound. Answers the signs of misuse it makes. */
  markHeard(
    recording: KnownRecording,
    heard: { voicedMs: number; alike: readonly string[]; at: Date },
  ): Promise<MisuseSign[]>;
  /** Joins a machine's transcript to the tip, once. */
  addWords(recording: KnownRecording, words: AdditionEntry): Promise<void>;
  markNotTranscribed(recording: KnownRecording, why: { code: string; at: Date }): Promise<void>;
  markSourceRemoved(recording: KnownRecording, at: Date): Promise<void>;
  /** Says that no copy of an erased recording is left anywhere. */
  markErased(recording: KnownRecording, at: Date): Promise<void>;
  /** Says on the tip that the recording has not come, and why, and has the desk told by mail. */
  markMissing(recording: KnownRecording, why: { code: string; at: Date }): Promise<void>;
  /** Sees to it that each unfinished recording announced between the two has its job. Answers how many there are. */
  takeUpAgain(announced: { after: Date; before: Date }): Promise<number>;
  /** Says so on calls received between the two that no recording was announced for, and has the desk told. */
  noteAbsent(received: { after: Date; before: Date }, at: Date): Promise<number>;
}

export interface KnownMedia {
  evidenceId: string;
  tipId: string;
  messageSid: string;
  mediaSid: string;
  state: "pending" | "stored" | "missing";
  announcedAt: Date;
  /** Whether the provider's copy is gone. */
  sourceRemoved: boolean;
}

interface SealedFile {
  id: string;
  mediaType: string;
  /** Sealed size in bytes. */
  bytes: number;
  sha256: string;
}

/** A picture whose sealed copies are durable: as it came, and cleaned for viewing. */
export interface KeptMedia {
  original: SealedFile & { kind: "original" | "file" };
  view: SealedFile | null;
  storedAt: Date;
}

/** Each change writes its event in the same transaction, and the same change again does nothing. */
export interface MediaStore {
  find(evidenceId: string): Promise<KnownMedia | undefined>;
  markStored(media: KnownMedia, kept: KeptMedia): Promise<void>;
  markSourceRemoved(media: KnownMedia, at: Date): Promise<void>;
  /** Says on the tip that the picture has not come, and why, and has the desk told by mail. */
  markMissing(media: KnownMedia, why: { code: string; at: Date }): Promise<void>;
}

export interface RecordingContext {
  clock: Clock;
  log: Log;
  sealer: Sealer;
  evidence: EvidenceStore;
  recordings: RecordingStore;
  /** Null when no telephone provider is configured. */
  source: RecordingSource | null;
  /** Only where the office has a speech-to-text server, with the hashes for search and the words that mark its work. */
  transcriber?: Transcriber;
  index?: BlindIndex;
  machineMark?: string;
  sounds: SoundWatch;
  /** Counts signs of misuse, where counts are asked for. */
  countSigns?: (signs: readonly MisuseSign[]) => void;
}

/** `tip`: a new A or B tip. `recording`: a call's recording has not come. */
export type NoticeKind = "tip" | "recording";

/** What a mail may say of a tip: codes, never words. */
export interface NoticeTip {
  id: string;
  band: Band;
  region: Region | null;
}

export interface Notice {
  /** The job's id, the same at each try. */
  id: string;
  tipId: string;
  kind: NoticeKind;
}

export type NoticeState = "waiting" | "sent" | "failed" | "not_configured";

export interface NoticeStore {
  tip(tipId: string): Promise<NoticeTip | undefined>;
  state(noticeId: string): Promise<NoticeState | undefined>;
  /** Whether another mail of the same kind about the tip was sent. */
  toldBefore(notice: Notice): Promise<boolean>;
  /** Keeps how far a notice came, counting tries; anything but `waiting` also writes an event on the tip. */
  record(notice: Notice, result: { state: NoticeState; code: string; at: Date }): Promise<void>;
}

export interface Mail {
  /** Makes a repeated mail the same mail. */
  key: string;
  to: readonly string[];
  subject: string;
  text: string;
}

export type MailResult =
  /** `refused` counts addresses that were turned away while others were not. */
  | { kind: "sent"; refused: number }
  /** The mail server or provider may take it another time. */
  | { kind: "later"; code: string }
  /** It will never take it. */
  | { kind: "refused"; code: string };

/** Never throws; codes hold no address. */
export interface Mailer {
  send(mail: Mail): Promise<MailResult>;
  close(): void;
}

/** Who gets mail about tips. */
export interface DeskMail {
  /** Of every tip; at least one. */
  always: string[];
  /** Of the tips of one region, besides. */
  byRegion: Partial<Record<Region, string[]>>;
}

export interface NoticeContext {
  clock: Clock;
  log: Log;
  notices: NoticeStore;
  /** Null when no mail is configured. */
  mailer: Mailer | null;
  /** The mail's addresses and words. */
  compose(kind: NoticeKind, tip: NoticeTip): Omit<Mail, "key">;
}

export interface ExpiryStore {
  /** Forgets the hashed senders and callers whose time is over. Answers how many. */
  expireSenders(now: Date): Promise<number>;
}
