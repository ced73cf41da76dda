import { Channel } from "../domain/triage/verdict.ts";
import type { OpenJournal } from "../journal/journal.ts";
import type { Clock, JournalEntry } from "../service/ports.ts";
import { measureSigns } from "./measure-calls.ts";
import type { Registry } from "./registry.ts";

const bounds = [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120, 600, 3_600];

export interface JournalMeasure {
  /** To be called for each entry that has reached the database. */
  settled(entry: JournalEntry): void;
  /** The same journal, each entry counted once it is on disk. */
  around(journal: OpenJournal): OpenJournal;
}

/** What was accepted, what waits for the database and how long it took to get there. */
export function measureJournal(registry: Registry, clock: Clock): JournalMeasure {
  const tips = registry.counter("shirokuro_tips_accepted", "Tips on disk and acknowledged, by channel.");
  // A channel that has had none yet is shown as such, and its first one is seen to be one.
  for (const channel of Channel.options) tips.add({ channel }, 0);
  const countSigns = measureSigns(registry);
  const entries = registry.counter("shirokuro_journal_entries", "Entries written to the journal, by kind.");
  const lag = registry.histogram(
    "shirokuro_journal_lag_seconds",
    "From the acknowledgement of an entry to its being in the database.",
    bounds,
  );
  return {
    settled: ({ at }) => lag.observe({}, Math.max(0, clock().getTime() - Date.parse(at)) / 1000),
    around(journal) {
      const gauge = (name: string, help: string, value: (status: Status) => number) =>
        registry.gauge(name, help, () => [{ value: value(journal.status()) }]);
      gauge("shirokuro_journal_waiting", "Entries that wait for the database.", ({ waiting }) => waiting);
      gauge("shirokuro_journal_stuck", "Entries that the database refuses.", ({ stuck }) => stuck);
      gauge("shirokuro_database_away", "1 while the journal waits for the database.", ({ away }) =>
        Number(away),
      );
      gauge(
        "shirokuro_journal_oldest_seconds",
        "Age of the oldest entry that waits; 0 when none does.",
        (status) =>
          status.oldest === null ? 0 : Math.max(0, clock().getTime() - Date.parse(status.oldest)) / 1000,
      );
      return {
        ...journal,
        async append(entry) {
          await journal.append(entry);
          entries.add({ kind: entry.kind });
          if (entry.kind === "tip") tips.add({ channel: entry.channel });
          // A call bears its signs on every entry; its end is told once.
          const told = entry.kind === "call_end" || (entry.kind === "tip" && entry.channel === "sms");
          if (told) countSigns(entry.misuse ?? []);
        },
      };
    },
  };
}

type Status = ReturnType<OpenJournal["status"]>;
