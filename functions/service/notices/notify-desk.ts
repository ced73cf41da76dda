import type { Notice, NoticeContext, NoticeState, Outcome } from "../worker-ports.ts";

/**
 * Mails the desk once about a tip: its id, band, region and a link, never words. A notice that was sent is not sent
 * again. `later` means that the mail server may take it another time; what it refuses for good is shown to the desk.
 */
export async function notifyDesk(ctx: NoticeContext, notice: Notice): Promise<Outcome> {
  const settle = async (state: NoticeState, code: string): Promise<void> => {
    await ctx.notices.record(notice, { state, code, at: ctx.clock() });
    const fields = { id: notice.id, tipId: notice.tipId, kind: notice.kind, code };
    if (state === "sent") ctx.log.info(fields, "desk notified");
    else ctx.log.warn(fields, "desk not notified");
  };
  const tip = await ctx.notices.tip(notice.tipId);
  if (!tip) return { kind: "done", code: "unknown_tip" };
  const before = await ctx.notices.state(notice.id);
  if (before && before !== "waiting") return { kind: "done", code: before };
  // An officer's own act on a tip is told under the tip's id, and only when the desk has not heard of the tip.
  if (notice.id === notice.tipId && (await ctx.notices.toldBefore(notice)))
    return { kind: "done", code: "told_before" };
  if (!ctx.mailer) {
    await settle("not_configured", "not_configured");
    return { kind: "done", code: "not_configured" };
  }
  const key = `${notice.tipId}.${notice.id}`;
  const result = await ctx.mailer.send({ key, ...ctx.compose(notice.kind, tip) });
  if (result.kind === "later") {
    await settle("waiting", result.code);
    return result;
  }
  if (result.kind === "refused") await settle("failed", result.code);
  else await settle("sent", result.refused > 0 ? "partly_refused" : "sent");
  return { kind: "done", code: result.kind };
}

/** Shows the desk that a notice was given up after its last try. */
export async function giveUpNotice(ctx: NoticeContext, notice: Notice): Promise<Outcome> {
  const before = await ctx.notices.state(notice.id);
  if (before && before !== "waiting") return { kind: "done", code: before };
  await ctx.notices.record(notice, { state: "failed", code: "gave_up", at: ctx.clock() });
  ctx.log.error(
    { id: notice.id, tipId: notice.tipId, kind: notice.kind, code: "gave_up" },
    "desk not notified",
  );
  return { kind: "done", code: "gave_up" };
}
