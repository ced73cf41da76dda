import { mayAtDesk, type ReadableScope, readableScope } from "../../domain/access/permits.ts";
import { type HandoverFacts, isHandoverDue, tellsSince } from "../../domain/handover/handover.ts";
import { openWords } from "../cases/officer-words.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import type { HandoverRegion, HandoverRow } from "./ports.ts";

export interface OpenedHandover extends Omit<HandoverRow, "sealed"> {
  note: string | null;
  /** A note that could not be opened. */
  broken: boolean;
}

/** Whose queue this officer hands over. @throws `NotFound` for a role that hands none over */
export function handoverScope(ctx: DeskContext): { scope: ReadableScope; region: HandoverRegion } {
  const scope = readableScope(ctx.officer);
  if (!scope || !mayAtDesk(ctx.officer, "handover")) throw new NotFound();
  return { scope, region: scope.region === "every" ? "hq" : scope.region };
}

/**
 * What the shift that ends tells the one that begins, as it stands now, and the earlier ones with their notes.
 * @throws `NotFound`
 */
export async function drawHandover(ctx: DeskContext): Promise<{
  region: HandoverRegion;
  since: Date;
  due: boolean;
  facts: HandoverFacts;
  earlier: OpenedHandover[];
}> {
  const { scope, region } = handoverScope(ctx);
  const rows = await ctx.handovers.handovers(region, 30);
  const now = ctx.clock();
  const last = rows[0]?.handedAt ?? null;
  const since = tellsSince(now, last);
  const facts = await ctx.handovers.facts(scope, since);
  const earlier = await Promise.all(
    rows.map(async ({ sealed, ...row }) => {
      const note = sealed ? await openWords(ctx.opener, sealed) : null;
      return { ...row, note, broken: sealed !== null && note === null };
    }),
  );
  return { region, since, due: isHandoverDue(now, last), facts, earlier };
}
