import { z } from "zod";
import { BadInput, NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { setAsideTip } from "../tips/set-aside-tip.ts";
import { takeTip } from "../tips/take-tip.ts";
import { assignTip } from "./assign-tip.ts";
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
  z.object({ action: z.literal("set-aside"), tips: Tips, reason: words(1_000) }),
]);

/**
 * Takes, gives or sets aside several tips, each as if alone: one that somebody changed meanwhile, or that this cannot be done
 * to, is left as it is and counted, and each that is done can be undone by itself.
 * @throws `BadInput`
 */
export async function actOnSeveral(
  ctx: DeskContext,
  given: { tips: string[]; action: string; reason?: string; officer?: string },
): Promise<{ done: number; left: number }> {
  const input = parseInput<z.infer<typeof Input>>(Input as z.ZodType<z.infer<typeof Input>>, given);
  const count = { done: 0, left: 0 };
  for (const tip of input.tips) {
    try {
      if (input.action === "take") await takeTip(ctx, tip);
      else if (input.action === "assign") await assignTip(ctx, { ...tip, officer: input.officer });
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

/** The officer may not have this one of the tips; another they may. */
function isBadOfficer(error: unknown): boolean {
  return error instanceof BadInput && error.issues.every(({ path }) => path === "officer");
}
