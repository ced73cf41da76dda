import { randomBytes, randomUUID } from "node:crypto";
import { uuid7 } from "../../functions/domain/ids/uuid7.ts";
import type { TipEntry } from "../../functions/service/ports.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { createJournalApplier } from "../../functions/store/apply-journal.ts";
import type { Intake } from "../../functions/wire-intake.ts";
import { inventReport, seeded } from "./corpus.ts";
import { ask } from "./database.ts";

const batchOf = 200;
const yearMs = 365 * 24 * 60 * 60 * 1_000;

/**
 * Puts `count` tips into the database through the program's own store. `distinct` of them are invented, triaged and
 * sealed; the rest repeat their sealed words under ids, keys and times of their own, spread over the last year. No
 * mail is asked for. Resolves with a container number that some of them name.
 */
export async function fillDesk(
  dataDir: string,
  { ctx, connection }: Intake,
  { count, distinct }: { count: number; distinct: number },
  say: (line: string) => void,
): Promise<string> {
  const now = Date.now();
  const random = seeded(20_261_120);
  const patterns: TipEntry[] = [];
  const journal = {
    pendingTip: () => undefined,
    append: async (entry: Parameters<typeof ctx.journal.append>[0]) => {
      if (entry.kind === "tip") patterns.push(entry);
    },
  };
  let container = "";
  for (let n = 0; n < distinct; n += 1) {
    const report = inventReport(random);
    container ||= /\b[A-Z]{3}U\d{7}\b/.exec(report.text)?.[0] ?? "";
    await submitTip({ ...ctx, journal }, { channel: "web", idempotencyKey: randomUUID(), report });
  }
  say(`  ${distinct} reports triaged and sealed`);
  const applier = createJournalApplier(connection.db, async () => undefined);
  for (let from = 0; from < count; from += batchOf) {
    const batch = Array.from({ length: Math.min(batchOf, count - from) }, (_, index) => {
      const pattern = patterns[(from + index) % patterns.length] as TipEntry;
      const at = new Date(now - random() * yearMs);
      return {
        ...pattern,
        id: uuid7(at, randomBytes(10)),
        at: at.toISOString(),
        idemHash: randomBytes(pattern.idemHash.length),
        receiptHash: randomBytes(pattern.receiptHash.length),
      };
    });
    await applier.apply(batch);
    if (from % 20_000 === 0) say(`  ${from + batch.length} of ${count} stored`);
  }
  // As autovacuum does within a minute of so many rows: what a page counts is then read from the index alone.
  await ask(dataDir, "vacuum analyze");
  return container;
}
