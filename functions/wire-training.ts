/** The practice desk of the staff role: another database, other keys, another folder of evidence. */
import { join } from "node:path";
import type { TrainingView } from "./domain/cases/training-page.ts";
import type { Practice } from "./staff/session.ts";
import type { TrainingDesk } from "./staff/training.ts";
import { type Connection, connect } from "./store/connect.ts";
import type { EnqueueJobs } from "./store/enqueue.ts";
import { admitOfficer, trainingSince } from "./store/training.ts";
import type { RoleContext } from "./supervise/role.ts";
import { trainingUrlFor } from "./supervise/training-url.ts";

/** A making that takes longer than this has failed; it can be asked for again. */
const patienceMs = 5 * 60_000;

export interface WiredTraining extends TrainingDesk {
  close(): Promise<void>;
}

type WireDesk = (
  context: Pick<RoleContext, "config" | "keysDir" | "log">,
  connection: Connection,
  enqueue: EnqueueJobs,
) => Promise<Practice["staff"]>;

/** Nothing is connected or read before an officer asks for it. */
export function wireTraining(context: RoleContext, wireDesk: WireDesk): WiredTraining {
  const { config, log } = context;
  const folder = join(config.dataDir, "training");
  const url = trainingUrlFor(config, context.databaseUrl);
  let connection: Connection | undefined;
  let askedAt: Date | undefined;
  let wired: { since: number; staff: Practice["staff"] } | undefined;
  const admitted = new Set<string>();

  /** When what lies there was begun, if all of it is there and none of it is older than what was asked for. */
  const ready = async (): Promise<Date | undefined> => {
    if (!url) return undefined;
    connection ??= connect(url, { max: 4 });
    const since = await trainingSince(connection.pool);
    if (!since || (askedAt && since < askedAt)) return undefined;
    askedAt = undefined;
    return since;
  };

  const state = async (): Promise<TrainingView["state"]> => {
    if (!url) return "unavailable";
    if (await ready()) return "ready";
    return askedAt && Date.now() - askedAt.getTime() < patienceMs ? "preparing" : "empty";
  };

  return {
    state,
    async open(officer) {
      const since = await ready();
      if (!since || !connection) return undefined;
      if (wired?.since !== since.getTime()) {
        const keysDir = join(folder, "keys", "staff");
        const own = { config: { ...config, dataDir: folder, evidenceS3Url: null }, keysDir, log };
        // Nobody is told by mail of what is practised.
        wired = { since: since.getTime(), staff: await wireDesk(own, connection, async () => undefined) };
        admitted.clear();
      }
      // Nobody of the real desk is known there: not even an id is the same.
      const trainee = { ...officer, id: `training-${officer.id}` };
      const key = JSON.stringify(trainee);
      if (!admitted.has(key)) await admitOfficer(connection.db, trainee);
      admitted.add(key);
      return { staff: wired.staff, officer: trainee };
    },
    prepare(fresh) {
      if (!url || (askedAt && Date.now() - askedAt.getTime() < patienceMs)) return;
      askedAt = new Date();
      context.tell({ type: "training", fresh });
    },
    close: async () => connection?.close(),
  };
}
