import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { restoreTip } from "../tips/restore-tip.ts";
import { setAsideTip } from "../tips/set-aside-tip.ts";
import { takeTip } from "../tips/take-tip.ts";
import { assignTip } from "./assign-tip.ts";
import { type Counted, countEach } from "./count-each.ts";
import { joinTip } from "./join-tip.ts";
import { listSiblings } from "./list-siblings.ts";
import { parseInput, words } from "./parse-input.ts";

/** `id:version`, as the officer saw each. */
const Seen = z
  .string()
  .regex(/^[0-9a-fA-F-]{36}:\d{1,9}$/)
  .transform((text) => {
    const [tipId = "", version = ""] = text.split(":");
    return { tipId, version: Number(version) };
  });

const Tips = z.array(Seen).min(1).max(100);
const Input = z.discriminatedUnion("action", [
  z.object({ action: z.literal("take"), tips: Tips }),
  z.object({ action: z.literal("assign"), tips: Tips, officer: z.string().min(1).max(100) }),
  z.object({ action: z.literal("join"), tips: Tips }),
  z.object({ action: z.literal("restore"), tips: Tips }),
  z.object({ action: z.literal("set-aside"), tips: Tips, reason: words(1_000) }),
]);

/**
 * Takes, gives, sets aside, restores or puts into one case several tips, each as if alone: one that somebody changed
 * meanwhile, or that this cannot be done to, is left as it is and counted. With `rows: "case"` each stands for its case:
 * what is done to it is done to those others of the case that lie where it lies and that the officer may do this to.
 * `batch` names it all for `undoSeveral`, and is null when nothing was done. @throws `BadInput`, `NotAllowed`
 */
export async function actOnSeveral(
  given: DeskContext,
  asked: { tips: string[]; action: string; rows?: string; reason?: string; officer?: string },
): Promise<Counted & { batch: string | null }> {
  const input = parseInput<z.infer<typeof Input>>(Input as z.ZodType<z.infer<typeof Input>>, asked);
  const batch = uuid7(given.clock(), given.random(10));
  const ctx = { ...given, batch };
  const count = { done: 0, left: 0 };
  const [first = { tipId: "" }] = input.tips;
  const chosen = input.action === "join" ? await withTheirCases(ctx, input.tips) : input.tips;
  const act = (tip: { tipId: string; version?: number }) => {
    if (input.action === "take") return takeTip(ctx, tip);
    if (input.action === "restore") return restoreTip(ctx, tip);
    if (input.action === "assign") return assignTip(ctx, { ...tip, officer: input.officer });
    if (input.action === "join") return joinTip(ctx, { ...tip, with: first.tipId });
    return setAsideTip(ctx, { ...tip, reason: input.reason });
  };
  const named = new Set(chosen.map(({ tipId }) => tipId));
  for (const tip of chosen) {
    const others = asked.rows === "case" ? await ofItsCase(ctx, tip.tipId, input) : [];
    // A row that somebody changed meanwhile is left whole.
    if (!(await countEach(count, () => act(tip)))) continue;
    for (const tipId of others.filter((id) => !named.has(id))) {
      named.add(tipId);
      await countEach(count, () => act({ tipId }));
    }
  }
  return { ...count, batch: count.done > 0 ? batch : null };
}

/** The others of a tip's case that lie where it lies, open, and that the officer may do this to. */
async function ofItsCase(
  ctx: DeskContext,
  tipId: string,
  { action, ...input }: z.infer<typeof Input>,
): Promise<string[]> {
  const row = action === "join" ? undefined : await ctx.desk.row(tipId);
  if (action === "join" || !row?.caseId || !mayOnTip(ctx.officer, "read", row)) return [];
  const { tips } = await listSiblings(ctx, row);
  return tips
    .filter((tip) => tip.lane === row.lane && tip.state !== "closed" && mayOnTip(ctx.officer, action, tip))
    .filter((tip) => actionFits(action, { ...tip, ownerId: tip.owner?.id ?? null }))
    .filter(({ owner }) => !("officer" in input) || owner?.id !== input.officer)
    .map(({ id }) => id);
}

/**
 * What comes into the case of the first: the others, and with each the tips of the case it stands for in the list.
 * @throws `NotAllowed` (`choose_two`) where there is nothing to put together
 */
async function withTheirCases(
  ctx: DeskContext,
  [first, ...others]: z.infer<typeof Tips>,
): Promise<{ tipId: string; version?: number }[]> {
  if (!first || others.length === 0) throw new NotAllowed("choose_two");
  const target = await ctx.desk.row(first.tipId);
  const found = new Map<string, { tipId: string; version?: number }>();
  for (const tip of others) {
    found.set(tip.tipId, tip);
    const row = await ctx.desk.row(tip.tipId);
    if (!row?.caseId || row.caseId === target?.caseId || !mayOnTip(ctx.officer, "read", row)) continue;
    const { tips } = await listSiblings(ctx, row);
    for (const { id } of tips) if (id !== first.tipId && !found.has(id)) found.set(id, { tipId: id });
  }
  return [...found.values()];
}
