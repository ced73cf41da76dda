import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config, Role } from "../config.ts";
import { codeOf, type Logger } from "../log.ts";
import { type EmbeddedServer, embeddedUrl, startEmbedded } from "../store/embedded.ts";

import { type DatabaseRole, provisionRoles, provisionServer } from "../store/provision.ts";
import { readIfThere, replaceFile } from "../vault/durable-file.ts";
import { actAs } from "./database-url.ts";
import { BACK_OFF, waitBefore } from "./keep-running.ts";
import { prepareDatabase } from "./prepare-database.ts";

const DATABASE = "shirokuro";
const OWNER = "shirokuro_owner";
const FOLDERS = ["owner", "public", "staff", "worker"] as const;

type Folder = (typeof FOLDERS)[number];

export type RunningDatabase = {
  /** Addresses to hand to roles in their environment; null where a role reads its own file. */
  urls: Record<Role, string | null>;
  stop(): Promise<void>;
};

/**
 * Makes the database ready: somebody else's server when `DATABASE_URL` says so, else our own, which is started again
 * whenever it ends unasked. Migrates wherever we may.
 *
 * @param onMoved called when our own server had to come back at another port, and roles must read it anew
 */
export async function startDatabase(
  config: Config,
  log: Logger,
  onMoved: () => void,
): Promise<RunningDatabase> {
  if (config.databaseUrl) return useServer(config, config.databaseUrl, log);
  if (config.role !== "all" || config.databaseUrls.public)
    return elsewhere((role) => config.databaseUrls[role]);
  return keepEmbedded(config.dataDir, log, onMoved);
}

async function useServer(config: Config, databaseUrl: string, log: Logger): Promise<RunningDatabase> {
  try {
    await provisionRoles(databaseUrl);
    reportMigrated(await prepareDatabase(databaseUrl), log);
  } catch (error) {
    // The driver's own errors carry a code and name a host, a login, a database; ours say what to do.
    const code = codeOf(error);
    if (error instanceof Error && code === error.name) throw new Error(`DATABASE_URL: ${error.message}`);
    throw new Error(
      `DATABASE_URL: the database server did not let us in (${code}); look at its address, login and password`,
    );
  }
  return elsewhere((role) => config.databaseUrls[role] ?? actAs(databaseUrl, role));
}

/** A server somebody else runs: nothing of it is ours to stop. */
function elsewhere(url: (role: Role) => string | null): RunningDatabase {
  return {
    urls: { public: url("public"), staff: url("staff"), worker: url("worker") },
    stop: async () => undefined,
  };
}

async function keepEmbedded(dataDir: string, log: Logger, onMoved: () => void): Promise<RunningDatabase> {
  const keys = join(dataDir, "keys");
  const logins = await readLogins(keys);
  let stopping = false;
  let server: EmbeddedServer;

  const start = async (): Promise<EmbeddedServer> => {
    const started = await startEmbedded({
      cluster: join(dataDir, "postgres"),
      user: OWNER,
      password: logins.owner.password,
      logFile: join(dataDir, "postgres.log"),
      ...(logins.owner.port ? { preferredPort: logins.owner.port } : {}),
    });
    await writeLogins(keys, logins, started.port);
    return started;
  };

  const watch = async (): Promise<void> => {
    let failures = 0;
    while (!stopping) {
      const startedAt = performance.now();
      await server.exited;
      if (stopping) return;
      failures = performance.now() - startedAt > BACK_OFF.stableMs ? 1 : failures + 1;
      log.error({ kind: "database", attempt: failures }, "ended; starting again");
      const before = server.port;
      for (; ; failures += 1) {
        await sleep(waitBefore(failures, BACK_OFF));
        if (stopping) return;
        try {
          server = await start();
          break;
        } catch (error) {
          log.error(
            { kind: "database", attempt: failures + 1, code: codeOf(error) },
            "did not start; trying again",
          );
        }
      }
      log.info({ kind: "database", port: server.port }, "ready");
      if (server.port !== before) onMoved();
    }
  };

  server = await start();
  const { port } = server;
  const password = logins.owner.password;
  try {
    await provisionServer(
      embeddedUrl({ user: OWNER, password, port, database: "postgres" }),
      DATABASE,
      rolePasswords(logins),
    );
    reportMigrated(
      await prepareDatabase(embeddedUrl({ user: OWNER, password, port, database: DATABASE })),
      log,
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
  const watching = watch();
  return {
    urls: { public: null, staff: null, worker: null },
    stop: async () => {
      stopping = true;
      await server.stop();
      await watching;
    },
  };
}

function reportMigrated(names: string[], log: Logger): void {
  if (names.length > 0) log.info({ count: names.length }, "database migrated");
}

type Logins = Record<Folder, { password: string; port: number | null }>;

/** The passwords of earlier starts, or new ones: kept before the server first learns them. */
async function readLogins(keys: string): Promise<Logins> {
  const logins = {} as Logins;
  for (const folder of FOLDERS) {
    const path = join(keys, folder, "database.url");
    const url = URL.parse((await readIfThere(path))?.trim() ?? "");
    const password = url ? decodeURIComponent(url.password) : randomBytes(24).toString("hex");
    logins[folder] = { password, port: url?.port ? Number(url.port) : null };
    if (!url) await replaceFile(path, urlFile(folder, password, 5432));
  }
  return logins;
}

async function writeLogins(keys: string, logins: Logins, port: number): Promise<void> {
  for (const folder of FOLDERS) {
    if (logins[folder].port === port) continue;
    await replaceFile(join(keys, folder, "database.url"), urlFile(folder, logins[folder].password, port));
    logins[folder].port = port;
  }
}

function urlFile(folder: Folder, password: string, port: number): string {
  const user = folder === "owner" ? OWNER : `shirokuro_${folder}`;
  return `${embeddedUrl({ user, password, port, database: DATABASE })}\n`;
}

function rolePasswords(logins: Logins): Record<DatabaseRole, string> {
  return {
    shirokuro_public: logins.public.password,
    shirokuro_staff: logins.staff.password,
    shirokuro_worker: logins.worker.password,
  };
}
