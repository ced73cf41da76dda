import { z } from "zod";
import { readableScope } from "../../domain/access/permits.ts";
import { orderColumns, QueueColumn } from "../../domain/cases/queue-columns.ts";
import { parseInput } from "../cases/parse-input.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ columns: z.array(QueueColumn).max(QueueColumn.options.length) });

/** Keeps what an officer wants a column for. @throws `NotFound` for a role without a queue, `BadInput` */
export async function chooseColumns(ctx: DeskContext, given: { columns: readonly string[] }): Promise<void> {
  if (!readableScope(ctx.officer)) throw new NotFound();
  const { columns } = parseInput(Input, given);
  await ctx.queue.setColumns(ctx.officer.id, orderColumns(columns));
}
