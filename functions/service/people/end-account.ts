import { requireStepUp } from "../access/require-step-up.ts";
import { endTokens } from "../accounts/end-tokens.ts";
import { NotAllowed, NotFound } from "../errors.ts";
import type { AdminContext } from "./admin-context.ts";
import { findPerson, requireAdmin } from "./require-admin.ts";

/**
 * Ends the account of an officer who leaves: sessions, passkeys and tokens end at once, and what they worked on goes
 * back to its region's queue. Their name stays in the log. `renewAccount` brings them back.
 * @throws `NotFound`, `StepUpNeeded`, `NotAllowed` (`own_account`, `account_ended`, `last_admin`)
 */
export async function endAccount(ctx: AdminContext, officerId: string): Promise<void> {
  const person = await findPerson(ctx, officerId);
  if (person.id === ctx.officer.id) throw new NotAllowed("own_account");
  requireStepUp(ctx);
  const result = await ctx.accounts.endAccount(person.id, requireAdmin(ctx));
  if (result === "last_admin") throw new NotAllowed("last_admin");
  if (result === "gone") throw new NotAllowed("account_ended");
  ctx.log.info({ actorId: ctx.officer.id, code: "account_ended" }, "account ended");
}

/** Ends one session of an officer, or all and every bearer token. @throws `NotFound` when there is none */
export async function endSessions(
  ctx: AdminContext,
  officerId: string,
  sessionId: string | null,
): Promise<number> {
  const person = await findPerson(ctx, officerId);
  if (sessionId !== null && !/^[\w-]{1,100}$/.test(sessionId)) throw new NotFound();
  const ended = await ctx.accounts.endSessions(person.id, sessionId, requireAdmin(ctx));
  if (sessionId !== null && ended === 0) throw new NotFound();
  return ended;
}

/** Ends one bearer token of an officer. @throws `NotFound` when there is none */
export async function endToken(ctx: AdminContext, officerId: string, tokenId: string): Promise<void> {
  const person = await findPerson(ctx, officerId);
  if ((await endTokens(ctx, person.id, tokenId, requireAdmin(ctx))) === 0) throw new NotFound();
}
