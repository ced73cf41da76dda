import { isProven } from "../../domain/access/step-up.ts";
import { StepUpNeeded } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

/**
 * The first line of every verb that lets something leave the desk, after its permit: whoever asks has proved again,
 * within five minutes, that it is they. The doors answer by asking for the proof and go on with what was asked.
 * @throws `StepUpNeeded`
 */
export function requireStepUp(ctx: Pick<DeskContext, "clock" | "provenAt">): void {
  if (!isProven(ctx.provenAt, ctx.clock())) throw new StepUpNeeded();
}
