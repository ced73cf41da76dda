import { randomInt } from "node:crypto";
import fc from "fast-check";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IntakeContext } from "../../functions/service/context.ts";
import type { JournalEntry } from "../../functions/service/ports.ts";
import { attachRecording } from "../../functions/service/tips/attach-recording.ts";
import { comeBack } from "../../functions/service/tips/come-back.ts";
import { endCall } from "../../functions/service/tips/end-call.ts";
import { eraseCall } from "../../functions/service/tips/erase-call.ts";
import { leaveContact } from "../../functions/service/tips/leave-contact.ts";
import { noteKeyed } from "../../functions/service/tips/note-keyed.ts";
import { openCallTip } from "../../functions/service/tips/open-call-tip.ts";
import { createJournalApplier } from "../../functions/store/apply-journal.ts";
import type { JobRequest } from "../../functions/store/enqueue.ts";
import type { Database } from "../../functions/store/schema.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type TestIntake, testIntake } from "../support/intake.ts";
import { sid } from "../support/worker.ts";

/** A database to which entries are applied by the public role's own login. */
interface Place {
  database: TestDatabase;
  owner: pg.Pool;
  db: Kysely<Database>;
  jobs: JobRequest[];
  statements: number;
  apply(entries: readonly JournalEntry[]): Promise<void>;
}

async function place(): Promise<Place> {
  const database = await freshDatabase();
  const made: Place = {
    database,
    owner: new pg.Pool({ connectionString: database.url, max: 1 }),
    db: new Kysely<Database>({
      dialect: new PostgresDialect({
        pool: new pg.Pool({ connectionString: database.urls.public, max: 1 }),
      }),
      log: () => {
        made.statements += 1;
      },
    }),
    jobs: [],
    statements: 0,
    apply: (entries) =>
      createJournalApplier(made.db, async (_trx, jobs) => void made.jobs.push(...jobs)).apply(entries),
  };
  return made;
}

let intake: TestIntake;
let together: Place;
let apart: Place;
beforeAll(async () => {
  together = await place();
  apart = await place();
  // It makes the entries; nothing of its own is drained.
  intake = await testIntake(together.database);
});
afterAll(async () => {
  await intake?.remove();
  for (const each of [together, apart]) {
    await each?.db.destroy();
    await each?.owner.end();
    await each?.database.drop();
  }
});

/** The real verbs, whose entries are caught before the journal. */
function catching(entries: JournalEntry[], at: () => Date): IntakeContext {
  const journal = {
    append: async (entry: JournalEntry) => void entries.push(entry),
    pendingTip: () => undefined,
  };
  return { ...intake.ctx, clock: at, journal };
}

const deeds = [
  "record",
  "record",
  "record",
  "end",
  "end",
  "erase",
  "key",
  "contact",
  "back",
  "flood",
] as const;
type Deed = (typeof deeds)[number];

const plan = fc.record({
  // Which call does what, in the order it came.
  deeds: fc.array(fc.record({ call: fc.nat(4), deed: fc.constantFrom(...deeds) }), {
    minLength: 4,
    maxLength: 28,
  }),
  /** Entries that come again, by their place. */
  again: fc.array(fc.nat(60), { maxLength: 4 }),
  /** Where one transaction ends and the next begins. */
  cuts: fc.array(fc.nat(60), { maxLength: 3 }),
});

async function entriesOf(given: { call: number; deed: Deed }[]): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  const begun = Date.now();
  let n = 0;
  const ctx = catching(entries, () => new Date(begun + n));
  const calls = new Map<number, string>();
  const numbers = randomInt(1e6);
  for (const { call, deed } of given) {
    n += 1;
    const known = calls.get(call);
    const callSid = known ?? sid("CA");
    // Two calls of one number, so that the last of them counts.
    const caller = `+8190${String(numbers * 10 + (call >> 1)).padStart(8, "0")}`;
    if (!known) {
      calls.set(call, callSid);
      if (deed === "back") await comeBack(ctx, { callSid, caller });
      await openCallTip(ctx, { callSid, locale: "ja" });
    }
    await act(ctx, { callSid, caller, deed });
  }
  return entries;
}

async function act(
  ctx: IntakeContext,
  { callSid, caller, deed }: { callSid: string; caller: string; deed: Deed },
): Promise<void> {
  const recording = { callSid, recordingSid: sid("RE"), locale: "ja" as const, seconds: 3, onLine: true };
  if (deed === "record") await attachRecording(ctx, recording);
  if (deed === "flood") await attachRecording(ctx, { ...recording, misuse: ["caller_flood"] });
  if (deed === "end") await endCall(ctx, { callSid, caller });
  if (deed === "erase") await eraseCall(ctx, { callSid });
  if (deed === "contact") await leaveContact(ctx, { callSid, contact: "0312345678" });
  if (deed === "back") await comeBack(ctx, { callSid, caller });
  if (deed === "key") await noteKeyed(ctx, { callSid, locale: "ja", text: "コンテナ番号 CSQU3054383" });
}

/** All that the database says of tips, sound, callers and events, as rows in their order. */
async function state({ owner }: Place): Promise<Record<string, unknown[]>> {
  const tables = {
    tips: "select id, received_at, band, machine_band, lane, misuse, state, version, unread_since, sealed_contact from tips order by id",
    evidence: "select * from evidence order by id",
    messages: "select id, tip_id, at from messages order by id",
    callers: "select * from callers order by hash",
    returns: "select * from call_returns order by call_hash",
    notes: "select * from call_notes order by message_id",
    traces: "select tip_id, waiting_since from tip_traces order by tip_id",
    events: "select at, actor_kind, action, tip_id, subject_id, details from events order by seq",
  };
  const found: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(tables)) found[name] = (await owner.query(sql)).rows;
  return found;
}

const asked = ({ jobs }: Place): string[] => [...new Set(jobs.map((job) => JSON.stringify(job)))].sort();

describe("what callers leave in one rush", () => {
  it("is kept exactly as if each had come alone, however it is mixed, cut and repeated", async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const first = await entriesOf(given.deeds);
        const again = given.again.flatMap((index) => first[index] ?? []);
        const entries = [...first, ...again];
        most = Math.max(most, entries.length);
        const cuts = [0, ...given.cuts.map((cut) => cut % (entries.length + 1)), entries.length];
        const ends = [...new Set(cuts)].sort((a, b) => a - b);
        for (const [index, end] of ends.entries())
          await together.apply(entries.slice(ends[index - 1] ?? 0, end));
        for (const entry of entries) await apart.apply([entry]);
        expect(await state(together)).toEqual(await state(apart));
        expect(asked(together)).toEqual(asked(apart));
      }),
      // What a failure left behind would fail every smaller plan as well.
      { numRuns: 60, seed: 461961, endOnFailure: true },
    );
    expect(most).toBeGreaterThan(30);
  }, 180_000);

  it("that is a hundred calls with their recordings and ends goes in by few statements", async () => {
    const entries: JournalEntry[] = [];
    const ctx = catching(entries, () => new Date());
    const number = randomInt(1e5);
    const sids = Array.from({ length: 50 }, () => sid("CA"));
    for (const callSid of sids) await openCallTip(ctx, { callSid, locale: "ja" });
    for (const callSid of sids)
      await attachRecording(ctx, { callSid, recordingSid: sid("RE"), locale: "ja", seconds: 3 });
    for (const [at, callSid] of sids.entries())
      await endCall(ctx, { callSid, caller: `+8170${String(number * 100 + at).padStart(8, "0")}` });
    const before = together.statements;
    await together.apply(entries);
    expect(together.statements - before).toBeLessThanOrEqual(14);
    expect(
      (await together.owner.query("select 1 from evidence where call_sid = any($1)", [sids])).rowCount,
    ).toBe(50);
  });
});
