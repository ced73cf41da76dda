import { mayOnTip, type TipAction } from "../../domain/access/permits.ts";
import { beginsWork } from "../../domain/cases/work.ts";
import { NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { parseId } from "./parse-input.ts";
import type { NewEvent, TipChange, TipRow } from "./ports.ts";

/**
 * The tip an officer wants to act on.
 * @throws `NotFound` when there is none or they may not read it; `NotAllowed` when they may read it but not do this;
 * `StaleVersion` when it is no longer as they saw it
 */
export async function loadTip(
  ctx: DeskContext,
  input: { tipId: string; version?: number | undefined },
  action: TipAction,
): Promise<TipRow> {
  const tip = await ctx.desk.row(parseId(input.tipId));
  if (!tip || !mayOnTip(ctx.officer, "read", tip)) throw new NotFound();
  // Before the permit: what another officer changed may be why it is no longer permitted.
  if (input.version !== undefined && input.version !== tip.version) throw new StaleVersion();
  if (!mayOnTip(ctx.officer, action, tip)) throw new NotAllowed("not_permitted");
  return tip;
}

/** Commits the change with its event; the owner's first work takes an assigned tip into progress. @throws `StaleVersion` when someone else was first */
export async function commit(
  ctx: DeskContext,
  tip: TipRow,
  change: Omit<TipChange, "tipId" | "version" | "event"> & {
    event: Pick<NewEvent, "action" | "details"> & Pick<Partial<NewEvent>, "sealed" | "subjectId">;
  },
): Promise<{ version: number }> {
  const details = { ...change.event.details, ...(ctx.batch ? { batch: ctx.batch } : {}) };
  const event = { at: ctx.clock(), actorId: ctx.officer.id, ...change.event, details };
  const set = beginsWork(ctx.officer, tip, event.action)
    ? { ...change.set, state: "in_progress" as const }
    : change.set;
  if (!(await ctx.desk.change({ ...change, set, tipId: tip.id, version: tip.version, event })))
    throw new StaleVersion();
  ctx.log.info({ tipId: tip.id, code: event.action }, "tip changed");
  return { version: tip.version + 1 };
}
