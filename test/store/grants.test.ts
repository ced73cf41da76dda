import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { testIntake } from "../support/intake.ts";

let database: TestDatabase;
let tipId: string;
const clients: Record<string, pg.Client> = {};

beforeAll(async () => {
  database = await freshDatabase();
  const intake = await testIntake(database);
  const report = { locale: "ja" as const, text: "港に不審な船", goods: [], contact: "someone@mail.example" };
  tipId = (await submitTip(intake.ctx, { channel: "web", idempotencyKey: randomUUID(), report })).id;
  await intake.drained();
  await intake.remove();
  for (const [role, connectionString] of Object.entries({ ...database.urls, owner: database.url })) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    clients[role] = client;
  }
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await database?.drop();
});

const run = (role: string, sql: string) => clients[role]?.query(sql);
const denied = /permission denied/;

describe("what the database lets each role do", () => {
  it.each(["sealed", "sealed_contact"])(
    "keeps the %s column from the public role and the worker, which wrote or serve it",
    async (column) => {
      for (const role of ["public", "worker"]) {
        await expect(run(role, `select ${column} from tips`)).rejects.toThrow(denied);
        await expect(run(role, "select * from tips")).rejects.toThrow(denied);
      }
      expect((await run("staff", `select ${column} from tips`))?.rowCount).toBe(1);
    },
  );

  it("keeps from the worker what a receipt's tip is found by", async () => {
    for (const column of ["receipt_lookup", "receipt_hash"])
      await expect(run("worker", `select ${column} from tips`)).rejects.toThrow(denied);
    expect((await run("staff", "select receipt_lookup from tips"))?.rowCount).toBe(1);
  });

  it.each(["public", "staff", "worker"])(
    "lets the %s role delete no tip, no message, no evidence and no event",
    async (role) => {
      for (const table of ["tips", "messages", "evidence", "events", "cases"]) {
        await expect(run(role, `delete from ${table}`)).rejects.toThrow(denied);
        await expect(run(role, `truncate ${table} cascade`)).rejects.toThrow();
      }
    },
  );

  it("lets the public role read no event, no case and no term", async () => {
    for (const sql of [
      "select * from events",
      "select * from cases",
      "select terms from search_terms",
      "select hash from event_head",
    ]) {
      await expect(run("public", sql)).rejects.toThrow(denied);
    }
  });

  it("lets nobody change or remove an event, not even the owner", async () => {
    await expect(run("owner", "update events set action = 'nothing'")).rejects.toThrow(/append-only/);
    await expect(run("owner", "delete from events")).rejects.toThrow(/append-only/);
    await expect(run("owner", "truncate events")).rejects.toThrow(/append-only/);
    for (const role of ["public", "staff", "worker"]) {
      await expect(run(role, "update events set action = 'nothing'")).rejects.toThrow(denied);
      await expect(run(role, "update event_head set seq = 0")).rejects.toThrow(denied);
    }
  });
});

describe("the event chain", () => {
  it("links each event to the one before it, whoever writes at the same time", async () => {
    const insert = (role: string, n: number) =>
      run(
        role,
        `insert into events (at, actor_kind, action, tip_id, details) values (now(), '${role}', 'test.n${n}', '${tipId}', '{"n": ${n}}')`,
      );
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => insert(["public", "staff", "worker"][n % 3] ?? "public", n)),
    );
    const { rows } = (await run(
      "owner",
      "select seq, prev_hash, hash, event_digest(events) as digest from events order by seq",
    )) ?? { rows: [] };
    expect(rows.length).toBeGreaterThan(30);
    rows.forEach((row, at) => {
      expect(Number(row.seq)).toBe(at + 1);
      expect(row.hash.equals(row.digest)).toBe(true);
      if (at > 0) expect(row.prev_hash.equals(rows[at - 1].hash)).toBe(true);
    });
  });

  it("shows a change made behind its back", async () => {
    await run("owner", "alter table events disable trigger events_keep");
    await run("owner", `update events set details = '{"n": 999}' where seq = 3`);
    await run("owner", "alter table events enable trigger events_keep");
    const broken = await run("owner", "select seq from events e where e.hash <> event_digest(e)");
    expect(broken?.rows.map((row) => Number(row.seq))).toEqual([3]);
  });
});
