import { randomUUID } from "node:crypto";
import { importArrivals } from "../../../functions/service/arrivals/import-arrivals.ts";
import type { ImportContext } from "../../../functions/service/arrivals/ports.ts";
import { windClock } from "../../../functions/service/arrivals/wind-clock.ts";
import { submitTip } from "../../../functions/service/tips/submit-tip.ts";
import { type TraceContext, traceWaiting } from "../../../functions/service/tips/trace-waiting.ts";
import { createArrivalClockStore } from "../../../functions/store/arrivals-clock.ts";
import { createArrivalImporter } from "../../../functions/store/arrivals-import.ts";
import { type Connection, connect } from "../../../functions/store/connect.ts";
import type { EnqueueJobs, JobRequest } from "../../../functions/store/enqueue.ts";
import { createRelationStore } from "../../../functions/store/related.ts";
import { freshDatabase } from "../../support/database.ts";
import { testIntake } from "../../support/intake.ts";

export interface World {
  /** The moment for every part of it; set it to go on. */
  now: Date;
  jobs: JobRequest[];
  worker: Connection;
  staff: Connection;
  owner: Connection;
  desk: ImportContext;
  ctx: TraceContext;
  tell(text: string): Promise<string>;
  importText(text: string, check?: boolean): ReturnType<typeof importArrivals>;
  /** The worker's two rounds, once each. */
  work(): Promise<void>;
  tip(id: string): Promise<TipState>;
  codesOf(id: string): Promise<string[]>;
  actionsOf(id: string): Promise<string[]>;
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  begin(): Promise<void>;
  stop(): Promise<void>;
}

interface TipState {
  band: string;
  machine_band: string;
  score: number;
  due_at: Date | null;
  reasons: { code: string; points: number }[];
  version: number;
}

/** The intake, the worker and the desk on one database, each with its own login and one clock. */
export async function arrivalsWorld(): Promise<World> {
  const database = await freshDatabase();
  const intake = await testIntake(database, { clock: () => world.now });
  const worker = connect(database.urls.worker);
  const staff = connect(database.urls.staff);
  const owner = connect(database.url);
  const clock = () => world.now;
  const { log, index } = intake.ctx;
  const enqueue: EnqueueJobs = async (_trx, asked) => void world.jobs.push(...asked);
  const desk = { clock, log, index, arrivals: createArrivalImporter(staff.db) };
  const ctx = {
    clock,
    log,
    relations: createRelationStore(worker.db, enqueue),
    arrivals: createArrivalClockStore(worker.db, enqueue),
  };
  const rows: World["rows"] = async (sql, values = []) => (await owner.pool.query(sql, values)).rows;
  const world: World = {
    now: new Date(),
    jobs: [],
    worker,
    staff,
    owner,
    desk,
    ctx,
    rows,
    async tell(text) {
      const { id } = await submitTip(intake.ctx, {
        channel: "web",
        idempotencyKey: randomUUID(),
        report: { locale: "ja", text, goods: [] },
      });
      await intake.drained();
      return id;
    },
    importText: (text, check = false) => importArrivals(desk, "command", { bytes: Buffer.from(text), check }),
    async work() {
      await windClock(ctx);
      await traceWaiting(ctx);
    },
    async tip(id) {
      const { rows: found } = await owner.pool.query<TipState>(
        "select band, machine_band, score, due_at, reasons, version from tips where id = $1",
        [id],
      );
      if (!found[0]) throw new Error("no such tip");
      return found[0];
    },
    codesOf: async (id) => (await world.tip(id)).reasons.map(({ code }) => code),
    async actionsOf(id) {
      const found = await rows(
        "select action from events where tip_id = $1 and actor_kind = 'worker' order by seq",
        [id],
      );
      return found.map(({ action }) => String(action));
    },
    async begin() {
      world.now = new Date("2026-11-20T12:00+09:00");
      world.jobs.length = 0;
      await owner.pool.query("truncate tips, arrivals cascade");
    },
    async stop() {
      for (const connection of [worker, staff, owner]) await connection.close();
      await intake.remove();
      await database.drop();
    },
  };
  return world;
}

/** A tip about one container, and the file that announces it. */
export const box = "コンテナ QVLU3054386 の二重底に覚醒剤が隠してあります。仲間がそう話していました。";
export const boxDue = (eta: string, more = "") =>
  `container,port,eta${more && ",status"}\nQVLU3054386,JPYOK,${eta}${more}\n`;
