/** Writes the results as docs/benchmarks.md. */
import { capacity, deskPart, hooksPart } from "./document-doors.ts";
import { aim, mb, ms, table, whole } from "./markdown.ts";
import type { PartNow } from "./processes.ts";
import type { Results } from "./results.ts";

export function document(results: Results): string {
  return `${[
    head(results),
    aims(results),
    capacity(results.intake),
    hooksPart(results.hooks),
    deskPart(results.desk),
    memoryPart(results),
    crashPart(results),
    triagePart(results),
    startPart(results),
    method,
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

function head({ machine, quick, loadBefore, seconds }: Results): string {
  const busiest = Math.max(0, ...Object.values(loadBefore));
  const lines = [
    "# Benchmarks",
    "",
    `Written by \`npm run bench\`${quick ? " `-- --quick`, which only tries each part: **not to be quoted**" : ""}. ` +
      "Every ratio compares two things measured in the same run on the same machine.",
    "",
    table(
      ["measured on", ""],
      [
        ["date", `${machine.at.slice(0, 16).replace("T", " ")} UTC`],
        ["program", machine.commit],
        ["processor", `${machine.processor}, ${machine.cores} cores`],
        ["memory", `${mb(machine.memoryBytes)} MB`],
        ["system", machine.system],
        ["Node", machine.node],
        ["PostgreSQL", machine.postgres],
        ["took", `${Math.round(seconds / 60)} min`],
      ],
    ).replace("---:", "---"),
  ];
  if (busiest > 1)
    lines.push(
      "",
      `The machine had a load of up to ${busiest.toFixed(1)} before a part began: partly our own, from the part before.`,
    );
  return lines.join("\n");
}

function aims({ intake, hooks, desk, crashes = [], triage = [], starts }: Results): string {
  const rows: string[][] = [];
  const full = intake?.rows.find(({ connections }) => connections === 32);
  if (full) {
    rows.push(aim("tips a second at 32 connections ≥ 450", whole(full.perSecond), full.perSecond >= 450));
    rows.push(aim("their p99 < 150 ms", `${ms(full.p99)} ms`, full.p99 < 150));
    const refused = intake?.rows.reduce((sum, row) => sum + row.refused, 0) ?? 0;
    rows.push(aim("refused = 0", String(refused), refused === 0));
  }
  if (hooks) {
    const { voice, sms } = hooks.steady;
    rows.push(
      aim(`voice hooks, ${voice.callers} calls at once, p99 < 50 ms`, `${ms(voice.p99)} ms`, voice.p99 < 50),
    );
    rows.push(
      aim(
        `text hook, ${whole(sms.perSecond)} a second meanwhile, p99 < 50 ms`,
        `${ms(sms.p99)} ms`,
        sms.p99 < 50,
      ),
    );
  }
  if (desk) {
    const page = Math.max(...desk.pages.filter(({ connections }) => connections === 1).map(({ p95 }) => p95));
    const search = Math.max(...desk.searches.map(({ p95 }) => p95));
    rows.push(aim(`desk page over ${whole(desk.tips)} tips p95 < 60 ms`, `${ms(page)} ms`, page < 60));
    rows.push(aim("search over them p95 < 150 ms", `${ms(search)} ms`, search < 150));
  }
  const most = mostMemory({ intake, desk });
  if (most > 0) rows.push(aim("memory of each role < 200 MB", `${mb(most)} MB`, most < 200 * 1_048_576));
  if (crashes.length > 0) {
    const lost = crashes.reduce((sum, each) => sum + each.lost, 0);
    const doubled = crashes.reduce((sum, each) => sum + each.duplicated, 0);
    const kills = crashes.reduce((sum, each) => sum + each.kills, 0);
    rows.push(aim(`acknowledged tips lost in ${kills} kills = 0`, String(lost), lost === 0));
    rows.push(aim("tips doubled = 0", String(doubled), doubled === 0));
  }
  const [usual, largest] = triage;
  if (usual) rows.push(aim("triage of 2,000 characters p99 < 20 ms", `${ms(usual.p99)} ms`, usual.p99 < 20));
  if (largest)
    rows.push(aim("triage of 20,000 characters < 200 ms", `${ms(largest.max)} ms`, largest.max < 200));
  if (starts) {
    const slowest = Math.max(...starts.seconds);
    rows.push(aim("a later start < 5 s", `${slowest.toFixed(1)} s`, slowest < 5));
  }
  return `## Aims\n\n${table(["aim", "measured", "reached"], rows)}`;
}

function mostMemory({ intake, desk }: Pick<Results, "intake" | "desk">): number {
  const seen = [intake?.memory.idle, intake?.memory.loaded, desk?.memory.idle, desk?.memory.loaded].flatMap(
    (parts) => parts ?? [],
  );
  const roles = seen.filter(({ part }) => part === "public" || part === "staff" || part === "worker");
  return Math.max(0, ...roles.map(({ rssBytes }) => rssBytes));
}

function memoryPart({ intake, desk }: Results): string {
  if (!intake && !desk) return "";
  const columns: [string, readonly PartNow[] | undefined][] = [
    ["after the start", intake?.memory.idle],
    ["after the tips", intake?.memory.loaded],
    ["a little later", intake?.memory.rested],
    ["after the desk's pages", desk?.memory.loaded],
  ];
  const present = columns.filter(([, parts]) => parts !== undefined);
  const names = present[0]?.[1]?.map(({ part }) => part) ?? [];
  const of = (parts: readonly PartNow[] | undefined, name: string) =>
    mb(parts?.find(({ part }) => part === name)?.rssBytes ?? 0);
  return [
    "## Memory",
    "",
    "Resident memory in MB. About 60 MB of each Node process are the pages of the `node` program itself, which all of",
    "them share. PostgreSQL's processes are added up by their share of what they have in common.",
    "",
    table(
      ["process", ...present.map(([name]) => name)],
      names.map((name) => [name, ...present.map(([, parts]) => of(parts, name))]),
    ),
  ].join("\n");
}

function crashPart({ crashes }: Results): string {
  if (!crashes) return "";
  const names = { public: "public role", postgres: "PostgreSQL", everything: "everything" };
  return [
    "## kill -9 under load",
    "",
    "Eight clients send tips without a pause; each sends its own again under the same key until it is acknowledged.",
    "Meanwhile the named part is killed. Afterwards every acknowledged tip is looked up in the database.",
    "",
    table(
      ["killed", "times", "acknowledged", "sent again", "lost", "doubled", "longest silence"],
      crashes.map((each) => [
        names[each.target],
        String(each.kills),
        whole(each.acknowledged),
        whole(each.retried),
        String(each.lost),
        String(each.duplicated),
        `${each.longestSilence.toFixed(1)} s`,
      ]),
    ),
    "",
    "The silence of the first two is the wait before a part that keeps ending is started again (0.2 s, then twice as",
    "long each time); tips go on while PostgreSQL is away. The program is stopped and started in order after every",
    "fourth kill, under the same load.",
  ].join("\n");
}

function triagePart({ triage }: Results): string {
  if (!triage) return "";
  return [
    "## Triage",
    "",
    "Invented reports in six languages, joined to one length; triage alone, in milliseconds.",
    "",
    table(
      ["characters", "texts", "p50", "p99", "longest"],
      triage.map((row) => [whole(row.characters), whole(row.texts), ms(row.p50), ms(row.p99), ms(row.max)]),
    ),
  ].join("\n");
}

function startPart({ starts }: Results): string {
  if (!starts) return "";
  const each = starts.seconds.map((value) => value.toFixed(1)).join(", ");
  return [
    "## Start and stop",
    "",
    `\`npm start\`, everything installed and built, until it prints \`Ready.\`: ${starts.first.toFixed(1)} s with an`,
    `empty data folder, then ${each} s. SIGTERM until it is gone: ${Math.max(...starts.stop).toFixed(1)} s at most.`,
  ].join("\n");
}

const method = [
  "## How it is measured",
  "",
  "The program under test is the built one, started by `functions/start.ts` with its embedded PostgreSQL: sealing,",
  "journal, fsync and the permission model on, nothing replaced. Clients run on the same machine in one process, so",
  "they take their share of the cores; each connection sends its next request when the last one is answered. What a",
  "warm-up sent is not counted. Percentiles are over all requests, refused ones included.",
  "`test/bench/` holds all of it; the numbers themselves are in `data/bench.json`.",
].join("\n");
