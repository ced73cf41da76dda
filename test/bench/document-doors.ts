/** The parts of docs/benchmarks.md about the doors: intake, hooks and desk. */
import type { DeskResult } from "./desk.ts";
import type { HooksResult } from "./hooks.ts";
import type { IntakeResult } from "./intake.ts";
import { ms, table, whole } from "./markdown.ts";

export function capacity(intake: IntakeResult | undefined): string {
  if (!intake) return "";
  const rows = intake.rows.map((row) => [
    String(row.connections),
    whole(row.perSecond),
    ms(row.p50),
    ms(row.p95),
    ms(row.p99),
    String(row.refused),
    `${whole(row.stored)} of ${whole(row.requests - row.refused)}`,
    whole(row.raw.perSecond),
    row.ratio.toFixed(2),
  ]);
  return [
    "## Tips a second",
    "",
    "`POST /api/tips` with reports of a few hundred bytes, each accepted: triaged, sealed to two recipients, on disk in the",
    "journal (fdatasync) before the answer, then in PostgreSQL. *Raw* sends the very statements of such a tip, already",
    "sealed and hashed, straight to the same PostgreSQL over as many connections: one transaction a tip, nothing else.",
    "",
    table(
      ["connections", "tips/s", "p50 ms", "p95", "p99", "refused", "in the database", "raw/s", "tips ÷ raw"],
      rows,
    ),
    "",
    bounds(intake),
  ].join("\n");
}

function bounds({ rows, bounds: cost }: IntakeResult): string {
  const full = rows.at(-1);
  if (!full) return "";
  const steps: [string, { p50: number; p99: number }][] = [
    ["triage", cost.triage],
    ["triage and search hashes", cost.assess],
    ["one seal, two recipients", cost.seal],
    ["one journal append with fdatasync", cost.journal],
    ["one tip's transaction, through the store", cost.insert],
    ["the same in the journal's batches of 200, each tip", cost.insertInBatch],
  ];
  return [
    "### What bounds it",
    "",
    table(
      ["step, alone and one after another", "p50 ms", "p99"],
      steps.map(([name, { p50, p99 }]) => [name, ms(p50), ms(p99)]),
    ),
    "",
    `At 32 connections the public process had ${(full.publicCore * 100).toFixed(0)} % of one core and spent ` +
      `${ms(full.cpuMs.public)} ms of processor time on each tip, PostgreSQL ${ms(full.cpuMs.postgres)} ms. ` +
      (full.publicCore > 0.85
        ? "So the bound is the one core that JavaScript runs on, not the disk or the database: "
        : "So the public process was not at its limit; the clients and PostgreSQL share the same cores: ") +
      "the journal is written while the next tips are sealed, and several tips share one fdatasync and one transaction, " +
      "which is why the rate with the whole work can come near, or pass, that of one transaction a tip. " +
      `The bare door (\`GET /healthz\`, 32 connections) answers ${whole(cost.door.perSecond)} a second here. ` +
      `The last of the tips was in the database ${full.drainSeconds.toFixed(1)} s after the last answer.`,
  ].join("\n");
}

export function hooksPart(hooks: HooksResult | undefined): string {
  if (!hooks) return "";
  const voiceRow = (pace: string, { voice }: HooksResult["steady"]) => [
    pace,
    whole(voice.perSecond),
    whole(voice.answers),
    ms(voice.p50),
    ms(voice.p99),
    String(voice.failed),
    `${whole(voice.kept)} of ${whole(voice.recordings)} recordings`,
  ];
  const textRow = (pace: string, { sms }: HooksResult["steady"]) => [
    pace,
    whole(sms.perSecond),
    whole(sms.requests),
    ms(sms.p50),
    ms(sms.p99),
    String(sms.refused),
    `${whole(sms.kept)} of ${whole(sms.requests - sms.refused)} messages`,
  ];
  const { steady, flatOut } = hooks;
  return [
    "## Telephone and text hooks",
    "",
    "Signed as Twilio signs, verified by the program. Whole calls are followed through their documents (language, speaking,",
    "receipt; a third hang up early), so that the answers are the mix a real line has; the worker meanwhile fetches and",
    "seals the recordings. Text messages come each from a number of its own.",
    "",
    `*A crowded night*: ${steady.voice.callers} calls at once, each person taking one to three seconds before the next key, and text`,
    "messages at a fixed rate at the same time, each timed from the moment it was due. *Flat out*: nobody thinks, each of",
    `${flatOut.voice.callers} lines or connections asks again at once, so both cores are busy and the time is mostly that of waiting for a`,
    "turn: it says how much the machine can do, not how long a caller waits.",
    "",
    table(
      ["hook", "a second", "answers", "p50 ms", "p99", "failed", "kept"],
      [
        voiceRow("voice, a crowded night", steady),
        textRow("text, meanwhile", steady),
        voiceRow("voice, flat out", flatOut),
        textRow("text, flat out", flatOut),
      ],
    ),
  ].join("\n");
}

export function deskPart(desk: DeskResult | undefined): string {
  if (!desk) return "";
  return [
    "## The desk",
    "",
    `${whole(desk.tips)} tips, all of them open, which is the worst case for the queue. ${whole(desk.distinct)} were invented, triaged and`,
    "sealed one by one; the others repeat their sealed words with ids, receipts and times of their own over a year, and went",
    `in through the program's own store (${whole(desk.fillSeconds)} s). An intake officer of headquarters, who may read every region, asks:`,
    "pages by session, as a browser does, JSON by bearer token.",
    "",
    table(
      ["asked for", "connections", "p50 ms", "p95", "p99", "refused"],
      desk.pages.map((row) => [
        row.name,
        String(row.connections),
        ms(row.p50),
        ms(row.p95),
        ms(row.p99),
        String(row.refused),
      ]),
    ),
    "",
    "Search looks for keyed hashes of letter pairs, opens the candidates and keeps those that really hold the words; each",
    "search is written to the event log. A full first page is 50 hits.",
    "",
    table(
      ["looked for", "hits", "p50 ms", "p95", "p99", "refused"],
      desk.searches.map((row) => [
        row.query,
        String(row.hits),
        ms(row.p50),
        ms(row.p95),
        ms(row.p99),
        String(row.refused),
      ]),
    ),
  ].join("\n");
}
