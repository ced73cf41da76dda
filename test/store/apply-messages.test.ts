import { randomBytes, randomInt } from "node:crypto";
import fc from "fast-check";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, SealedWords } from "../../functions/domain/intake/sealed-words.ts";
import type { JournalEntry } from "../../functions/service/ports.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { createJournalApplier } from "../../functions/store/apply-journal.ts";
import type { Database } from "../../functions/store/schema.ts";
import { type TestWorker, testWorker } from "../support/worker.ts";

let worker: TestWorker;
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker?.stop());

interface Sent {
  sid: string;
  sender: string;
  text: string;
}
const send = ({ sid, sender, text }: Sent) =>
  submitTip(worker.intake.ctx, {
    channel: "sms",
    idempotencyKey: `sms:${sid}`,
    report: { locale: "en", text, goods: [] },
    sender,
  });

/** What each sender's tip holds, in the order it came, by the words themselves. */
async function storyOf(sender: string): Promise<string[][]> {
  const { ctx } = worker.intake;
  const day = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const rows = await worker.rows<{ tip_id: string; sealed: Buffer }>(
    `with tip as (select tip_id from senders where hash = $1)
     select id as tip_id, sealed, received_at as at from tips where id in (select tip_id from tip)
     union all select tip_id, sealed, at from messages where tip_id in (select tip_id from tip)
     order by at`,
    [Buffer.from(ctx.keys.hashSender(sender, day))],
  );
  const stories = new Map<string, string[]>();
  for (const row of rows) {
    const words = decodeSealed(SealedWords, await worker.intake.opener.open(row.sealed));
    stories.set(row.tip_id, [...(stories.get(row.tip_id) ?? []), words.report.text]);
  }
  return [...stories.values()].map((texts) => texts.sort());
}

describe("text messages that come in one rush", () => {
  it("are each kept once, one tip a sender, however they are mixed and repeated", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.nat(3), what: fc.nat(4) }), { minLength: 1, maxLength: 14 }),
        async (plan) => {
          const run = randomBytes(4).toString("hex");
          const base = randomInt(1e6);
          const sent = plan.map(({ who, what }) => ({
            sid: `${run}-${who}-${what}`,
            sender: `+8180${String(base * 10 + who).padStart(8, "0")}`,
            text: `seen at the quay ${run} ${what}`,
          }));
          await Promise.all(sent.map(send));
          await worker.intake.drained();
          for (const sender of new Set(sent.map((each) => each.sender))) {
            const texts = sent.filter((each) => each.sender === sender).map(({ text }) => text);
            expect(await storyOf(sender)).toEqual([[...new Set(texts)].sort()]);
            seen += 1;
          }
        },
      ),
      { numRuns: 40, seed: 96196 },
    );
    expect(seen).toBeGreaterThan(60);
    expect(worker.intake.journal.status()).toMatchObject({ waiting: 0, stuck: 0 });
  }, 60_000);

  it("that are a hundred from a hundred numbers go in by a dozen statements, and a second time change nothing", async () => {
    const entries: JournalEntry[] = [];
    const journal = {
      append: async (entry: JournalEntry) => void entries.push(entry),
      pendingTip: () => undefined,
    };
    const base = randomInt(1e5);
    for (let at = 0; at < 100; at += 1)
      await submitTip(
        { ...worker.intake.ctx, journal },
        {
          channel: "sms",
          idempotencyKey: `sms:many-${base}-${at}`,
          report: { locale: "en", text: `a boat without lights, number ${at}`, goods: [] },
          sender: `+8170${String(base * 1_000 + at).padStart(8, "0")}`,
        },
      );
    let statements = 0;
    const pool = new pg.Pool({ connectionString: worker.database.urls.public, max: 1 });
    const db = new Kysely<Database>({
      dialect: new PostgresDialect({ pool }),
      log: () => {
        statements += 1;
      },
    });
    const applier = createJournalApplier(db, async () => undefined);
    await applier.apply(entries);
    expect(statements).toBeLessThanOrEqual(12);
    // As after a crash between the commit and the removal of the journal's file.
    await applier.apply(entries);
    const hashes = entries.flatMap((entry) => (entry.kind === "tip" ? [Buffer.from(entry.idemHash)] : []));
    const [kept] = await worker.rows<{ tips: number; later: number }>(
      `select count(*)::int as tips, (select count(*)::int from messages m join tips t on t.id = m.tip_id
       where t.idem_hash = any($1)) as later from tips where idem_hash = any($1)`,
      [hashes],
    );
    expect(kept).toEqual({ tips: 100, later: 0 });
    await db.destroy();
  });
});
