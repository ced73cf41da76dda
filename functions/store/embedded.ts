import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { asAccount, chooseAccount, fileOwner } from "./embedded-account.ts";
import { ensureCluster, findBinaries, lastLine, SERVER_ENVIRONMENT } from "./embedded-cluster.ts";
import { clearStaleServer, isReady, stopProcess } from "./embedded-process.ts";

// The package's own start and stop are not used: they leave a killed supervisor's server running and its data
// locked, run the stop from an exit hook that races ours, and as root reach only what `postgres` can reach.

export type EmbeddedOptions = {
  /** The cluster's directory, made on first start; its parent directory is made too. */
  cluster: string;
  /** The name and password of the database's owner. */
  user: string;
  password: string;
  /** Where the server writes why it could not start; never statements or values. */
  logFile: string;
  /** Tried first, so that addresses survive a restart. */
  preferredPort?: number;
  /** False only for throw-away test data: nothing is flushed to the disk. */
  durable?: boolean;
};

export type EmbeddedServer = {
  port: number;
  pid: number;
  /** Resolves when the server process is gone, wanted or not. */
  exited: Promise<void>;
  /** Ends sessions, writes a checkpoint and waits for the process to be gone; at most about 10 s. */
  stop(): Promise<void>;
};

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // Made for a small machine shared with the rest of the program.
  shared_buffers: "64MB",
  max_connections: "60",
  jit: "off",
  io_method: "sync",
  timezone: "UTC",
  // Start, stop and damage only: a failing statement or a refused value could quote what people wrote.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
} as const;

const THROW_AWAY_SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
} as const;

const START_TIMEOUT_MS = 60_000;

/**
 * Starts PostgreSQL on 127.0.0.1 with data in `cluster`, making it on first start and recovering what a kill left.
 * @throws an error of one line when it cannot be started
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const durable = options.durable ?? true;
  const home = dirname(options.cluster);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const binaries = findBinaries();
  const chosen = chooseAccount(binaries.postgres, home);
  if (!chosen.ok) throw new Error(chosen.problem);
  const { account } = chosen;
  await ensureCluster({ ...options, account, binaries, durable });
  await clearStaleServer(options.cluster);

  for (let attempt = 0; ; attempt += 1) {
    const port = await freePort(attempt === 0 ? options.preferredPort : undefined);
    const settings = { ...SETTINGS, ...(durable ? {} : THROW_AWAY_SETTINGS), port: String(port) };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const [command, args] = asAccount(account, binaries.postgres, ["-D", options.cluster, ...flags]);
    const log = openSync(options.logFile, "w", 0o600);
    const child = spawn(command, args, {
      ...(account.kind === "user" ? fileOwner(account) : {}),
      cwd: home,
      env: SERVER_ENVIRONMENT,
      stdio: ["ignore", log, log],
      // Its own process group: Ctrl-C in a terminal must reach the supervisor first, which stops it last.
      detached: true,
    });
    closeSync(log);
    const exited = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    const pid = child.pid;
    if (pid !== undefined && (await becameReady(options.cluster, pid, exited))) {
      return { port, pid, exited, stop: () => stopProcess(pid).then(() => exited) };
    }
    const complaint = readFileSync(options.logFile, "utf8");
    // Another program may take the port between our look and the server's.
    if (attempt < 4 && complaint.includes("could not bind")) continue;
    throw new Error(`the database did not start: ${lastLine(complaint)} (see ${options.logFile})`);
  }
}

async function becameReady(cluster: string, pid: number, exited: Promise<void>): Promise<boolean> {
  let gone = false;
  exited.then(() => {
    gone = true;
  });
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!gone && performance.now() < deadline) {
    if (isReady(cluster, pid)) return true;
    await sleep(15);
  }
  if (!gone) await stopProcess(pid);
  return false;
}

/** A free TCP port on 127.0.0.1: the preferred one if nobody has it. */
export async function freePort(preferred?: number): Promise<number> {
  for (const wanted of preferred ? [preferred, 0] : [0]) {
    const port = await new Promise<number>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(0));
      probe.listen(wanted, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
      });
    });
    if (port) return port;
  }
  throw new Error("no free port on 127.0.0.1");
}

/** The address of a database on the embedded server. */
export function embeddedUrl(login: {
  user: string;
  password: string;
  port: number;
  database: string;
}): string {
  return `postgresql://${login.user}:${encodeURIComponent(login.password)}@127.0.0.1:${login.port}/${login.database}`;
}
