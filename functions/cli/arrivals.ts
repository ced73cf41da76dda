/**
 * `npm run --silent arrivals -- import FILE [--check]`: takes announced ship calls, flights and cargo from a file of
 * comma-separated values. Rows that are not right are named by line and the others taken together; the same file
 * again changes nothing. Exit 0: all rows taken; 1: some or all refused; 2: it could not be tried.
 */
import { open } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parseConfig } from "../config.ts";
import { arrivalColumns } from "../domain/arrivals/arrival.ts";
import type { Refusal } from "../domain/arrivals/read-arrivals.ts";
import { type ImportReport, importArrivals, mostBytes } from "../service/arrivals/import-arrivals.ts";
import { createArrivalImporter } from "../store/arrivals-import.ts";
import { connect, isAway } from "../store/connect.ts";
import { databaseUrlFor } from "../supervise/database-url.ts";
import { createBlindIndex } from "../vault/blind-index.ts";
import { readKey } from "../vault/key-files.ts";

const usage = `usage: npm run --silent arrivals -- import FILE [--check]
columns, in any order: ${arrivalColumns.join(", ")}
needed: port (UN/LOCODE), eta (2026-11-21T06:30, Tokyo unless it says otherwise), and imo, mmsi, name, flight, container or awb`;

const says: Readonly<Record<string, string>> = {
  unknown_kind: "is none of vessel, flight, cargo",
  check_digit: "does not pass its check digit",
  not_mmsi: "is no MMSI",
  not_a_name: "is no name of up to 80 characters",
  not_a_flight: "is no flight number like NH921",
  not_a_locode: "is no UN/LOCODE like JPYOK",
  not_a_time: "is no time like 2026-11-21T06:30",
  too_long: "is longer than 40 characters",
  unknown_status: "is neither expected nor cancelled",
  missing: "is missing",
  number_of_fields: "has more or fewer fields than the first line",
  open_quote: "opens a quote that nothing closes",
  words_behind_quote: "has words behind a closed quote",
  empty: "holds nothing",
  unknown_column: "names a column that is not known",
  column_twice: "names a column twice",
  missing_column: "lacks the column eta or port",
  too_many_rows: "is one row too many for one file",
  too_large: "is more than 64 MB",
  not_text: "is neither UTF-8 nor Shift_JIS text",
};

/** More lines than anyone reads; the count says how many there are. */
const mostShown = 100;

async function main(args: string[]): Promise<number> {
  const given = readArguments(args);
  if (!given) return problem(usage, 2);
  const bytes = await readFile(given.file);
  if (!bytes) return problem("the file cannot be read", 2);
  // As the staff role alone would be set up: its login may write arrivals, its key hashes as the intake does.
  const keysDir = process.env.KEYS_DIR || `${process.env.DATA_DIR || "./data"}/keys/staff`;
  const parsed = parseConfig({ ...process.env, ROLE: "staff", KEYS_DIR: keysDir });
  if (!parsed.ok) return problem(parsed.problems.join("\n"), 2);
  const [databaseUrl, key] = await Promise.all([
    databaseUrlFor("staff", parsed.config, keysDir),
    readKey(keysDir, "index"),
  ]);
  const connection = connect(databaseUrl, { max: 1 });
  const quiet = () => undefined;
  try {
    const report = await importArrivals(
      {
        clock: () => new Date(),
        log: { info: quiet, warn: quiet, error: quiet },
        index: createBlindIndex(key),
        arrivals: createArrivalImporter(connection.db),
      },
      "command",
      { bytes, check: given.check },
    );
    return tell(report, given.check);
  } finally {
    await connection.close();
  }
}

function tell({ rows, refused, ...counts }: ImportReport, check: boolean): number {
  for (const refusal of refused.slice(0, mostShown)) problem(lineOf(refusal), 1);
  const lines = new Set(refused.map(({ line }) => line)).size;
  if (refused.length > mostShown) problem(`… and ${refused.length - mostShown} more`, 1);
  const whole = rows === 0 && refused.length > 0;
  process.stdout.write(
    whole
      ? "nothing taken\n"
      : `${rows} rows: ${counts.added} new, ${counts.changed} changed, ${counts.unchanged} as they were, ${lines} refused${check ? " (nothing written)" : ""}\n`,
  );
  return refused.length > 0 ? 1 : 0;
}

function lineOf({ line, column, code }: Refusal): string {
  return `line ${line}${column ? `, ${column}` : ""}: ${says[code] ?? "is not right"}`;
}

/** No more of a file than may be taken, so that a wrong one does not fill the memory. */
async function readFile(path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return size > mostBytes ? new Uint8Array(mostBytes + 1) : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

function readArguments(args: string[]): { file: string; check: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: "boolean", default: false } },
    });
    const [command, file, ...more] = positionals;
    return command === "import" && file && more.length === 0 ? { file, check: values.check } : undefined;
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
} catch (error) {
  // A database's message may name its address and login.
  process.exitCode = problem(
    isAway(error)
      ? "the database does not answer: is the program running?"
      : "nothing was taken: the arrivals could not be written",
    2,
  );
}
