import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const command = resolve(import.meta.dirname, "../../functions/cli/audit.ts");

let dataDir: string;
let database: TestDatabase;
let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "shirokuro-audit-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  const tipId = randomUUID();
  for (const action of ["tip.received", "tip.read", "tip.band_set", "tip.read", "tip.set_aside"])
    await owner.db
      .insertInto("events")
      .values({
        at: new Date("2026-11-20T13:10:00.123Z"),
        actor_kind: action === "tip.received" ? "public" : "staff",
        actor_id: action === "tip.received" ? null : "officer-1",
        action,
        tip_id: tipId,
        details: JSON.stringify({ band: "A", note: "縦|棒", count: 2 }),
        sealed: action === "tip.set_aside" ? Buffer.from("sealed words") : null,
      })
      .execute();
});
afterEach(async () => {
  await owner.close();
  await database.drop();
});

function audit(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL_STAFF: database.urls.staff };
  return new Promise((done) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      done({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** What only somebody with the database owner's login could do. */
async function tamper(statement: string): Promise<void> {
  for (const sql of [
    "alter table events disable trigger all",
    statement,
    "alter table events enable trigger all",
  ])
    await owner.pool.query(sql);
}

describe("audit verify", () => {
  it("finds an untouched log unbroken, and says where it ends", async () => {
    const { status, stdout } = await audit("verify");
    expect(stdout).toMatch(/^5 events, unbroken\nhead 5:[0-9a-f]{64}\n$/);
    expect(status).toBe(0);
  });

  it.each([
    ["an action", "update events set action = 'tip.restored' where seq = 3", "event 3 was changed"],
    ["an actor", "update events set actor_id = 'officer-2' where seq = 2", "event 2 was changed"],
    ["a time", "update events set at = at + interval '1 microsecond' where seq = 4", "event 4 was changed"],
    ["details", "update events set details = '{}' where seq = 1", "event 1 was changed"],
    ["sealed words", "update events set sealed = 'others' where seq = 5", "event 5 was changed"],
    ["a missing event", "delete from events where seq = 2", "event 3 does not follow"],
    [
      "missing newest events",
      "delete from events where seq > 3",
      "event 4 and whatever came after it are missing",
    ],
    [
      "two events in each other's place",
      "update events set seq = -seq where seq in (2, 3); update events set seq = 5 + seq where seq < 0",
      "event 2 does not follow",
    ],
    [
      "an event with a digest made to fit it alone",
      "update events e set action = 'x', hash = event_digest(e) where seq = 2; update events e set hash = event_digest(e) where seq = 2",
      "event 3 does not follow",
    ],
  ])("names the first broken link: %s", async (_, statement, line) => {
    await tamper(statement);
    const { status, stdout, stderr } = await audit("verify");
    expect(stderr).toContain(line);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });

  it("is not deceived by a digest function that was changed along with a row", async () => {
    await owner.pool.query(
      "create or replace function event_digest(e events) returns bytea language sql immutable as $$ select e.hash $$",
    );
    await tamper("update events set action = 'tip.restored' where seq = 3");
    expect((await audit("verify")).stderr).toContain("event 3 was changed");
  });

  it("notices by a head written down earlier that the log was cut and its end set back", async () => {
    const head = (await audit("verify")).stdout.match(/head (\S+)/)?.[1] ?? "";
    expect((await audit("verify", "--head", head)).status).toBe(0);
    await tamper(
      "delete from events where seq = 5; update event_head set seq = 4, hash = (select hash from events where seq = 4)",
    );
    expect((await audit("verify")).status).toBe(0);
    const after = await audit("verify", "--head", head);
    expect(after.stderr).toContain("event 5 and whatever came after it are missing");
    expect(after.status).toBe(1);
    const other = await audit("verify", "--head", `2:${"0".repeat(64)}`);
    expect(other.stderr).toContain("event 2 is another than the head written down");
  });

  it("says how it is used, and tells no login when the database is away", async () => {
    expect(await audit("check")).toMatchObject({ status: 2, stderr: expect.stringContaining("usage:") });
    expect(await audit("verify", "--head", "5")).toMatchObject({ status: 2 });
    const away = { ...database.urls, staff: "postgresql://login:secretword@127.0.0.1:1/none" };
    database.urls = away;
    const { status, stderr } = await audit("verify");
    expect(stderr).toBe("the event log cannot be read: is the program running?\n");
    expect(status).toBe(2);
  });
});
