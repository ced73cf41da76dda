import { join } from "node:path";
import { composeWords, TipRequest } from "../../functions/domain/intake/report.ts";
import { encodeSealed } from "../../functions/domain/intake/sealed-words.ts";
import { triageTip } from "../../functions/domain/triage/triage.ts";
import { openJournal } from "../../functions/journal/journal.ts";
import { assessWords } from "../../functions/service/tips/assess-words.ts";
import { createJournalApplier } from "../../functions/store/apply-journal.ts";
import { makeEntries, type OwnIntake } from "./entries.ts";
import { type LoadResult, load, percentiles } from "./load.ts";
import type { Program } from "./program.ts";
import { tipRequest } from "./tips-load.ts";

export interface Cost {
  /** Milliseconds. */
  p50: number;
  p99: number;
}

export interface Bounds {
  triage: Cost;
  /** Triage and the keyed search hashes. */
  assess: Cost;
  seal: Cost;
  journal: Cost;
  insert: Cost;
  /** A batch of 200 as the journal drains, divided by 200. */
  insertInBatch: Cost;
  /** The bare door: `GET /healthz` at 32 connections. */
  door: Pick<LoadResult, "perSecond" | "p50" | "p99">;
}

/** Each step of taking a tip on its own, one after another, in this process, on the program's own disk and database. */
export async function boundsOf(program: Program, own: OwnIntake, times: number): Promise<Bounds> {
  const { ctx, connection } = own.intake;
  const receivedAt = new Date();
  const reports = Array.from({ length: times }, (_, n) => {
    const { idempotencyKey: _key, ...report } = TipRequest.parse(JSON.parse(tipRequest(n).body));
    return report;
  });
  const facts = { channel: "web" as const, received_at: receivedAt.toISOString() };
  const triage = await cost(reports, (report) => triageTip({ ...facts, text: composeWords(report).text }));
  const assess = await cost(reports, (report) =>
    assessWords(report, { channel: "web", receivedAt }, ctx.index),
  );
  const plains = reports.map((report) => {
    const { verdict } = assessWords(report, { channel: "web", receivedAt }, ctx.index);
    return encodeSealed({ version: 1, report, verdict });
  });
  const seal = await cost(plains, (plain) => ctx.sealer.seal(plain));

  const entries = await makeEntries(own.intake, times);
  const journal = await openJournal({
    folder: join(program.dataDir, "bench-journal-alone"),
    applier: { apply: async () => undefined },
    clock: ctx.clock,
    log: ctx.log,
  });
  const append = await cost(entries, (entry) => journal.append(entry));
  await journal.close(5_000);

  const applier = createJournalApplier(connection.db, own.enqueuer.enqueue);
  const insert = await cost(entries, (entry) => applier.apply([entry]));
  const batchOf = 200;
  const batches = await Promise.all(Array.from({ length: 5 }, () => makeEntries(own.intake, batchOf)));
  const batch = await cost(batches, (each) => applier.apply(each));
  const door = await load(program.url, {
    connections: 32,
    seconds: Math.max(1, times / 200),
    expect: [200],
    method: "GET",
    make: () => ({ path: "/healthz", headers: {}, body: "" }),
  });
  return {
    triage,
    assess,
    seal,
    journal: append,
    insert,
    insertInBatch: { p50: batch.p50 / batchOf, p99: batch.p99 / batchOf },
    door: { perSecond: door.perSecond, p50: door.p50, p99: door.p99 },
  };
}

/** Times `act` on each of `inputs`, one after another; the first tenth warms up and is not counted. */
export async function cost<Input>(inputs: readonly Input[], act: (input: Input) => unknown): Promise<Cost> {
  const taken: number[] = [];
  for (const input of inputs) {
    const startedAt = performance.now();
    await act(input);
    taken.push(performance.now() - startedAt);
  }
  return percentiles(taken.slice(Math.floor(inputs.length / 10)));
}
