import { type DestinationStream, pino } from "pino";

/** The only fields a line may carry: ids, codes and counts. A name not here is dropped, whatever it holds. */
export const LOG_KEYS = [
  "id",
  "requestId",
  "tipId",
  "caseId",
  "jobId",
  "evidenceId",
  "actorId",
  "role",
  "pid",
  "port",
  "code",
  "reason",
  "kind",
  "band",
  "region",
  "state",
  "channel",
  "locale",
  "step",
  "queue",
  "method",
  "route",
  "status",
  "count",
  "total",
  "attempt",
  "bytes",
  "ms",
  "seconds",
  "signal",
  "exitCode",
  "at",
] as const;

export type LogKey = (typeof LOG_KEYS)[number];
export type LogFields = Readonly<Partial<Record<LogKey, string | number | boolean | null | undefined>>>;

export type Logger = {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
};

const ALLOWED: ReadonlySet<string> = new Set(LOG_KEYS);
// Ids, codes, route patterns and places in our own files; nothing with spaces, and nothing long.
const CODE = /^[\w.:/@*{}-]{1,100}$/;
// Not a telephone number, an IP address or a mail address, even where a code is expected.
const PERSONAL = /\d{7}|\d{1,3}(\.\d{1,3}){3}|\w@\w/;
// A UUID, or one of the telephone provider's own ids; either may hold many digits in a row.
const ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{2}[0-9a-f]{32})$/i;

/**
 * Keeps of `fields` what a log may hold: allow-listed names with numbers, booleans or short codes.
 * A string that is no code, or looks like a number or address of a person, becomes `"dropped"`.
 */
export function allowedFields(
  fields: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean | null> {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (!ALLOWED.has(key)) continue;
    if (typeof value === "number" || typeof value === "boolean" || value === null) kept[key] = value;
    else if (typeof value === "string") kept[key] = isCode(value) ? value : "dropped";
  }
  return kept;
}

function isCode(value: string): boolean {
  return CODE.test(value) && !isPersonal(value);
}

/** Whether a text looks like a number or an address of a person; our own ids do not. */
export function isPersonal(text: string): boolean {
  return !ID.test(text) && PERSONAL.test(text);
}

/**
 * A logger of JSON lines for one process. `message` must be a constant of the program, never made of what someone
 * sent; the architecture test holds every call to that.
 */
export function createLogger(
  options: { role: string; level?: string },
  destination?: DestinationStream,
): Logger {
  const settings = {
    level: options.level ?? "info",
    base: { role: options.role },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  const log = destination ? pino(settings, destination) : pino(settings);
  return {
    debug: (fields, message) => log.debug(allowedFields(fields), message),
    info: (fields, message) => log.info(allowedFields(fields), message),
    warn: (fields, message) => log.warn(allowedFields(fields), message),
    error: (fields, message) => log.error(allowedFields(fields), message),
  };
}

/** The code of an error (`ECONNREFUSED`, a SQLSTATE) or its class: its message may quote what someone sent. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** Where in our own files an error was made (`functions/store/tips.ts:12:3`), or `unknown`. */
export function placeOf(error: unknown): string {
  const frames =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const own = frames.find(
    (frame) => /\/functions\/[\w./-]+:\d+:\d+/.test(frame) && !frame.includes("node_modules"),
  );
  return own?.match(/functions\/[\w./-]+:\d+:\d+/)?.[0] ?? "unknown";
}
