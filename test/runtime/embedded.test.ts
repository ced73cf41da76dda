import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EmbeddedServer, embeddedUrl, startEmbedded } from "../../functions/store/embedded.ts";
import { chooseAccount } from "../../functions/store/embedded-account.ts";
import { findBinaries } from "../../functions/store/embedded-cluster.ts";
import { dataDirectory, namespacesWork, processesOf } from "../support/program.ts";

const LOGIN = { user: "shirokuro_owner", password: "a pass/word" };
const root = process.getuid?.() === 0;

let data: ReturnType<typeof dataDirectory>;
let server: EmbeddedServer | undefined;

const start = async (durable = false): Promise<EmbeddedServer> => {
  const cluster = join(data.path, "postgres");
  server = await startEmbedded({ ...LOGIN, cluster, logFile: join(data.path, "postgres.log"), durable });
  return server;
};
const setting = async (name: string): Promise<unknown> => {
  const client = new Client({
    connectionString: embeddedUrl({ ...LOGIN, port: server?.port ?? 0, database: "postgres" }),
  });
  await client.connect();
  const { rows } = await client.query(`SELECT current_setting('${name}') AS value`);
  await client.end();
  return rows[0]?.value;
};

beforeEach(() => {
  data = dataDirectory();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await data.remove();
});

describe("the embedded server", () => {
  test("flushes to the disk, keeps checksums, speaks UTF-8 and listens on this machine only", async () => {
    await start(true);
    expect(await setting("fsync")).toBe("on");
    expect(await setting("synchronous_commit")).toBe("on");
    expect(await setting("full_page_writes")).toBe("on");
    expect(await setting("data_checksums")).toBe("on");
    expect(await setting("server_encoding")).toBe("UTF8");
    expect(await setting("listen_addresses")).toBe("127.0.0.1");
    expect(await setting("server_version")).toMatch(/^18\./);
  });

  test("asks for the password", async () => {
    const { port } = await start();
    const client = new Client({
      connectionString: embeddedUrl({ ...LOGIN, password: "wrong", port, database: "postgres" }),
    });
    await expect(client.connect()).rejects.toThrow("password authentication failed");
  });

  test("writes no statement and no value to its log", async () => {
    const { port } = await start();
    const client = new Client({ connectionString: embeddedUrl({ ...LOGIN, port, database: "postgres" }) });
    await client.connect();
    await expect(client.query("SELECT 'words of a tip'::int")).rejects.toThrow("words of a tip");
    await client.query("CREATE TABLE t (a text UNIQUE); INSERT INTO t VALUES ('words of a tip')");
    await expect(client.query("INSERT INTO t VALUES ($1)", ["words of a tip"])).rejects.toThrow(
      "duplicate key",
    );
    await client.end();
    await server?.stop();
    expect(readFileSync(join(data.path, "postgres.log"), "utf8")).not.toContain("words");
  });

  test("starts though its pid file names a stranger, or an interrupted first start left half a cluster", async () => {
    mkdirSync(join(data.path, "postgres.new"));
    writeFileSync(join(data.path, "postgres.new", "half"), "");
    await start();
    await server?.stop();
    writeFileSync(join(data.path, "postgres", "postmaster.pid"), `${process.pid}\n`);
    await start();
    expect(await setting("server_version")).toMatch(/^18\./);
    expect(existsSync(join(data.path, "postgres.new"))).toBe(false);
  });

  test("says in one line why it cannot start", async () => {
    await start();
    await server?.stop();
    writeFileSync(join(data.path, "postgres", "postgresql.conf"), "no_such_setting = 1\n");
    await expect(start()).rejects.toThrow(
      /^the database did not start: .*configuration file.*\(see .*postgres\.log\)$/,
    );
    server = undefined;
    expect(processesOf(data.path)).toEqual([]);
  });
});

describe.runIf(root)("started by root", () => {
  const { postgres } = findBinaries();

  test("runs as the user who owns the folder", () => {
    chownSync(data.path, 12_345, 12_345);
    expect(chooseAccount(postgres, data.path)).toEqual({
      ok: true,
      account: { kind: "user", uid: 12_345, gid: 12_345 },
    });
  });

  test("runs as the postgres user where that one can pass through", async () => {
    const chosen = chooseAccount(postgres, data.path);
    expect(chosen).toMatchObject({ ok: true, account: { kind: "user" } });
    await start();
    expect(statSync(join(data.path, "postgres")).uid).not.toBe(0);
  });

  test.runIf(namespacesWork())(
    "runs behind a user namespace below a folder that only root may enter",
    async () => {
      chmodSync(data.path, 0o700);
      expect(chooseAccount(postgres, data.path)).toEqual({
        ok: true,
        account: { kind: "namespace", unshare: "unshare" },
      });
      await start();
      expect(await setting("server_version")).toMatch(/^18\./);
      expect(statSync(join(data.path, "postgres")).uid).toBe(0);
    },
  );

  test("says in one line what to do where nobody but root can pass and there are no namespaces", () => {
    chmodSync(data.path, 0o700);
    const path = process.env.PATH;
    process.env.PATH = "/nowhere";
    const chosen = chooseAccount(postgres, data.path);
    process.env.PATH = path;
    expect(chosen).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^PostgreSQL refuses to run as root, [^\n]+$/),
    });
  });

  test.runIf(namespacesWork())("takes over data that was written as another user, both ways", async () => {
    await start();
    await server?.stop();
    chmodSync(data.path, 0o700);
    await start();
    await server?.stop();
    chmodSync(data.path, 0o711);
    await start();
    expect(await setting("data_checksums")).toBe("on");
  });
});
