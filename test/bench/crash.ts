import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readKey } from "../../functions/vault/key-files.ts";
import { createIntakeKeys } from "../../functions/vault/keys.ts";
import { freePort, type Program, processTree, startProgram } from "./program.ts";
import { tipRequest } from "./tips-load.ts";

export interface CrashResult {
  target: "public" | "postgres" | "everything";
  kills: number;
  acknowledged: number;
  lost: number;
  duplicated: number;
}

/**
 * Kills one part of the program `kills` times with SIGKILL while eight clients file tips, each retrying its own tip
 * with the same key until it is acknowledged, and then counts in the database what became of the acknowledged ones.
 */
export async function crash(
  target: CrashResult["target"],
  dataDir: string,
  kills: number,
): Promise<CrashResult> {
  const ports: [number, number] = [await freePort(), await freePort()];
  let program = await startProgram(dataDir, {}, ports);
  const acknowledged: string[] = [];
  const stopping = new AbortController();
  const clients = Array.from({ length: 8 }, (_, n) => client(program.url, n, acknowledged, stopping.signal));
  for (let round = 0; round < kills; round += 1) {
    await sleep(200 + Math.random() * 400);
    kill(program, target);
    if (target === "everything") program = await startProgram(dataDir, {}, ports);
    await answering(program.url, acknowledged);
  }
  stopping.abort();
  await Promise.all(clients);
  await drained(dataDir);
  const counted = await count(dataDir, acknowledged);
  await program.stop();
  return { target, kills, acknowledged: acknowledged.length, ...counted };
}

async function client(url: string, n: number, acknowledged: string[], stop: AbortSignal): Promise<void> {
  for (let at = n; !stop.aborted; at += 8) {
    const { path, headers, body } = tipRequest(at);
    const key: string = JSON.parse(body).idempotencyKey;
    while (!stop.aborted) {
      const answer = await fetch(new URL(path, url), {
        method: "POST",
        headers,
        body,
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined);
      // The body is read to its end: a status line alone is not yet an acknowledgement.
      const said = await answer?.json().catch(() => undefined);
      if (answer?.ok && said?.receipt) {
        acknowledged.push(key);
        break;
      }
      await sleep(20);
    }
  }
}

function kill(program: Program, target: CrashResult["target"]): void {
  const tree = processTree(program.pid);
  const wanted = (command: string) =>
    target === "everything" ||
    (target === "public" ? command.includes("public-app.ts") : command.includes("postgres"));
  for (const each of tree.filter(({ command }) => wanted(command))) {
    try {
      process.kill(each.pid, "SIGKILL");
    } catch {
      // it ended on its own
    }
  }
}

/** Waits until tips are being acknowledged again. */
async function answering(url: string, acknowledged: string[]): Promise<void> {
  const before = acknowledged.length;
  for (let tries = 0; tries < 600 && acknowledged.length <= before + 8; tries += 1) await sleep(50);
  if (acknowledged.length <= before) throw new Error(`${url} took no tip within 30 s of a kill`);
}

/** Waits until no journal segment holds anything. */
async function drained(dataDir: string): Promise<void> {
  const folder = join(dataDir, "journal");
  const bytes = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  for (let tries = 0; tries < 100 && bytes() > 1; tries += 1) await sleep(100);
  await sleep(1_000);
}

async function count(
  dataDir: string,
  acknowledged: readonly string[],
): Promise<{ lost: number; duplicated: number }> {
  const keysDir = join(dataDir, "keys/public");
  const keys = createIntakeKeys(await readKey(keysDir, "receipt"), await readKey(keysDir, "sender"));
  const client = new pg.Client({
    connectionString: readFileSync(join(dataDir, "keys/owner/database.url"), "utf8").trim(),
  });
  await client.connect();
  const { rows } = await client.query(
    "select receipt_hash, count(*)::int as n from tips group by receipt_hash",
  );
  await client.end();
  const counts = new Map<string, number>(rows.map((row) => [row.receipt_hash.toString("hex"), row.n]));
  const found = acknowledged.map(
    (key) => counts.get(Buffer.from(keys.hashReceipt(keys.receiptFor(key))).toString("hex")) ?? 0,
  );
  return {
    lost: found.filter((n) => n === 0).length,
    duplicated: [...counts.values()].filter((n) => n > 1).length,
  };
}
