import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type TestIntake, testIntake } from "../support/intake.ts";

const command = resolve(import.meta.dirname, "../../functions/cli/partner.ts");

let database: TestDatabase;
let intake: TestIntake;
beforeAll(async () => {
  database = await freshDatabase();
  intake = await testIntake(database);
});
afterAll(async () => {
  await intake?.remove();
  await database?.drop();
});

function partner(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return run(args, database.urls.staff);
}

function run(args: string[], url: string): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: intake.dataDir, DATABASE_URL_STAFF: url };
  return new Promise((done) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      done({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

describe("npm run --silent partner", () => {
  it("prints a key once, lists it without itself, and revokes it", async () => {
    const made = await partner("create", "--name", "日本港運協会");
    expect(made).toMatchObject({ status: 0, stderr: "" });
    expect(made.stdout).toMatch(/^skp_[\w-]{43}\n$/);

    const listed = await partner("list");
    expect(listed.stdout).toMatch(
      /^[0-9a-f-]{36} {2}since \d{4}-\d\d-\d\d {2}in use {2}0 tips {2}日本港運協会\n$/,
    );
    expect(listed.stdout).not.toContain(made.stdout.trim());

    const id = listed.stdout.slice(0, 36);
    expect(await partner("revoke", "--key", id)).toMatchObject({ status: 0, stdout: "1 key revoked\n" });
    expect((await partner("list")).stdout).toContain("  revoked ");
    expect(await partner("revoke", "--key", id)).toMatchObject({
      status: 1,
      stderr: "no such key is in use\n",
    });
  });

  it("revokes all of a partner's keys by name", async () => {
    await partner("create", "--name", "Courier association");
    await partner("create", "--name", "Courier association");
    expect(await partner("revoke", "--name", "Courier association")).toMatchObject({
      stdout: "2 keys revoked\n",
    });
  });

  it.each([[[]], [["create"]], [["list", "--name", "x"]], [["revoke", "--key", "not-an-id"]], [["steal"]]])(
    "says how it is used, given %j",
    async (args) => {
      const { status, stdout, stderr } = await partner(...args);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^usage: npm run --silent partner -- create --name NAME\n/);
    },
  );

  it("says in one line that the name cannot be so, or that the database is away", async () => {
    expect(await partner("create", "--name", "two\nlines")).toMatchObject({
      status: 2,
      stderr: "the name must be one line of at most 100 characters\n",
    });
    expect(await run(["list"], "postgresql://nobody:secret@127.0.0.1:9/none")).toMatchObject({
      status: 1,
      stderr: "the database does not answer: is the program running?\n",
    });
  });
});
