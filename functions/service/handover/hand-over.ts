import { z } from "zod";
import { tellsSince } from "../../domain/handover/handover.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseId, parseInput } from "../cases/parse-input.ts";
import { NotAllowed, NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { handoverScope } from "./draw-handover.ts";

const Input = z.object({
  note: z
    .string()
    .max(5_000)
    .transform((text) => text.trim()),
});

/**
 * Hands the queue over as it stands now, with a note in the officer's own words, which is sealed. It is signed by an
 * event, and waits for someone to take it over. @throws `NotFound`, `BadInput`
 */
export async function handOver(ctx: DeskContext, given: z.input<typeof Input>): Promise<void> {
  const { scope, region } = handoverScope(ctx);
  const { note } = parseInput(Input, given);
  const at = ctx.clock();
  const [last] = await ctx.handovers.handovers(region, 1);
  const since = tellsSince(at, last?.handedAt ?? null);
  await ctx.handovers.hand({
    id: uuid7(at, ctx.random(10)),
    region,
    since,
    facts: await ctx.handovers.facts(scope, since),
    sealed: note === "" ? null : await sealWords(ctx.sealer, note),
    by: ctx.officer.id,
    at,
  });
}

/**
 * Signs for what another officer handed over. @throws `NotFound`, `NotAllowed` (`own_handover`, `taken_over`)
 */
export async function takeOver(ctx: DeskContext, given: { handoverId: string }): Promise<void> {
  const { region } = handoverScope(ctx);
  const id = parseId(given.handoverId);
  const row = (await ctx.handovers.handovers(region, 30)).find((each) => each.id === id);
  if (!row) throw new NotFound();
  if (row.handedBy.id === ctx.officer.id) throw new NotAllowed("own_handover");
  if (!(await ctx.handovers.take(id, region, ctx.officer.id, ctx.clock())))
    throw new NotAllowed("taken_over");
}
