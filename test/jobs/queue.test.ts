import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createEnqueuer, type Enqueuer, installQueues } from "../../functions/jobs/queue.ts";
import { type Connection, connect } from "../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let owner: pg.Client;
let connection: Connection;
let enqueuer: Enqueuer;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  connection = connect(database.urls.public);
  enqueuer = createEnqueuer(database.urls.public);
});
afterAll(async () => {
  await enqueuer.close();
  await connection.close();
  await owner.end();
  await database.drop();
});

const tipJobs = (count: number) =>
  Array.from({ length: count }, () => ({ queue: "tip.notify", data: { tipId: randomUUID() } }));

const countJobs = async (name: string): Promise<number> =>
  Number((await owner.query("select count(*) from pgboss.job where name = $1", [name])).rows[0].count);

describe("jobs written by the public role", () => {
  it("are there when their transaction commits, with the ids they were given", async () => {
    const [job] = tipJobs(1);
    await connection.db.transaction().execute((trx) => enqueuer.enqueue(trx, job ? [job] : []));
    const { rows } = await owner.query("select data, state from pgboss.job where data = $1", [job?.data]);
    expect(rows).toEqual([{ data: job?.data, state: "created" }]);
  });

  it("are gone when their transaction is rolled back", async () => {
    const before = await countJobs("tip.notify");
    const undone = connection.db.transaction().execute(async (trx) => {
      await enqueuer.enqueue(trx, tipJobs(3));
      throw new Error("changed our mind");
    });
    await expect(undone).rejects.toThrow("changed our mind");
    expect(await countJobs("tip.notify")).toBe(before);
  });

  it("go in by one statement when 200 are written together", async () => {
    const before = await countJobs("tip.notify");
    const queries = vi.spyOn(pg.Client.prototype, "query");
    await connection.db.transaction().execute((trx) => enqueuer.enqueue(trx, tipJobs(200)));
    const statements = queries.mock.calls.map(([query]) => JSON.stringify(query));
    queries.mockRestore();
    expect(statements.filter((text) => /insert into/i.test(text))).toHaveLength(1);
    expect(await countJobs("tip.notify")).toBe(before + 200);
  });

  it("fetch a recording once at a time, however often they are asked for", async () => {
    const job = { queue: "recording.fetch", data: { evidenceId: randomUUID() } };
    const ask = () => connection.db.transaction().execute((trx) => enqueuer.enqueue(trx, [job, job]));
    await ask();
    await ask();
    const { rows } = await owner.query("select id from pgboss.job where data = $1", [job.data]);
    expect(rows).toHaveLength(1);
  });

  it("cannot be read, changed, taken or run by public and staff", async () => {
    for (const url of [database.urls.public, database.urls.staff]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const sql of [
        "select data from pgboss.job",
        "update pgboss.job set state = 'completed'",
        "delete from pgboss.job",
        "delete from pgboss.queue",
      ])
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
      await client.end();
    }
  });
});

describe("an enqueuer without its database", () => {
  it("fails the transaction that needs the job, so that neither is half done", async () => {
    const away = new URL(database.urls.public);
    away.port = "1";
    const sender = createEnqueuer(away.href);
    const asked = connection.db.transaction().execute((trx) => sender.enqueue(trx, tipJobs(1)));
    await expect(asked).rejects.toThrow(/ECONNREFUSED/);
    await sender.close();
  });
});

describe("installing the queues", () => {
  it("changes nothing the second time and keeps the jobs", async () => {
    const before = await countJobs("tip.notify");
    await installQueues(database.url);
    expect(await countJobs("tip.notify")).toBe(before);
    const { rows } = await owner.query("select name, policy, dead_letter from pgboss.queue order by name");
    expect(rows).toEqual([
      { name: "mail.failed", policy: "standard", dead_letter: null },
      { name: "media.fetch", policy: "exclusive", dead_letter: null },
      { name: "recording.alert", policy: "standard", dead_letter: "mail.failed" },
      { name: "recording.fetch", policy: "exclusive", dead_letter: null },
      { name: "tip.notify", policy: "standard", dead_letter: "mail.failed" },
    ]);
  });
});
