/**
 * `npm run --silent triage:score -- FILE… [--misses]`: triages labelled reports (JSON lines with `gold`) and prints how well each field
 * agrees, and with `--misses` every disagreement by the report's id.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Gold, measure, type Pair } from "../domain/triage/measure.ts";
import { triageTip } from "../domain/triage/triage.ts";
import { TriageInput } from "../domain/triage/verdict.ts";

const Line = TriageInput.extend({ gold: Gold });

async function readPairs(file: string): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const [index, line] of (await readFile(file, "utf8")).split("\n").entries()) {
    if (line.trim() === "") continue;
    const { gold, ...input } = Line.parse(JSON.parse(line));
    pairs.push({ id: input.id ?? `${index + 1}`, gold, verdict: triageTip(input) });
  }
  return pairs;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) {
    process.stderr.write("usage: npm run --silent triage:score -- FILE… [--misses]\n");
    return 2;
  }
  const pairs = (await Promise.all(positionals.map(readPairs))).flat();
  const { shares, misses } = measure(pairs);
  process.stdout.write(`${pairs.length} reports\n`);
  for (const [field, { right, of }] of Object.entries(shares))
    process.stdout.write(`${field.padEnd(16)} ${(of === 0 ? 1 : right / of).toFixed(3)}  (${right}/${of})\n`);
  if (values.misses)
    for (const { id, field, gold, found } of misses)
      process.stdout.write(`${id}\t${field}\texpected ${gold}\tfound ${found}\n`);
  return 0;
}

process.exitCode = await main();
