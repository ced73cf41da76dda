import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { BadInput, NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { setAsideTip } from "../tips/set-aside-tip.ts";
import { takeTip } from "../tips/take-tip.ts";
import { assignTip } from "./assign-tip.ts";
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
  z.object({ action: z.literal("set-aside"), tips: Tips, reason: words(1_000) }),
]);

/**
 * Takes, gives, sets aside or puts into one case several tips, each as if alone: one that somebody changed meanwhile, or that this cannot be done
 * to, is left as it is and counted, and each that is done can be undone by itself.
 * @throws `BadInput`
 */
export async function actOnSeveral(
  ctx: DeskContext,
  given: { tips: string[]; action: string; reason?: string; officer?: string },
): Promise<{ done: number; left: number }> {
  const input = parseInput<z.infer<typeof Input>>(Input as z.ZodType<z.infer<typeof Input>>, given);
  const count = { done: 0, left: 0 };
  const [first = { tipId: "" }] = input.tips;
  for (const tip of input.action === "join" ? await withTheirCases(ctx, input.tips) : input.tips) {
    try {
      if (input.action === "take") await takeTip(ctx, tip);
      else if (input.action === "assign") await assignTip(ctx, { ...tip, officer: input.officer });
      else if (input.action === "join") await joinTip(ctx, { ...tip, with: first.tipId });
      else await setAsideTip(ctx, { ...tip, reason: input.reason });
      count.done += 1;
    } catch (error) {
      if (
        !(
          error instanceof StaleVersion ||
          error instanceof NotAllowed ||
          error instanceof NotFound ||
          isBadOfficer(error)
        )
      )
        throw error;
      count.left += 1;
    }
  }
  return count;
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

/** The officer may not have this one of the tips; another they may. */
function isBadOfficer(error: unknown): boolean {
  return error instanceof BadInput && error.issues.every(({ path }) => path === "officer");
}
