import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { createArrivalClockStore } from "../../functions/store/arrivals-clock.ts";
import { connect } from "../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type TestIntake, testIntake } from "../support/intake.ts";

const command = resolve(import.meta.dirname, "../../functions/cli/arrivals.ts");

let folder: string;
let database: TestDatabase;
let intake: TestIntake;
let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shirokuro-arrivals-"));
  database = await freshDatabase();
  // The keys of the intake, as one data folder holds those of all roles.
  intake = await testIntake(database);
  owner = connect(database.url);
});
afterAll(async () => {
  await owner.close();
  await intake.remove();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

type Result = { status: number; stdout: string; stderr: string };

function run(args: string[], env: Record<string, string> = {}): Promise<Result> {
  const given = {
    PATH: process.env.PATH,
    DATA_DIR: intake.dataDir,
    DATABASE_URL_STAFF: database.urls.staff,
    ...env,
  };
  return new Promise((done) => {
    execFile(process.execPath, [command, ...args], { env: given }, (error, stdout, stderr) => {
      done({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

async function file(text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, text);
  return path;
}

const calls =
  "imo,name,voyage,port,eta\n9074729,KALDERA STAR,12E,JPSMN,2026-11-27T02:00\n,SUN HARBINGER,3,JPYOK,2026-11-28T02:00\n";

describe("arrivals import", () => {
  it("takes a file, says what it did, and does nothing the second time", async () => {
    const path = await file(calls);
    expect(await run(["import", path])).toEqual({
      status: 0,
      stdout: "2 rows: 2 new, 0 changed, 0 as they were, 0 refused\n",
      stderr: "",
    });
    expect(await run(["import", path])).toMatchObject({
      status: 0,
      stdout: "2 rows: 0 new, 0 changed, 2 as they were, 0 refused\n",
    });
    const moved = await file(calls.replace("2026-11-27T02:00", "2026-11-29T04:30"));
    expect(await run(["import", moved, "--check"])).toMatchObject({
      stdout: "2 rows: 0 new, 1 changed, 1 as they were, 0 refused (nothing written)\n",
    });
    expect(await run(["import", moved])).toMatchObject({
      stdout: "2 rows: 0 new, 1 changed, 1 as they were, 0 refused\n",
    });
    const { rows } = await owner.pool.query("select due_at from arrivals where imo = '9074729'");
    expect(rows).toEqual([{ due_at: new Date("2026-11-29T04:30+09:00") }]);
  });

  it("names each wrong line and column with the reason, never with what it held, and takes the others", async () => {
    const path = await file(
      "container,port,eta\nCSQU3054384,JPYOK,2026-11-21T06:30\nCSQU3054383,JPYOK,2026-11-21T06:30\nCSQU3054383,Yokohama,soon\n",
    );
    expect(await run(["import", path])).toEqual({
      status: 1,
      stdout: "3 rows: 1 new, 0 changed, 0 as they were, 2 refused\n",
      stderr:
        "line 2, container: does not pass its check digit\nline 4, port: is no UN/LOCODE like JPYOK\nline 4, eta: is no time like 2026-11-21T06:30\n",
    });
  });

  it.each([
    ["an unknown column", "imo,port,eta,colour\n", "line 1: names a column that is not known\n"],
    [
      "a quote that nothing closes",
      'imo,port,eta\n"9074729,JPYOK,2026-11-21\n',
      "line 2: opens a quote that nothing closes\n",
    ],
    ["nothing", "", "line 1: holds nothing\n"],
    [
      "no text",
      Buffer.concat([Buffer.from("imo\n"), Buffer.from([0xff, 0xfe, 0x00, 0xfd])]),
      "line 1: is neither UTF-8 nor Shift_JIS text\n",
    ],
  ])("refuses a file with %s as a whole", async (_, text, stderr) => {
    expect(await run(["import", await file(text)])).toEqual({ status: 1, stdout: "nothing taken\n", stderr });
  });

  it("is matched with the tips that the intake hashed under its own copy of the key", async () => {
    const { id } = await submitTip(intake.ctx, {
      channel: "web",
      idempotencyKey: randomBytes(16).toString("hex"),
      report: { locale: "ja", text: "コンテナ QVLU3054386 に覚醒剤が隠してあります。", goods: [] },
    });
    await intake.drained();
    const due = new Date((Math.floor(Date.now() / 1000) + 10 * 24 * 3_600) * 1000);
    await run(["import", await file(`container,port,eta\nQVLU3054386,JPYOK,${due.toISOString()}\n`)]);
    const worker = connect(database.urls.worker);
    try {
      const found = await createArrivalClockStore(worker.db, async () => undefined).candidates(id);
      expect(found?.candidates).toMatchObject([{ type: "container", how: "same", dueAt: due }]);
    } finally {
      await worker.close();
    }
  });

  it("says how it is used, that a file is not there, and tells no login when the database is away", async () => {
    expect(await run([])).toMatchObject({ status: 2, stderr: expect.stringContaining("usage:") });
    expect(await run(["export", "x.csv"])).toMatchObject({ status: 2 });
    expect(await run(["import", join(folder, "none.csv")])).toMatchObject({
      status: 2,
      stderr: "the file cannot be read\n",
    });
    const away = { DATABASE_URL_STAFF: "postgresql://login:secretword@127.0.0.1:1/none" };
    expect(await run(["import", await file(calls)], away)).toEqual({
      status: 2,
      stdout: "",
      stderr: "the database does not answer: is the program running?\n",
    });
  });
});
