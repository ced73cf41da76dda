import { type Config, parseConfig, type Role } from "../config.ts";
import { codeOf, createLogger, type Logger, placeOf } from "../log.ts";
import { measureProcess } from "../metrics/measure-process.ts";
import { createRegistry, type Registry } from "../metrics/registry.ts";
import { databaseUrlFor } from "./database-url.ts";
import { type RoleMessage, SupervisorMessage } from "./messages.ts";

export type RoleContext = {
  role: Role;
  config: Config;
  log: Logger;
  /** This role's own login. */
  databaseUrl: string;
  /** The folder with this role's own keys. */
  keysDir: string;
  /** Where this role counts; there only when counts are asked for. */
  metrics?: Registry | undefined;
  /** Tells the supervisor something; without one nothing happens. */
  tell(message: RoleMessage): void;
};

export type RunningRole = {
  /** Where it listens, for the supervisor; null when it listens nowhere. */
  port: number | null;
  /** Takes no more work, finishes what was begun, closes. Given 5 s. */
  stop(): Promise<void>;
};

const DRAIN_MS = 5_000;

/**
 * Runs one role as this process: parses the settings, starts, tells the supervisor, and stops on SIGTERM or when
 * the supervisor is gone. An app file is `await runRole("public", async (context) => …)` and nothing else.
 */
export async function runRole(
  role: Role,
  start: (context: RoleContext) => Promise<RunningRole>,
): Promise<void> {
  const tell = (message: RoleMessage): void => {
    if (process.connected) process.send?.(message);
  };
  const giveUp = (line: string): void => {
    if (process.connected) process.send?.({ type: "problem", line }, () => process.exit(1));
    else process.stderr.write(`${line}\n`, () => process.exit(1));
  };
  const parsed = parseConfig(process.env);
  if (!parsed.ok) return giveUp(parsed.problems.join("\n"));
  const { config } = parsed;
  const log = createLogger({ role, level: config.logLevel });
  crashWithoutWords(log);

  let running: RunningRole | undefined;
  const stopOnce = once(() => drain(running, log));
  process.on("SIGTERM", stopOnce);
  // Ctrl-C reaches every process of the terminal: under a supervisor, the supervisor decides.
  process.on("SIGINT", process.connected ? () => undefined : stopOnce);
  process.on("disconnect", stopOnce);

  try {
    const keysDir = config.keysDir ?? `${config.dataDir}/keys/${role}`;
    const databaseUrl = await databaseUrlFor(role, config, keysDir);
    const metrics = config.metricsPort === null ? undefined : answerCollections(tell);
    running = await start({ role, config, log, databaseUrl, keysDir, metrics, tell });
    tell({ type: "ready", port: running.port });
    log.info({ port: running.port }, "ready");
  } catch (error) {
    const line = startProblem(error, role, config);
    if (line) return giveUp(line);
    throw error;
  }
}

/** A registry whose counts the supervisor is told whenever it asks. */
function answerCollections(tell: (message: RoleMessage) => void): Registry {
  const registry = createRegistry();
  measureProcess(registry);
  process.on("message", (raw) => {
    const { data } = SupervisorMessage.safeParse(raw);
    if (data) void registry.collect().then((families) => tell({ type: "metrics", id: data.id, families }));
  });
  return registry;
}

/** A sentence for the two failures a person can mend; anything else is a crash, tried again. */
function startProblem(error: unknown, role: Role, config: Config): string | undefined {
  const setting = role === "staff" ? "STAFF_PORT" : "PORT";
  const port = role === "staff" ? config.staffPort : config.port;
  const code = codeOf(error);
  if (code === "EADDRINUSE") return portInUse(setting, config.host, port);
  if (code === "EACCES")
    return `${setting}: port ${port} may not be used by this user; choose one above 1023`;
  if (code === "EADDRNOTAVAIL") return `HOST: ${config.host} is not an address of this machine`;
  return undefined;
}

export function portInUse(setting: string, host: string, port: number): string {
  return `${setting}: port ${port} on ${host} is in use; stop the program that has it, or choose another port`;
}

/** Node would print the message of a stray error, which may quote what someone sent. */
function crashWithoutWords(log: Logger): void {
  const crash = (error: unknown): void => {
    log.error({ code: codeOf(error), at: placeOf(error) }, "crashed");
    process.exit(1);
  };
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
}

async function drain(running: RunningRole | undefined, log: Logger): Promise<void> {
  setTimeout(() => {
    log.warn({ ms: DRAIN_MS }, "stopped before all work was finished");
    process.exit(0);
  }, DRAIN_MS).unref();
  await running?.stop();
  process.exit(0);
}

function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    void work();
  };
}
