/**
 * What the verbs need of the world, as types only. Adapters implement these; the app files wire them; tests may
 * bring their own. A role is handed only the ports it may use: only `staff` has an `Opener`.
 */

import type { Locale } from "../domain/locales/locales.ts";
import type { MisuseSign } from "../domain/misuse/signs.ts";
import type { Meeting } from "../domain/related/classify-pair.ts";
import type { Sketch } from "../domain/related/likeness.ts";
import type { VerdictSummary } from "../domain/triage/summary.ts";
import type { Channel, IdentifierType } from "../domain/triage/verdict.ts";

export type Clock = () => Date;
/** `count` unguessable bytes. */
export type RandomBytes = (count: number) => Uint8Array;

export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Seals to the desk and the off-line recovery recipient, and to `extra` age recipients when given. */
export interface Sealer {
  seal(plain: Uint8Array, extra?: readonly string[]): Promise<Uint8Array>;
}

/** Opens what was sealed to the desk. Only the staff role has one. Throws `SealBroken` on tampered bytes. */
export interface Opener {
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

/** Keyed derivations of the public role. None can be computed from a stolen database. */
export interface IntakeKeys {
  receiptFor(idempotencyKey: string): string;
  hashIdempotency(idempotencyKey: string): Uint8Array;
  /** Tells a retry from other words under the same key. */
  hashWords(words: string): Uint8Array;
  hashReceipt(receipt: string): Uint8Array;
  /** What the desk finds the tip by. */
  lookupReceipt(receipt: string): Uint8Array;
  /** What a partner body is given in place of a receipt, such as `PR-7K3MQ-2XD9T`; nothing opens with it. */
  referenceFor(idempotencyKey: string): string;
  /** The age identity of a reporter's thread: derived from receipt and server key, never stored. */
  threadFor(receipt: string): Thread;
  /** Keyed hash of a phone number for one Tokyo day (`YYYY-MM-DD`), so that it cannot be followed across days. */
  hashSender(number: string, day: string): Uint8Array;
}

export interface Thread {
  /** `age1…`, kept with the tip so that the desk can seal an answer to the reporter. */
  readonly recipient: string;
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

/** Keyed hashes for search over sealed words (design, section 3). */
export interface BlindIndex {
  /** Distinct signed 32-bit hashes of the text's character bigrams. */
  terms(text: string): number[];
  /** The hashes that a search for `query` must find all of; empty when the query is too short to search for. */
  queryTerms(query: string): number[];
  identifier(type: IdentifierType | "vessel_name", value: string): Uint8Array;
  /** Hash of another spelling of a ship's name, or of its sound; it meets only hashes of the same kind. */
  nameKey(how: "same" | "sounds_like" | "nearly", key: string): Uint8Array;
  /** The keyed sketch of a text, by which near-identical ones are told. */
  sketch(text: string): Sketch;
}

export interface IdentifierHash {
  type: IdentifierType | "vessel_name";
  hash: Uint8Array;
  valid: boolean;
}

/** What an identifier may have been meant to be: a code one slip away, a ship's name in another spelling. */
export interface IdentifierGuess {
  type: IdentifierType | "vessel_name";
  how: Exclude<Meeting, "same">;
  hash: Uint8Array;
}

/** A sealed file already durable in the evidence store. */
export interface EvidenceRef {
  id: string;
  kind: "view" | "original" | "file" | "recording";
  /** Media type of the sealed content as sniffed from its bytes. */
  mediaType: string;
  /** Sealed size in bytes. */
  bytes: number;
  /** SHA-256 of the plain content, hex: lets an officer prove what was received. */
  sha256: string;
}

/** Sealed files by id. `put` returns only when the file is durable (written, fsynced, renamed, folder fsynced). */
export interface EvidenceStore {
  put(id: string, sealed: Uint8Array): Promise<void>;
  get(id: string): Promise<Uint8Array>;
  has(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}

interface EntryBase {
  /** UUIDv7; applying the same entry twice changes nothing. */
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
}

/** Words that someone sent, already sealed. */
interface SealedWords {
  sealed: Uint8Array;
  summary: VerdictSummary;
  terms: number[];
  identifiers: IdentifierHash[];
  /** Not in journals of programs before this one. */
  guesses?: IdentifierGuess[];
  sketch?: Sketch;
  evidence: EvidenceRef[];
}

export interface TipEntry extends EntryBase, SealedWords {
  kind: "tip";
  channel: Channel;
  locale: Locale;
  idemHash: Uint8Array;
  wordsHash: Uint8Array;
  receiptHash: Uint8Array;
  /** Not where nobody holds a receipt, nor in journals of programs before this one. */
  receiptLookup?: Uint8Array;
  threadRecipient: string;
  sealedContact: Uint8Array | null;
  /**
   * A text message joins a tip whose sender hash is among `lookFor` and not expired, else starts one.
   * `remember` are the hashes to keep for the next message, until `expiresAt`.
   */
  sender: { lookFor: Uint8Array[]; remember: Uint8Array[]; expiresAt: string } | null;
  /** The partner body that relayed it, and what it was told to call it. */
  partner?: { id: string; reference: string };
  /** Signs of misuse that its call or message bore as it came. */
  misuse?: MisuseSign[];
}

/** Words added to an existing tip by its receipt. Under an unknown receipt they become a tip of their own. */
export interface AdditionEntry extends EntryBase, SealedWords {
  kind: "addition";
  channel: Channel;
  locale: Locale;
  receiptHash: Uint8Array;
  receiptLookup?: Uint8Array;
  threadRecipient: string;
  /** Makes retries of the same addition one. */
  idemHash: Uint8Array;
  wordsHash: Uint8Array;
}

/** A recording that exists at the telephone provider and must be fetched for the tip of `tipIdemHash`. */
export interface RecordingEntry extends EntryBase {
  kind: "recording";
  tipIdemHash: Uint8Array;
  recordingSid: string;
  callSid: string;
  /** Whole seconds as the provider reports them, or null. */
  seconds: number | null;
  /** Which question of the call it answers. */
  part?: string;
  /** The provider's copy stays until then, so that the caller can listen to it. */
  heldUntil?: string;
  /** It was found at the provider; no callback told of it. */
  found?: boolean;
  /** Signs of misuse that the call bears by now. */
  misuse?: MisuseSign[];
}

/** A caller takes back all that the call has recorded so far. */
export interface ErasureEntry extends EntryBase {
  kind: "erasure";
  tipIdemHash: Uint8Array;
  /** What other calls added to the same tip stays. */
  callSid?: string;
}

/** A number keyed in during a call, or what a machine heard of it, as words added to the call's tip. */
export interface KeyedEntry extends EntryBase {
  kind: "keyed";
  callHash: Uint8Array;
  /** Spoken since then; dropped when the caller has erased a recording made since. */
  heardFrom?: string;
  addition: AdditionEntry;
}

/** A call goes on with the tip of a receipt, or with the last call of one of the numbers' hashes in `lookFor`. */
export interface CallReturnEntry extends EntryBase {
  kind: "return";
  callHash: Uint8Array;
  receiptHash: Uint8Array | null;
  lookFor: Uint8Array[];
}

/** A call is over. `caller`: the expiring hash by which the next call of the number may go on with it. */
export interface CallEndEntry extends EntryBase {
  kind: "call_end";
  callHash: Uint8Array;
  callSid: string;
  caller: { remember: Uint8Array; expiresAt: string } | null;
  /** Signs of misuse that the call bore at its end. */
  misuse?: MisuseSign[];
}

/** A way to reach the reporter, left in the course of a call; the last one counts. */
export interface ContactEntry extends EntryBase {
  kind: "contact";
  tipIdemHash: Uint8Array;
  sealedContact: Uint8Array;
}

/** Pictures that came with a text message and must be fetched for the tip that its words began or joined. */
export interface MediaEntry extends EntryBase {
  kind: "media";
  messageHash: Uint8Array;
  messageSid: string;
  media: { id: string; sid: string }[];
}

export type JournalEntry =
  | TipEntry
  | AdditionEntry
  | RecordingEntry
  | ErasureEntry
  | ContactEntry
  | KeyedEntry
  | CallReturnEntry
  | CallEndEntry
  | MediaEntry;

/** The waiting room: `append` resolves when the entry is on disk (fdatasync), and rejects when it is not. */
export interface Journal {
  append(entry: JournalEntry): Promise<void>;
  /** A tip not yet in the database, by its idempotency hash; acknowledge it only after `durable`. */
  pendingTip(idemHash: Uint8Array): { tip: KnownTip; durable: Promise<void> } | undefined;
}

export interface KnownTip {
  id: string;
  acceptedAt: Date;
  wordsHash: Uint8Array;
}

export interface ThreadMessage {
  id: string;
  from: "desk" | "reporter";
  at: Date;
  /** Sealed to desk, recovery and the reporter's thread. */
  sealed: Uint8Array;
}

/** What the public may be told. It never says how a matter ended. */
export type PublicStatus = "received" | "reading" | "question" | "finished";

export interface FollowUp {
  tipId: string;
  status: PublicStatus;
  threadRecipient: string;
  messages: ThreadMessage[];
}

/** The public role's reads: it may not read sealed words back. Throws `DatabaseAway` when the database cannot answer. */
export interface IntakeStore {
  findTip(idemHash: Uint8Array): Promise<KnownTip | undefined>;
  findFollowUp(receiptHash: Uint8Array): Promise<FollowUp | undefined>;
  /** The recordings that a call left and did not erase, in order, by the provider's ids. */
  findRecordings(callSid: string): Promise<string[]>;
  /** Which of these recordings we know, erased ones too. */
  knownRecordings(recordingSids: readonly string[]): Promise<string[]>;
  /** Of which of these text messages we have the words, and of which the files. */
  knownMessages(
    messages: readonly { messageSid: string; hash: Uint8Array }[],
  ): Promise<{ words: string[]; files: string[] }>;
  /** Whether a text message under one of these hashes would join an earlier one. */
  knowsSender(hashes: readonly Uint8Array[], now: Date): Promise<boolean>;
}

/** Applies journal entries in one transaction: {tip, verdict, search hashes, event, jobs}, each entry once. */
export interface JournalApplier {
  apply(entries: readonly JournalEntry[]): Promise<void>;
}
