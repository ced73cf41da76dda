import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** How the database server is run: as ourselves, as another user, or behind a user namespace. */
export type DatabaseAccount =
  | { kind: "self" }
  | { kind: "user"; uid: number; gid: number }
  | { kind: "namespace"; unshare: string };

export type AccountResult = { ok: true; account: DatabaseAccount } | { ok: false; problem: string };

type UserIds = { uid: number; gid: number };

const NOBODY: UserIds = { uid: 65534, gid: 65534 };

/**
 * Chooses who runs PostgreSQL, which refuses uid 0: ourselves when not root; as root the owner of the
 * files, the `postgres` user (made if missing), or a user namespace where files only root can reach
 * keep being reachable.
 *
 * @param binary absolute path of the `postgres` program
 * @param directory an existing directory that will hold the cluster
 */
export function chooseAccount(binary: string, directory: string): AccountResult {
  if (process.getuid?.() !== 0) return { ok: true, account: { kind: "self" } };
  for (const ids of [ownerOf(directory), ownerOf(dirname(binary)), lookUp("postgres")]) {
    if (ids && ids.uid !== 0 && reaches(ids, binary, directory))
      return { ok: true, account: { kind: "user", ...ids } };
  }
  if (!lookUp("postgres") && reaches(NOBODY, binary, directory)) {
    spawnSync("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      "postgres",
    ]);
    const made = lookUp("postgres");
    if (made && reaches(made, binary, directory)) return { ok: true, account: { kind: "user", ...made } };
  }
  const namespace: DatabaseAccount = { kind: "namespace", unshare: "unshare" };
  const [command, args] = asAccount(namespace, binary, ["--version"]);
  if (spawnSync(command, args, { cwd: directory }).status === 0) return { ok: true, account: namespace };
  return {
    ok: false,
    problem:
      `PostgreSQL refuses to run as root, and no other user can reach both ${dirname(binary)} and ${directory}. ` +
      "Start as an ordinary user, move the program and DATA_DIR out of a directory only root can enter, or set DATABASE_URL.",
  };
}

/** The command line that runs `program` under the account; the process id stays that of the program itself. */
export function asAccount(account: DatabaseAccount, program: string, args: string[]): [string, string[]] {
  if (account.kind !== "namespace") return [program, args];
  return [account.unshare, ["--user", "--map-user=1000", "--map-group=1000", "--", program, ...args]];
}

/** The uid and gid to pass to spawn and chown; the namespace sees root's files as its own, so they stay root's. */
export function fileOwner(account: DatabaseAccount): UserIds | undefined {
  if (account.kind === "user") return { uid: account.uid, gid: account.gid };
  return account.kind === "namespace" ? { uid: 0, gid: 0 } : undefined;
}

function ownerOf(path: string): UserIds | undefined {
  const stat = statSync(resolve(path), { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

function lookUp(name: string): UserIds | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Tried rather than computed from modes: mount options and access lists count too. */
function reaches(ids: UserIds, binary: string, directory: string): boolean {
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1" && "$2" --version', "sh", directory, binary], {
    ...ids,
    cwd: "/",
    env: {},
    stdio: "ignore",
  });
  return probe.status === 0;
}
