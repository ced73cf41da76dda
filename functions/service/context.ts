import type {
  BlindIndex,
  Clock,
  IntakeKeys,
  IntakeStore,
  Journal,
  Log,
  RandomBytes,
  Sealer,
} from "./ports.ts";

/** What a verb of the public role is given. It can seal, hash and journal; it cannot open. */
export interface IntakeContext {
  clock: Clock;
  random: RandomBytes;
  log: Log;
  sealer: Sealer;
  keys: IntakeKeys;
  index: BlindIndex;
  journal: Journal;
  store: IntakeStore;
}
