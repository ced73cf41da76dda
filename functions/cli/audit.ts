/**
 * `npm run --silent audit -- verify [--head SEQ:HASH]…`: checks the event log of the running database and names the
 * first broken link. It prints the head of the chain: written down elsewhere at each handover and given back with
 * `--head`, it also shows a log that was cut short or written anew as a whole.
 */
import { parseArgs } from "node:util";
import { parseConfig } from "../config.ts";
import { type BrokenLink, checkChain } from "../service/events/check-chain.ts";
import type { ChainPlace } from "../service/events/ports.ts";
import { connect } from "../store/connect.ts";
import { readChain, readHead } from "../store/event-chain.ts";
import { databaseUrlFor } from "../supervise/database-url.ts";

const usage = "usage: npm run --silent audit -- verify [--head SEQ:HASH]";

const says: Readonly<Record<BrokenLink["kind"], string>> = {
  changed: "was changed after it was written",
  unlinked: "does not follow the one before it",
  cut: "and whatever came after it are missing",
  rewritten: "is another than the head written down",
};

async function main(args: string[]): Promise<number> {
  const known = readArguments(args);
  if (!known) return problem(usage, 2);
  // As the staff role alone would be set up; its login may read the log and change nothing in it.
  const keysDir = process.env.KEYS_DIR || `${process.env.DATA_DIR || "./data"}/keys/staff`;
  const parsed = parseConfig({ ...process.env, ROLE: "staff", KEYS_DIR: keysDir });
  if (!parsed.ok) return problem(parsed.problems.join("\n"), 2);
  const { config } = parsed;
  const connection = connect(await databaseUrlFor("staff", config, keysDir), { max: 1 });
  try {
    const head = await readHead(connection.db);
    const check = await checkChain(readChain(connection.db), head, known);
    if (!check.ok) return problem(`event ${check.broken.seq} ${says[check.broken.kind]}`, 1);
    process.stdout.write(`${check.count} events, unbroken\nhead ${check.head.seq}:${check.head.hash}\n`);
    return 0;
  } finally {
    await connection.close();
  }
}

/** The heads given, or undefined when the arguments are not understood. */
function readArguments(args: string[]): ChainPlace[] | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { head: { type: "string", multiple: true } },
    });
    if (positionals.length !== 1 || positionals[0] !== "verify") return undefined;
    const heads = (values.head ?? []).map((text) => /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()));
    if (heads.includes(null)) return undefined;
    return heads.map((match) => ({ seq: Number(match?.[1]), hash: match?.[2] ?? "" }));
  } catch {
    return undefined;
  }
}

function problem(line: string, code: number): number {
  process.stderr.write(`${line}\n`);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch {
  // A database's message may name its address and login.
  process.exitCode = problem("the event log cannot be read: is the program running?", 2);
}
