import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Config, Role } from "../config.ts";
import { codeOf, createLogger, type Logger } from "../log.ts";
import { ensureKeyFiles } from "../vault/key-files.ts";
import { collectMetrics, type MetricsCollector } from "./collect-metrics.ts";
import { type RunningDatabase, startDatabase } from "./database.ts";
import { type BackOff, type KeptProcess, keepRunning } from "./keep-running.ts";
import { awaitLeftOvers, noteProcess } from "./left-over.ts";
import { takeLock } from "./lock.ts";
import type { RoleMessage } from "./messages.ts";
import { settlePorts } from "./ports.ts";
import { permissionFlags, roleEnvironment, setRolePriority } from "./role-process.ts";
import { serveMetrics } from "./serve-metrics.ts";

export type SupervisorOptions = {
  config: Config;
  env: Readonly<Record<string, string | undefined>>;
  /** The program's folder. */
  root: string;
  /** The file each role runs. */
  entries: Record<Role, string>;
  /** More folders below `root` that the roles may read. */
  programFolders?: readonly string[];
  /** Run once the database is ready and before any role starts; its lines are printed when all is. */
  prepare?: ((config: Config) => Promise<string[]>) | undefined;
  /** Makes the practice desk, or makes it afresh, when an officer asks the staff role for it. */
  train?: ((config: Config, fresh: boolean) => Promise<void>) | undefined;
  /** Given a way to restart all roles when their files change; returns how to stop watching. */
  watch?: (restart: () => void) => () => void;
  print: (line: string) => void;
  printProblem: (line: string) => void;
  /** Resolves when the program is asked to stop. */
  stopAsked: Promise<void>;
  backOff?: BackOff;
};

// Together under the ten seconds after which service managers kill.
const ROLE_GRACE_MS = 5_500;

/**
 * Runs the whole program until it is asked to stop.
 * @returns the exit code: 0 after an orderly stop, 1 when it could not start; each reason was printed as one line
 */
export async function supervise(options: SupervisorOptions): Promise<number> {
  const { config, printProblem } = options;
  const log = createLogger({ role: "supervisor", level: config.logLevel });
  const roles: Role[] = config.role === "all" ? ["public", "staff", "worker"] : [config.role];
  const cleanUp: (() => void | Promise<void>)[] = [];
  try {
    // As root the database runs as another user, who has to pass through.
    mkdirSync(config.dataDir, { recursive: true, mode: 0o711 });
    const lock = takeLock(join(config.dataDir, config.role === "all" ? "lock" : `lock.${config.role}`));
    if (!lock.ok) {
      printProblem(
        `DATA_DIR: ${config.dataDir} is in use by process ${lock.pid}; stop it, or choose another DATA_DIR`,
      );
      return 1;
    }
    cleanUp.push(lock.release);
    await awaitLeftOvers(config.dataDir, roles);
    const ports = await settlePorts(config, roles);
    if (!ports.ok) {
      ports.problems.forEach(printProblem);
      return 1;
    }
    const tellAboutKeys = await prepareKeys(options, log);
    const kept = new Map<Role, KeptProcess>();
    const restart = (): void => {
      for (const role of kept.values()) role.restart();
    };
    const database = await startDatabase(config, log, restart);
    cleanUp.push(database.stop);
    tellAboutKeys();
    const preparing = options.prepare?.(config) ?? Promise.resolve([]);
    // Whoever asks to stop meanwhile need not wait; what was cut short goes on at the next start.
    preparing.catch(() => undefined);
    const lines = await Promise.race([preparing, options.stopAsked]);
    if (!lines) return 0;
    const metrics = collectMetrics(roles, kept);
    const problem = startRoles(options, roles, { ...ports, database, log, kept, metrics, lines });
    cleanUp.push(async () => {
      await Promise.all([...kept.values()].map((role) => role.stop(ROLE_GRACE_MS)));
    });
    if (ports.metricsPort !== null) {
      const server = await serveMetrics({ host: config.host, port: ports.metricsPort }, metrics.expose);
      cleanUp.push(server.stop);
      options.print(`Metrics      http://${shownHost(config)}:${server.port}/metrics`);
    }
    if (options.watch) cleanUp.push(options.watch(restart));
    const line = await Promise.race([problem, options.stopAsked]);
    if (line === undefined) return 0;
    line.split("\n").forEach(printProblem);
    return 1;
  } catch (error) {
    printProblem(error instanceof Error ? error.message : "the program could not start");
    return 1;
  } finally {
    for (const step of cleanUp.reverse()) await step();
  }
}

/** Makes or checks the keys; returns what to say of the recovery key once nothing else can go wrong. */
async function prepareKeys({ config, print }: SupervisorOptions, log: Logger): Promise<() => void> {
  // A role alone is given its keys: made on each machine they would differ, and open nothing of each other's.
  if (config.role !== "all") return () => undefined;
  const { madeNow, recoveryToMove } = await ensureKeyFiles(config.dataDir, (count) => randomBytes(count));
  return () => {
    if (recoveryToMove && !madeNow)
      log.warn({ code: "recovery_key_on_machine" }, "move the recovery key off this machine");
    if (!recoveryToMove || !madeNow) return;
    print(`Recovery key ${recoveryToMove}`);
    print(
      "             move it off this machine now: whoever has it can read every tip (README.txt beside it says how)",
    );
  };
}

type Started = {
  port: number;
  staffPort: number;
  database: RunningDatabase;
  log: Logger;
  kept: Map<Role, KeptProcess>;
  metrics: MetricsCollector;
  /** To be printed when all roles serve. */
  lines: readonly string[];
};

function shownHost({ host }: Config): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** Starts the roles; resolves only if one reports that it cannot run, with the line to show. */
function startRoles(options: SupervisorOptions, roles: readonly Role[], started: Started): Promise<string> {
  const { config, root, print } = options;
  const waiting = new Set(roles);
  const keysDir = (role: Role): string => config.keysDir ?? join(config.dataDir, "keys", role);
  const environment = (role: Role): Record<string, string | undefined> => {
    const settled = {
      ...options.env,
      DATA_DIR: config.dataDir,
      PORT: String(started.port),
      STAFF_PORT: String(started.staffPort),
      [`DATABASE_URL_${role.toUpperCase()}`]: started.database.urls[role] ?? undefined,
    };
    return roleEnvironment(role, settled, { keysDir: keysDir(role), configured: config.configured });
  };

  let busy = false;
  const trainOnce = async (fresh: boolean): Promise<void> => {
    if (busy || !options.train) return;
    busy = true;
    try {
      await options.train(config, fresh);
    } catch (error) {
      started.log.error({ kind: "training", code: codeOf(error) }, "practice desk not made");
    }
    busy = false;
  };

  return new Promise((resolve) => {
    const onMessage = (role: Role, message: RoleMessage): void => {
      started.metrics.onMessage(role, message);
      // Later, when it had served before, it is tried again: the other roles must not end with it.
      if (message.type === "problem" && waiting.has(role)) resolve(message.line);
      if (message.type === "training" && role === "staff") void trainOnce(message.fresh);
      if (message.type === "first-admin") print(`First admin  ${message.url}`);
      if (message.type !== "ready" || !waiting.delete(role)) return;
      const host = shownHost(config);
      if (role === "public") print(`Public site  http://${host}:${message.port ?? started.port}/`);
      if (role === "staff") print(`Desk         http://${host}:${message.port ?? started.staffPort}/staff/`);
      if (waiting.size === 0) [...started.lines, "Ready."].forEach(print);
    };
    for (const role of roles) {
      const paths = {
        root,
        dataDir: config.dataDir,
        keysDir: keysDir(role),
        more: options.programFolders ?? [],
      };
      const flags = permissionFlags(role, paths);
      started.kept.set(
        role,
        keepRunning({
          name: role,
          log: started.log,
          onMessage: (message) => onMessage(role, message),
          ...(options.backOff ? { backOff: options.backOff } : {}),
          spawn: () => {
            const child = spawn(process.execPath, [...flags, options.entries[role]], {
              cwd: root,
              env: environment(role),
              stdio: ["ignore", "inherit", "inherit", "ipc"],
            });
            if (child.pid) {
              noteProcess(config.dataDir, role, child.pid);
              setRolePriority(role, child.pid);
            }
            return child;
          },
        }),
      );
    }
  });
}
