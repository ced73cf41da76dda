import { type CaseAction, type CaseSituation, mayOnCase } from "../../domain/access/case-permits.ts";
import type { NewEvent } from "../cases/ports.ts";
import { NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import type { CaseChange, CaseRow } from "./ports.ts";

const Reference = /^SK-\d{4}-\d{6,9}$/;
const Id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As much of a case as decides who may do what with it. */
export function situationOf({ state, region, tipRegions }: CaseRow): CaseSituation {
  return { state, regions: [region, ...tipRegions] };
}

/**
 * The case an officer wants to act on, by its id or its reference.
 * @throws `NotFound` when there is none or they may not read it; `NotAllowed` when they may read it but not do this;
 * `StaleVersion` when it is no longer as they saw it
 */
export async function loadCase(
  ctx: DeskContext,
  input: { caseId: string; version?: number | undefined },
  action: CaseAction,
): Promise<CaseRow> {
  const name = input.caseId;
  if (!Reference.test(name) && !Id.test(name)) throw new NotFound();
  const found = await ctx.cases.find(Reference.test(name) ? { reference: name } : { id: name.toLowerCase() });
  if (!found || !mayOnCase(ctx.officer, "read", situationOf(found))) throw new NotFound();
  // Before the permit: what another officer changed may be why it is no longer permitted.
  if (input.version !== undefined && input.version !== found.version) throw new StaleVersion();
  if (!mayOnCase(ctx.officer, action, situationOf(found))) throw new NotAllowed("not_permitted");
  return found;
}

/** Commits the change of the case with its event. @throws `StaleVersion` when someone else was first */
export async function commitCase(
  ctx: DeskContext,
  found: CaseRow,
  set: CaseChange["set"],
  event: Pick<NewEvent, "action" | "details"> & Pick<Partial<NewEvent>, "subjectId">,
): Promise<{ version: number }> {
  const written = { at: ctx.clock(), actorId: ctx.officer.id, caseId: found.id, ...event };
  if (!(await ctx.cases.change({ caseId: found.id, version: found.version, set, event: written })))
    throw new StaleVersion();
  ctx.log.info({ caseId: found.id, code: event.action }, "case changed");
  return { version: found.version + 1 };
}
