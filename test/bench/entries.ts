import { join } from "node:path";
import { TipRequest } from "../../functions/domain/intake/report.ts";
import { createEnqueuer, type Enqueuer } from "../../functions/jobs/queue.ts";
import type { TipEntry } from "../../functions/service/ports.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { type Intake, wireIntake } from "../../functions/wire-intake.ts";
import { databaseUrl } from "./database.ts";
import { tipRequest } from "./tips-load.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface OwnIntake {
  intake: Intake;
  enqueuer: Enqueuer;
  close(): Promise<void>;
}

/** The public role's own wiring inside this process, on a running program's keys and database. */
export async function ownIntake(dataDir: string): Promise<OwnIntake> {
  const url = databaseUrl(dataDir, "public");
  const enqueuer = createEnqueuer(url);
  const intake = await wireIntake({
    databaseUrl: url,
    keysDir: join(dataDir, "keys/public"),
    journalFolder: join(dataDir, "bench-journal"),
    enqueue: enqueuer.enqueue,
    log: silent,
  });
  return {
    intake,
    enqueuer,
    close: async () => {
      await intake.close(10_000);
      await enqueuer.close();
    },
  };
}

/** What the intake writes for the load's first `count` tips: triaged, sealed, and not yet stored anywhere. */
export async function makeEntries({ ctx }: Intake, count: number): Promise<TipEntry[]> {
  const entries: TipEntry[] = [];
  const journal = {
    pendingTip: () => undefined,
    append: async (entry: Parameters<typeof ctx.journal.append>[0]) => {
      if (entry.kind === "tip") entries.push(entry);
    },
  };
  for (let n = 0; n < count; n += 1) {
    const { idempotencyKey, ...report } = TipRequest.parse(JSON.parse(tipRequest(n).body));
    await submitTip({ ...ctx, journal }, { channel: "web", idempotencyKey, report });
  }
  return entries;
}
