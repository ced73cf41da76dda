import { mayOnTip } from "../../domain/access/permits.ts";
import { TipState } from "../../domain/cases/tip-state.ts";
import type { Officer } from "../actor.ts";
import type { DeskContext } from "../staff-context.ts";

/**
 * The officers to whom this one may give tips of their region, by name; none for a role that gives none. Whether one of
 * them may have a given tip is decided when it is given.
 */
export async function listOfficers(ctx: DeskContext): Promise<Officer[]> {
  const region = ctx.officer.region === "hq" ? null : ctx.officer.region;
  const somewhere = (officer: Officer, action: "assign" | "message") =>
    TipState.options.some((state) =>
      [region, officer.region === "hq" ? null : officer.region].some((place) =>
        mayOnTip(officer, action, { state, region: place }),
      ),
    );
  if (!somewhere(ctx.officer, "assign")) return [];
  const officers = await ctx.desk.officers();
  return officers.filter(
    (officer) =>
      somewhere(officer, "message") &&
      (region === null || officer.region === region || officer.region === "hq" || officer.role === "intake"),
  );
}
