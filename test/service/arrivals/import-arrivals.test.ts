import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffRole } from "../../../functions/domain/access/officer.ts";
import { importArrivals } from "../../../functions/service/arrivals/import-arrivals.ts";
import { NotFound } from "../../../functions/service/errors.ts";
import { arrivalsWorld, boxDue, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await arrivalsWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.begin());

const hour = 3_600_000;

describe("importing arrivals", () => {
  it("changes nothing when the same file comes again", async () => {
    const text =
      "imo,name,port,eta\n9074729,KALDERA STAR,JPSMN,2026-11-27T02:00\n,SUN HARBINGER,JPYOK,2026-11-28T02:00\n";
    expect(await world.importText(text)).toMatchObject({
      rows: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: [],
    });
    const before = (await world.owner.pool.query("select * from arrivals order by key")).rows;
    await world.work();
    world.now = new Date(world.now.getTime() + hour);
    expect(await world.importText(text)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const after = (await world.owner.pool.query("select * from arrivals order by key")).rows;
    expect(after).toEqual(before.map((row) => ({ ...row, waiting: false })));
  });

  it("takes the right rows, all together, and names the others", async () => {
    const report = await world.importText(
      "imo,port,eta\n9074729,JPYOK,2026-11-27T02:00\n9074728,JPYOK,2026-11-27T02:00\n",
    );
    expect(report).toMatchObject({
      rows: 2,
      added: 1,
      refused: [{ line: 3, column: "imo", code: "check_digit" }],
    });
    const { rows } = await world.owner.pool.query(
      "select actor_kind, details from events where action = 'arrivals.imported' order by seq desc limit 1",
    );
    expect(rows[0]).toEqual({
      actor_kind: "system",
      details: { added: 1, changed: 0, unchanged: 0, refused: 1 },
    });
  });

  it("takes nothing of a file whose end cannot be read, nor when the database fails on the way", async () => {
    expect(
      await world.importText('imo,port,eta\n9074729,JPYOK,2026-11-27T02:00\n"9074729,JPYOK'),
    ).toMatchObject({
      added: 0,
      refused: [{ line: 3, code: "open_quote" }],
    });
    await world.owner.pool.query("alter table arrivals add constraint refuse check (port <> 'JPUKB')");
    await expect(
      world.importText("imo,port,eta\n9074729,JPYOK,2026-11-27T02:00\n9074729,JPUKB,2026-11-28T02:00\n"),
    ).rejects.toThrow();
    await world.owner.pool.query("alter table arrivals drop constraint refuse");
    expect((await world.owner.pool.query("select 1 from arrivals")).rowCount).toBe(0);
    expect((await world.owner.pool.query("select 1 from arrival_keys")).rowCount).toBe(0);
  });

  it("only tells what would happen when it is asked to check", async () => {
    await world.importText(boxDue("2026-11-22T08:00"));
    expect(await world.importText(boxDue("2026-11-23T08:00"), true)).toMatchObject({ changed: 1 });
    expect((await world.owner.pool.query("select due_at from arrivals")).rows).toEqual([
      { due_at: new Date("2026-11-22T08:00+09:00") },
    ]);
  });

  it("reads what older spreadsheets write", async () => {
    const shiftJis = Buffer.from([0x83, 0x4a, 0x83, 0x8b, 0x83, 0x66, 0x83, 0x89]);
    const bytes = Buffer.concat([
      Buffer.from("local_name,port,eta\n"),
      shiftJis,
      Buffer.from(",JPSMN,2026-11-27T02:00\n"),
    ]);
    expect(await importArrivals(world.desk, "command", { bytes })).toMatchObject({ added: 1 });
    expect((await world.owner.pool.query("select local_name from arrivals")).rows).toEqual([
      { local_name: "カルデラ" },
    ]);
  });

  it("is for the officers who work the queue, and is on record with their name", async () => {
    const officer = (role: StaffRole) => ({ id: "o1", name: "A", role, region: "hq" as const });
    const input = { bytes: Buffer.from(boxDue("2026-11-22T08:00")) };
    for (const role of ["analyst", "auditor", "admin", "investigator"] as const)
      await expect(importArrivals(world.desk, { officer: officer(role) }, input)).rejects.toThrow(NotFound);
    expect(await importArrivals(world.desk, { officer: officer("intake") }, input)).toMatchObject({
      added: 1,
    });
    const { rows } = await world.owner.pool.query(
      "select actor_kind, actor_id from events where action = 'arrivals.imported' order by seq desc limit 1",
    );
    expect(rows).toEqual([{ actor_kind: "staff", actor_id: "o1" }]);
  });

  it("takes 100,000 rows, and knows them again", async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => {
      const serial = String(n).padStart(7, "0");
      return `131-${serial}${n % 7},JPNRT,2026-11-${21 + (n % 9)}T06:30`;
    });
    const text = `awb,port,eta\n${rows.join("\n")}\n`;
    expect(await world.importText(text)).toMatchObject({ added: 100_000, refused: [] });
    expect(await world.importText(text)).toMatchObject({ unchanged: 100_000 });
  }, 90_000);
});
