import type { TextDefaults } from "../domain/texts/desk-text.ts";
import type { Officer } from "./actor.ts";
import type { ArrivalImporter, ArrivalReader } from "./arrivals/ports.ts";
import type { CaseStore } from "./case-work/ports.ts";
import type { DeskStore, ReceiptLookup } from "./cases/ports.ts";
import type { CorrectionReader } from "./corrections/ports.ts";
import type { LogReader } from "./events/ports.ts";
import type { HandoverStore } from "./handover/ports.ts";
import type { BlindIndex, Clock, EvidenceStore, Log, Opener, RandomBytes, Sealer } from "./ports.ts";
import type { PresenceStore, QueueStore } from "./queue/ports.ts";
import type { RecordingDesk } from "./recordings/ports.ts";
import type { RelatedReader } from "./related/ports.ts";
import type { SpokenDesk } from "./spoken/ports.ts";
import type { TextStore } from "./texts/ports.ts";
import type { Translator } from "./translation/ports.ts";

/** What a verb of the desk is given besides who asks. It is the only context with an `opener`. */
export interface StaffContext {
  clock: Clock;
  random: RandomBytes;
  log: Log;
  sealer: Sealer;
  opener: Opener;
  index: BlindIndex;
  receipts: ReceiptLookup;
  /** Folds words as the search hashes do. */
  foldForSearch(text: string): string;
  desk: DeskStore;
  cases: CaseStore;
  eventLog: LogReader;
  handovers: HandoverStore;
  queue: QueueStore;
  /** Null where the office runs none. */
  translator: Translator | null;
  corrections: CorrectionReader;
  presence: PresenceStore;
  recordings: RecordingDesk;
  spoken: SpokenDesk;
  related: RelatedReader;
  arrivals: ArrivalReader & ArrivalImporter;
  texts: TextStore;
  textDefaults: TextDefaults;
  evidence: Pick<EvidenceStore, "get">;
}

/** The same with the officer who asks: what every verb of the desk takes. */
export interface DeskContext extends StaffContext {
  officer: Officer;
  /** When they last proved again that it is they, in this session or for this token; absent: never. */
  provenAt?: Date | null;
  /** What is done to several tips with one press bears one id in its events, so that it can be taken back together. */
  batch?: string;
}
