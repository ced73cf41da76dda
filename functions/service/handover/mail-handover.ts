import { handoverDay, lastHandoverTime } from "../../domain/handover/handover.ts";
import type { MorningContext } from "./worker-ports.ts";

const hourMs = 60 * 60 * 1000;
const nightMs = 15.5 * hourMs;

/**
 * At 08:30 in Tokyo mails the desk what the night brought, in counts, once a day; a program that was down is late by
 * three hours at most, and then leaves it. What a mail server would not take is tried again at the next call.
 */
export async function mailHandover(ctx: MorningContext): Promise<"not_now" | "sent" | "later"> {
  const now = ctx.clock();
  const due = lastHandoverTime(now);
  if (!ctx.mailer || now.getTime() - due.getTime() > 3 * hourMs) return "not_now";
  const day = handoverDay(due);
  if (!(await ctx.mornings.begin(day))) return "not_now";
  const since = new Date(due.getTime() - nightMs);
  for (const { region, to } of ctx.groups) {
    const mail = ctx.compose(region, to, await ctx.mornings.counts(since, region));
    const result = await ctx.mailer.send({ key: `handover.${day}.${region ?? "all"}`, ...mail });
    if (result.kind === "later") {
      ctx.log.info({ code: result.code }, "handover mail put off");
      return "later";
    }
    if (result.kind === "refused") ctx.log.warn({ code: result.code }, "handover mail refused");
  }
  await ctx.mornings.sent(day, now);
  ctx.log.info({ code: "handover_mailed", count: ctx.groups.length }, "desk told of the night");
  return "sent";
}
