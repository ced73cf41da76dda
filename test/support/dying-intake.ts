import type { IntakeContext } from "../../functions/service/context.ts";

/** An intake that dies at its `at`th write: before it reaches the disk, or when it just has. */
export function dyingAt(ctx: IntakeContext, at: number, moment: "before" | "after"): IntakeContext {
  let writes = 0;
  return {
    ...ctx,
    journal: {
      pendingTip: ctx.journal.pendingTip.bind(ctx.journal),
      async append(entry) {
        const dies = writes++ >= at;
        if (dies && moment === "before") throw new Error("killed");
        await ctx.journal.append(entry);
        if (dies) throw new Error("killed");
      },
    },
  };
}
