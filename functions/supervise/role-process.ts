import { mkdirSync, realpathSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import type { Role } from "../config.ts";

/** What any process needs to find its time zone, certificates and name servers; nothing secret. */
const COMMON = [
  "TZ",
  "LANG",
  "NODE_ENV",
  "NODE_EXTRA_CA_CERTS",
  "HOST",
  "PUBLIC_URL",
  "DATA_DIR",
  "LOG_LEVEL",
  // Whether to count at all; the supervisor alone listens there.
  "METRICS_PORT",
];

const TWILIO = [
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_API_URL",
  "SMS_FROM",
  "VOICE_FROM",
  "SMS_REPLY",
  "TWILIO_TRANSCRIPTION",
];
const MAIL = ["RESEND_API_KEY", "RESEND_API_URL", "SMTP_URL", "MAIL_FROM", "DESK_MAIL"];

/**
 * The settings each role is given. The public role answers Twilio but sends no mail; the staff role reaches nobody but the office's own translator;
 * the worker fetches recordings and sends mail with links to the desk.
 */
export const ROLE_SETTINGS: Record<Role, readonly string[]> = {
  public: [...COMMON, "PORT", "DATABASE_URL_PUBLIC", ...TWILIO, "DUTY_NUMBERS", "EVIDENCE_S3_URL"],
  staff: [
    ...COMMON,
    "PORT",
    "STAFF_PORT",
    "STAFF_URL",
    "DATABASE_URL_STAFF",
    "TRAINING_DATABASE_URL",
    "EVIDENCE_S3_URL",
    "TRANSLATE_URL",
  ],
  worker: [
    ...COMMON,
    "PORT",
    "STAFF_PORT",
    "STAFF_URL",
    "DATABASE_URL_WORKER",
    ...TWILIO,
    ...MAIL,
    "EVIDENCE_S3_URL",
    "TRANSCRIBE_URL",
  ],
};

type Environment = Record<string, string | undefined>;

/** The environment of one role's process: its own settings, where its keys are, and what is configured at all. */
export function roleEnvironment(
  role: Role,
  env: Environment,
  own: { keysDir: string; configured: { twilio: boolean; mail: boolean } },
): Environment {
  const given = Object.fromEntries(ROLE_SETTINGS[role].map((name) => [name, env[name]]));
  const configured = Object.entries(own.configured).flatMap(([name, on]) => (on ? [name] : []));
  return { ...given, ...ALLOCATOR, ROLE: role, KEYS_DIR: own.keysDir, CONFIGURED: configured.join(",") };
}

/** The C library keeps a pool for each of a process's dozen threads, and gives none back; two are enough. */
const ALLOCATOR = { MALLOC_ARENA_MAX: "2" };

/**
 * Node's flags that keep a role small. By default V8 lets the young generation grow to 100 MB and tidies the old one
 * only at 250 MB, whatever lives: the public role lives on 70. No limit is set here: a role that needs more gets it.
 */
export const MEMORY_FLAGS: readonly string[] = [
  "--max-semi-space-size=4",
  "--initial-old-space-size=64",
  "--heap-growing-percent=15",
  "--v8-pool-size=2",
];

/** How far a process steps back when both cores are wanted (`nice`): a third of the share of one that does not. */
const WORKER_NICENESS = 5;

/** The worker steps back for the doors: a caller is on the line while it seals and disguises what others said. */
export function setRolePriority(role: Role, pid: number): void {
  if (role !== "worker") return;
  try {
    setPriority(pid, WORKER_NICENESS);
  } catch {
    // It has ended already, or the system has no such thing: a matter of speed alone.
  }
}

const PROGRAM = ["functions", "content", "public", "dist", "node_modules", "package.json"];

/** The folders below DATA_DIR that a role writes; `evidence` is only read by the staff role. */
const WRITES: Record<Role, readonly string[]> = {
  public: ["journal", "evidence"],
  staff: [],
  worker: ["evidence"],
};

/**
 * Node's flags that keep a role's process small, and to the program, its own keys and its own data: even by file
 * access the public role reaches no identity. Worker threads and child processes stay forbidden, as they would not be
 * kept.
 */
export function permissionFlags(
  role: Role,
  paths: { root: string; dataDir: string; keysDir: string },
): string[] {
  const data = (name: string): string => {
    const path = join(paths.dataDir, name);
    // Node treats a folder that is not there yet as a file.
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const writes = WRITES[role].map(data);
  const reads = [
    ...PROGRAM.map((name) => join(paths.root, name)),
    paths.keysDir,
    data("evidence"),
    ...writes,
    // Not the recovery key itself, only the note that lies in its folder until the folder is moved away.
    ...(role === "staff" ? [join(paths.dataDir, "keys/recovery/README.txt")] : []),
    // The practice desk's own keys and evidence, which open nothing real.
    ...(role === "staff" ? ["training/keys/staff", "training/evidence"].map(data) : []),
  ];
  return [
    ...MEMORY_FLAGS,
    "--permission",
    // The image library is a native addon.
    "--allow-addons",
    "--disable-warning=PERM0001",
    ...[...new Set(reads.flatMap(withTarget))].map((path) => `--allow-fs-read=${path}`),
    ...writes.flatMap(withTarget).map((path) => `--allow-fs-write=${path}`),
  ];
}

/** A path and, behind links, where it leads: Node checks the one it opens. */
function withTarget(path: string): string[] {
  try {
    const target = realpathSync(path);
    return target === path ? [path] : [path, target];
  } catch {
    return [path];
  }
}
