import type { z } from "zod";
import { mayAtDesk, readableScope } from "../../domain/access/permits.ts";
import { filterNames, TipFilters } from "../../domain/cases/tip-filters.ts";
import { writeCsv } from "../../domain/text/write-csv.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { parseInput } from "../cases/parse-input.ts";
import type { TipRow } from "../cases/ports.ts";
import { NotAllowed, NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { placeOf } from "../tips/list-tips.ts";

const most = 20_000;
const page = 1_000;

const time = (at: Date | null) => at?.toISOString() ?? null;
const numbers = (tip: TipRow, kind: "valid" | "invalid") =>
  tip.identifiers
    .filter((each) => each[kind] > 0)
    .map((each) => `${each.type}:${each[kind]}`)
    .join(" ");

/** Codes, counts, ids and times: no word of a reporter, no number or contact, no officer's name. */
const columns: Readonly<Record<string, (tip: TipRow) => string | number | null>> = {
  id: (tip) => tip.id,
  received_at: (tip) => time(tip.receivedAt),
  channel: (tip) => tip.channel,
  locale: (tip) => tip.locale,
  lang: (tip) => tip.lang,
  band: (tip) => tip.band,
  machine_band: (tip) => tip.machineBand,
  score: (tip) => tip.score,
  disposition: (tip) => tip.disposition,
  threat_to_life: (tip) => Number(tip.threatToLife),
  categories: (tip) => tip.categories.join(" "),
  region: (tip) => tip.region,
  places: (tip) => tip.placeCodes.join(" "),
  urgency: (tip) => tip.urgency,
  expected_on: (tip) => tip.eta,
  due_at: (tip) => time(tip.dueAt),
  /** How many of each kind, such as `container:1 phone:2`. */
  valid_numbers: (tip) => numbers(tip, "valid"),
  doubtful_numbers: (tip) => numbers(tip, "invalid"),
  state: (tip) => tip.state,
  lane: (tip) => tip.lane,
  misuse: (tip) => tip.misuse.join(" "),
  outcome: (tip) => tip.outcome,
  case: (tip) => tip.caseReference,
  case_tips: (tip) => tip.caseTips,
  unit: (tip) => tip.unit,
  overdue_tasks: (tip) => tip.overdueTasks,
  source_grade: (tip) => tip.grading.source,
  information_grade: (tip) => tip.grading.information,
  handling: (tip) => tip.grading.handling,
  owner_id: (tip) => tip.owner?.id ?? null,
  recording: (tip) => tip.recording,
  files: (tip) => tip.files,
  unread_since: (tip) => time(tip.unreadSince),
};

/**
 * The list as its filters have it, a tip a line, as CSV. That it was taken out is on record with how many lines it has
 * and which filters it was narrowed by, not by what. Nothing sealed is opened for it, so a search is not taken out.
 * @throws `NotFound` for who has no such work, `NotAllowed` (`search_not_exported`, `too_many_to_export`),
 * `StepUpNeeded`, `BadInput`
 */
export async function exportQueue(
  ctx: DeskContext,
  given: z.input<typeof TipFilters>,
): Promise<{ csv: string; count: number }> {
  const scope = readableScope(ctx.officer);
  if (!scope || !mayAtDesk(ctx.officer, "export-queue")) throw new NotFound();
  const filters = parseInput(TipFilters, given);
  if (filters.q !== "") throw new NotAllowed("search_not_exported");
  const query = { scope, filters, officerId: ctx.officer.id };
  // Said before the proof: nobody proves who they are for a file that does not come.
  if ((await ctx.queue.countList(query, most + 1)) > most) throw new NotAllowed("too_many_to_export");
  requireStepUp(ctx);
  const tips: TipRow[] = [];
  let more = true;
  while (more && tips.length < most) {
    const last = tips.at(-1);
    const rows = await ctx.desk.list({ ...query, after: last ? placeOf(last, filters) : null, limit: page });
    tips.push(...rows);
    more = rows.length === page;
  }
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: "queue.exported",
    details: { rows: tips.length, filters: narrowedBy(filters) },
  });
  const cells = tips.map((tip) => Object.values(columns).map((cell) => cell(tip)));
  return { csv: writeCsv(Object.keys(columns), cells), count: tips.length };
}

/** The names of the filters that say anything, such as `band region`. */
function narrowedBy(filters: TipFilters): string {
  const usual = TipFilters.parse({});
  const names = filterNames as (keyof TipFilters)[];
  return names.filter((name) => String(filters[name]) !== String(usual[name])).join(" ");
}
