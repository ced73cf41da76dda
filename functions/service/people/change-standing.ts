import { z } from "zod";
import { StaffRegion, StaffRole } from "../../domain/access/officer.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { parseInput } from "../cases/parse-input.ts";
import { NotAllowed, StaleVersion } from "../errors.ts";
import type { AdminContext } from "./admin-context.ts";
import type { Returned } from "./ports.ts";
import { findPerson, requireAdmin } from "./require-admin.ts";

const Input = z.object({
  role: StaffRole,
  region: StaffRegion,
  /** As the admin saw them. */
  roleSeen: StaffRole,
  regionSeen: StaffRegion,
});

/**
 * Gives an officer another role or region; it holds from their next request on. What they may no longer work on goes back
 * to its queue: answers how much.
 * @throws `NotFound`, `StepUpNeeded`, `BadInput`, `StaleVersion`, `NotAllowed` (`own_account`, `last_admin`)
 */
export async function changeStanding(
  ctx: AdminContext,
  officerId: string,
  given: Record<keyof z.input<typeof Input>, unknown>,
): Promise<Returned> {
  const person = await findPerson(ctx, officerId);
  const input = parseInput(Input, given);
  // A second admin looks at it: nobody gives themselves the right to read.
  if (person.id === ctx.officer.id) throw new NotAllowed("own_account");
  if (person.leftAt) throw new NotAllowed("account_ended");
  requireStepUp(ctx);
  const result = await ctx.accounts.changeStanding(
    person.id,
    { role: input.roleSeen, region: input.regionSeen },
    { role: input.role, region: input.region },
    requireAdmin(ctx),
  );
  if (result === "stale") throw new StaleVersion();
  if (result === "last_admin") throw new NotAllowed("last_admin");
  return result;
}
