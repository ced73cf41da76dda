import type { DeskContext } from "../staff-context.ts";

/**
 * What the last closing of a tip wrote down of how it stood before. A question that its reporter has answered while it was
 * closed is none any more when it is taken up again.
 */
export async function findClosing(
  ctx: DeskContext,
  tipId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const last = async (action: string) => {
    const query = { tipId, actorId: null, action, before: null, limit: 1 };
    return (await ctx.desk.events(query))[0];
  };
  const [closing, added] = await Promise.all([last("tip.closed"), last("tip.added_to")]);
  if (!closing) return {};
  const answered = added !== undefined && added.seq > closing.seq;
  if (!answered || closing.details.statusBefore !== "question") return closing.details;
  return { ...closing.details, statusBefore: "reading" };
}
