import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { getPriority } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import {
  databasePid,
  dataDirectory,
  type Program,
  processesOf,
  startProgram,
  until,
} from "../support/program.ts";

const START = resolve(import.meta.dirname, "..", "..", "functions", "start.ts");

let data: ReturnType<typeof dataDirectory>;
const running: Program[] = [];

const start = (env: Record<string, string> = {}, file?: string): Program => {
  const program = startProgram({ DATA_DIR: data.path, ...env }, file);
  running.push(program);
  return program;
};
const readyProgram = async (env: Record<string, string> = {}): Promise<Program> => {
  const program = start(env);
  await program.line("Ready.");
  return program;
};

beforeEach(() => {
  data = dataDirectory();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.stop()));
  await data.remove();
});

describe("starting and stopping", () => {
  test("a first start names both addresses, the first admin's link and the recovery key; a second only the first three", async () => {
    const first = await readyProgram();
    expect(await first.line("Public site")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await first.line("Desk")).toMatch(/\/staff\/$/);
    expect(await first.line("First admin")).toBe("http://desk.example/first");
    expect(await first.line("Recovery key")).toBe(join(data.path, "keys/recovery/identity.txt"));
    expect(await first.stop()).toBe(0);

    const second = await readyProgram();
    expect(second.output()).not.toContain("Recovery key");
  });

  test("SIGTERM ends everything with code 0 within ten seconds, and no process and no lock is left", async () => {
    const program = await readyProgram();
    expect(processesOf(data.path).length).toBeGreaterThanOrEqual(4);
    const startedAt = performance.now();
    expect(await program.stop()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(processesOf(data.path)).toEqual([]);
    expect(existsSync(join(data.path, "lock"))).toBe(false);
    expect(existsSync(join(data.path, "postgres/postmaster.pid"))).toBe(false);
  });

  test("the worker steps back for the doors when both want the processor", async () => {
    await readyProgram();
    const priority = (role: string) =>
      getPriority(JSON.parse(readFileSync(join(data.path, `run/${role}.json`), "utf8")).pid);
    const door = priority("public");
    expect(priority("staff")).toBe(door);
    expect(priority("worker")).toBeGreaterThan(door);
  });

  test("each role signs in to the database as itself", async () => {
    const program = await readyProgram();
    expect(await program.ask("public", "/database")).toBe("shirokuro_public");
    expect(await program.ask("staff", "/database")).toBe("shirokuro_staff");
  });

  test("with DATABASE_URL the roles use that server, each acting as itself, and none is started here", async () => {
    const database = await freshDatabase();
    const program = await readyProgram({ DATABASE_URL: database.url });
    expect(await program.ask("public", "/database")).toBe("shirokuro_public");
    expect(await program.ask("staff", "/database")).toBe("shirokuro_staff");
    expect(existsSync(join(data.path, "postgres"))).toBe(false);
    await program.stop();
    await database.drop();
  });

  test("one role alone runs in the foreground with the login and keys it is given", async () => {
    const database = await freshDatabase();
    const program = start({ ROLE: "public", DATABASE_URL_PUBLIC: database.urls.public, KEYS_DIR: data.path });
    await program.line("Ready.");
    expect(await program.ask("public", "/database")).toBe("shirokuro_public");
    expect(program.output()).not.toContain("Desk");
    expect(existsSync(join(data.path, "keys"))).toBe(false);
    expect(await program.stop()).toBe(0);
    await database.drop();
  });
});

describe("what a person can mend is said in one line", () => {
  test("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await until(() => other.listening);
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const program = start({ PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.output()).toBe(
      `PORT: port ${port} on 127.0.0.1 is in use; stop the program that has it, or choose another port\n`,
    );
    other.close();
  });

  test("wrong settings, all of them, a line each, without their values", async () => {
    const program = start({ PORT: "eighty", SMTP_URL: "hunter2", PUBLIC_URL: "ftp://x" }, START);
    expect(await program.ended).toBe(1);
    const lines = program.output().trimEnd().split("\n");
    expect(lines.map((line) => line.split(":")[0]).sort()).toEqual(["PORT", "PUBLIC_URL", "SMTP_URL"]);
    expect(program.output()).not.toMatch(/eighty|hunter2|ftp/);
  });

  test("a data folder that another start holds", async () => {
    const first = await readyProgram();
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `DATA_DIR: ${data.path} is in use by process ${first.child.pid}; stop it, or choose another DATA_DIR\n`,
    );
    expect(await first.ask("public", "/pid")).toBeTypeOf("number");
  });

  test("a database server that does not answer", async () => {
    const program = start({ DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:1/none" });
    expect(await program.ended).toBe(1);
    expect(program.output().trimEnd().split("\n")).toHaveLength(1);
    expect(program.output()).toMatch(/^DATABASE_URL: /);
    expect(program.output()).not.toContain("secret");
  });
});

describe("what breaks is started again", () => {
  test("a crashed role comes back, the other role never went away, and its error's words are in no log", async () => {
    const program = await readyProgram();
    const [before, staff] = [await program.ask("public", "/pid"), await program.ask("staff", "/pid")];
    await program.ask("public", "/crash");
    await until(async () => {
      const after = await program.ask("public", "/pid").catch(() => before);
      return after !== before;
    });
    expect(await program.ask("staff", "/pid")).toBe(staff);
    expect(program.output()).toContain('"msg":"crashed"');
    expect(program.output()).not.toContain("words of a tip");
  });

  test("a killed database server comes back at the same address", async () => {
    const program = await readyProgram();
    const before = databasePid(data.path);
    process.kill(before, "SIGKILL");
    await until(
      () => existsSync(join(data.path, "postgres/postmaster.pid")) && databasePid(data.path) !== before,
    );
    await until(async () => (await program.ask("public", "/database")) === "shirokuro_public");
  });

  test("after kill -9 of everything the next start recovers", async () => {
    const program = await readyProgram();
    for (const { pid } of processesOf(data.path)) process.kill(pid, "SIGKILL");
    program.child.kill("SIGKILL");
    await program.ended;
    const next = await readyProgram();
    expect(await next.ask("public", "/database")).toBe("shirokuro_public");
  });

  test("roles end by themselves when their supervisor is killed, and the next start takes the database over", async () => {
    const program = await readyProgram();
    const before = databasePid(data.path);
    program.child.kill("SIGKILL");
    await program.ended;
    const next = await readyProgram();
    expect(databasePid(data.path)).not.toBe(before);
    expect(processesOf(data.path).filter(({ command }) => command.includes("role.ts"))).toHaveLength(3);
    expect(await next.ask("staff", "/database")).toBe("shirokuro_staff");
  });
});

describe("what each role can reach", () => {
  test("the public role has no staff key, no recovery key and no mail setting, not even by file access", async () => {
    const program = await readyProgram({
      SMTP_URL: "smtp://desk:pass@127.0.0.1:2525",
      MAIL_FROM: "line@customs.example",
      DESK_MAIL: "desk@customs.example",
      TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
      TWILIO_AUTH_TOKEN: "t".repeat(32),
      PUBLIC_URL: "https://tips.customs.example",
    });
    const key = (name: string): string => `/read?path=${join(data.path, "keys", name)}`;
    for (const name of [
      "staff/identity.txt",
      "recovery/identity.txt",
      "owner/database.url",
      "worker/database.url",
    ]) {
      expect(statSync(join(data.path, "keys", name)).size, name).toBeGreaterThan(0);
      expect(await program.ask("public", key(name)), name).toBe("ERR_ACCESS_DENIED");
    }
    expect(await program.ask("public", key("public/receipt.key"))).toBe(64);
    expect(await program.ask("public", "/fork")).toBe("ERR_ACCESS_DENIED");
    expect(await program.ask("public", "/thread")).toBe("ERR_ACCESS_DENIED");
    expect(await program.ask("public", `/write?path=${join(data.path, "journal", "a")}`)).toBe(1);
    expect(await program.ask("public", `/write?path=${join(data.path, "keys", "public", "a")}`)).toBe(
      "ERR_ACCESS_DENIED",
    );

    expect(await program.ask("staff", key("staff/identity.txt"))).toBeGreaterThan(70);
    expect(await program.ask("staff", key("recovery/identity.txt"))).toBe("ERR_ACCESS_DENIED");
    expect(await program.ask("staff", key("public/receipt.key"))).toBe("ERR_ACCESS_DENIED");

    const [publicEnv, staffEnv] = [await program.ask("public", "/env"), await program.ask("staff", "/env")];
    expect(publicEnv).toMatchObject({
      ROLE: "public",
      CONFIGURED: "twilio,mail",
      TWILIO_AUTH_TOKEN: "t".repeat(32),
    });
    expect(Object.keys(publicEnv as object).filter((name) => /SMTP|MAIL|STAFF|^PATH$/.test(name))).toEqual(
      [],
    );
    expect(Object.keys(staffEnv as object).filter((name) => /SMTP|MAIL|TWILIO|^PATH$/.test(name))).toEqual(
      [],
    );
  });

  test("only the owner of the data folder can read a key", async () => {
    await readyProgram();
    for (const folder of ["public", "staff", "worker", "recovery", "owner"]) {
      expect(statSync(join(data.path, "keys", folder)).mode & 0o777).toBe(0o700);
    }
    expect(statSync(join(data.path, "keys/staff/identity.txt")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(data.path, "keys/public/recipients.txt"), "utf8")).toMatch(
      /^age1\w+\nage1\w+\n$/,
    );
  });
});
