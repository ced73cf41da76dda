import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readKey } from "../../functions/vault/key-files.ts";
import { createIntakeKeys } from "../../functions/vault/keys.ts";
import { ask } from "./database.ts";
import { partOf, processTree } from "./processes.ts";
import { freePort, type Program, startProgram } from "./program.ts";
import { tipRequest } from "./tips-load.ts";

export interface CrashResult {
  target: "public" | "postgres" | "everything";
  /** Kills that hit a running part while tips were being sent. */
  kills: number;
  acknowledged: number;
  /** Attempts that met a refused or broken connection and were sent again with the same key. */
  retried: number;
  /** Answers with a status that tells the sender that the tip was not taken. */
  refused: Record<number, number>;
  /** Acknowledged tips that are not in the database afterwards. */
  lost: number;
  /** Tips that are there more than once, acknowledged or not. */
  duplicated: number;
  /** Longest time without an acknowledgement, in seconds. */
  longestSilence: number;
}

interface Sent {
  acknowledged: string[];
  retried: number;
  refused: Record<number, number>;
  lastAt: number;
  longestSilence: number;
}

const clients = 8;
/** The supervisor waits longer before each start of a part that keeps ending; a new start begins over. */
const killsPerStart = 4;

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
  const sent: Sent = {
    acknowledged: [],
    retried: 0,
    refused: {},
    lastAt: performance.now(),
    longestSilence: 0,
  };
  const stopping = new AbortController();
  const running = Array.from({ length: clients }, (_, n) => client(program.url, n, sent, stopping.signal));
  let hit = 0;
  try {
    for (let round = 0; round < kills; round += 1) {
      await taking(sent);
      if (target === "postgres") await databaseTakes(dataDir);
      await sleep(200 + Math.random() * 400);
      while (kill(program, target) === 0) await sleep(20);
      hit += 1;
      if (target === "everything") program = await startProgram(dataDir, {}, ports);
      else if (round % killsPerStart === killsPerStart - 1) {
        await taking(sent);
        await program.stop();
        program = await startProgram(dataDir, {}, ports);
      }
    }
    await taking(sent);
    stopping.abort();
    await Promise.all(running);
    const counted = await settled(dataDir, sent.acknowledged);
    const { acknowledged, retried, refused, longestSilence } = sent;
    return {
      target,
      kills: hit,
      acknowledged: acknowledged.length,
      retried,
      refused,
      longestSilence,
      ...counted,
    };
  } finally {
    stopping.abort();
    await program.stop();
  }
}

async function client(url: string, n: number, sent: Sent, stop: AbortSignal): Promise<void> {
  for (let at = n; !stop.aborted; at += clients) {
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
        const now = performance.now();
        sent.longestSilence = Math.max(sent.longestSilence, (now - sent.lastAt) / 1_000);
        sent.lastAt = now;
        sent.acknowledged.push(key);
        break;
      }
      sent.retried += 1;
      if (answer && !answer.ok) sent.refused[answer.status] = (sent.refused[answer.status] ?? 0) + 1;
      await sleep(20);
    }
  }
}

/** Kills with SIGKILL; resolves with how many processes there were to kill. */
function kill(program: Program, target: CrashResult["target"]): number {
  const wanted = processTree(program.pid).filter(
    ({ command }) => target === "everything" || partOf(command) === target,
  );
  for (const each of wanted) {
    try {
      process.kill(each.pid, "SIGKILL");
    } catch {
      // It ended with its parent.
    }
  }
  return wanted.length;
}

/** Waits until tips are being acknowledged again. */
async function taking({ acknowledged }: Sent): Promise<void> {
  // More than can have been answered before the kill.
  const wanted = acknowledged.length + 2 * clients;
  for (const endsAt = performance.now() + 30_000; acknowledged.length < wanted; await sleep(20))
    if (performance.now() > endsAt) throw new Error("no tip was taken within 30 s of a kill");
}

async function databaseTakes(dataDir: string): Promise<void> {
  for (const endsAt = performance.now() + 30_000; ; await sleep(50)) {
    const there = await ask(dataDir, "select 1").catch(() => undefined);
    if (there) return;
    if (performance.now() > endsAt) throw new Error("the database was not back within 30 s of a kill");
  }
}

/** Waits until every acknowledged tip is in the database, at most a minute, and counts. */
async function settled(
  dataDir: string,
  keys: readonly string[],
): Promise<{ lost: number; duplicated: number }> {
  const keysDir = join(dataDir, "keys/public");
  const derived = createIntakeKeys(
    await readKey(keysDir, "receipt"),
    await readKey(keysDir, "sender"),
    await readKey(keysDir, "lookup"),
  );
  const hashes = keys.map((key) => Buffer.from(derived.hashReceipt(derived.receiptFor(key))).toString("hex"));
  for (const endsAt = performance.now() + 60_000; ; await sleep(250)) {
    const rows = await ask<{ hash: string; n: number }>(
      dataDir,
      "select encode(receipt_hash, 'hex') as hash, count(*)::int as n from tips group by receipt_hash",
    ).catch((error) => {
      // Killed last, it may still be on its way up.
      if (performance.now() > endsAt) throw error;
      return undefined;
    });
    if (!rows) continue;
    const there = new Set(rows.map(({ hash }) => hash));
    const lost = hashes.filter((hash) => !there.has(hash)).length;
    if (lost === 0 || performance.now() > endsAt)
      return { lost, duplicated: rows.filter(({ n }) => n > 1).length };
  }
}
