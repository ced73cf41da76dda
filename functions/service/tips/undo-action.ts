import { z } from "zod";
import { Handling, readGrade } from "../../domain/cases/grading.ts";
import { PublicStatusCode } from "../../domain/cases/public-status.ts";
import { TipLane, TipState } from "../../domain/cases/tip-state.ts";
import type { UndoableAction } from "../../domain/cases/undo.ts";
import { Band, Region } from "../../domain/triage/verdict.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import type { TipChange } from "../cases/ports.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { findUndoable } from "./find-undoable.ts";
import { beforeClosing } from "./reopen-tip.ts";

const Input = z.object({
  tipId: z.string(),
  version,
  /** Only what was done with this press on several tips. */
  batch: z.uuid().optional(),
});

/**
 * Takes back the officer's own last change to the tip: taking, giving, routing, banding, grading, mending a number, setting aside, restoring, closing, or a change of case. What was
 * written down stays in the event log, and a case that was opened keeps its number.
 * @throws `NotFound`, `NotAllowed` (`nothing_to_undo`), `StaleVersion`, `BadInput`
 */
export async function undoAction(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; undone: UndoableAction }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "undo");
  const last = await findUndoable(ctx, tip.id);
  if (!last || (input.batch !== undefined && last.details.batch !== input.batch))
    throw new NotAllowed("nothing_to_undo");
  const done = await commit(ctx, tip, {
    ...(last.action === "correct"
      ? await beforeCorrection(ctx, tip.id, last.details)
      : { set: before[last.action](last.details) }),
    event: { action: "tip.undone", details: { undone: last.action } },
  });
  return { ...done, undone: last.action };
}

const before: Record<
  Exclude<UndoableAction, "correct">,
  (details: Readonly<Record<string, unknown>>) => TipChange["set"]
> = {
  take: (details) => ({
    ...statusBefore(details),
    ownerId: null,
    state: TipState.parse(details.stateBefore),
  }),
  assign: (details) => ({
    ...statusBefore(details),
    ownerId: typeof details.ownerBefore === "string" ? details.ownerBefore : null,
    state: TipState.parse(details.stateBefore),
  }),
  route: beforeRouting,
  band: (details) => ({ band: Band.parse(details.from), state: TipState.parse(details.stateBefore) }),
  grade: beforeGrading,
  "set-aside": (details) => ({ lane: TipLane.parse(details.laneBefore) }),
  restore: beforeRestoring,
  close: (details) => ({ ...beforeClosing(details), endingWithdrawn: true }),
  join: beforeCase,
  part: beforeCase,
};

/** What the receipt's holder was told; an event from before it was written down says nothing of it. */
function statusBefore(details: Readonly<Record<string, unknown>>): TipChange["set"] {
  const status = PublicStatusCode.safeParse(details.statusBefore);
  return status.success ? { publicStatus: status.data } : {};
}

/** The verdict as it was, and the number's hash gone; then the worker compares the tip once more. */
async function beforeCorrection(
  ctx: DeskContext,
  tipId: string,
  details: Readonly<Record<string, unknown>>,
): Promise<Pick<TipChange, "set" | "correction">> {
  const corrections = await ctx.corrections.ofTip(tipId);
  const correction = corrections.find(({ id }) => id === details.correction);
  if (!correction) throw new NotAllowed("nothing_to_undo");
  return { set: { verdict: correction.before }, correction: { takeBack: correction.id } };
}

function beforeGrading({
  from,
  handlingBefore,
  stateBefore,
}: Readonly<Record<string, unknown>>): TipChange["set"] {
  const grade = readGrade(from) ?? { source: "F", information: "6" };
  return {
    grading: { ...grade, handling: Handling.catch("H2").parse(handlingBefore) },
    state: TipState.parse(stateBefore),
  };
}

function beforeRouting(details: Readonly<Record<string, unknown>>): TipChange["set"] {
  return {
    region: Region.nullable().parse(details.from),
    regionSettled: details.settledBefore === true,
    ownerId: typeof details.ownerBefore === "string" ? details.ownerBefore : null,
    state: TipState.parse(details.stateBefore),
  };
}

/** Misuse that is withdrawn brings a tip out of quarantine by itself again, as before an officer had settled where it lies. */
function beforeRestoring({ laneBefore }: Readonly<Record<string, unknown>>): TipChange["set"] {
  const lane = TipLane.parse(laneBefore);
  return { lane, ...(lane === "quarantine" ? { laneSettled: false } : {}) };
}

function beforeCase({ caseBefore }: Readonly<Record<string, unknown>>): TipChange["set"] {
  return { caseId: typeof caseBefore === "string" ? caseBefore : null };
}
