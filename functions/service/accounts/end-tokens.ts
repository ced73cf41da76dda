import { z } from "zod";
import type { Doing } from "../people/ports.ts";
import type { AccountContext } from "./ports.ts";

/** Ends one bearer token of an officer, or all when `tokenId` is null. Answers how many: what is no token's id ends none. */
export async function endTokens(
  ctx: AccountContext,
  officerId: string,
  tokenId: string | null,
  by: Doing,
): Promise<number> {
  if (tokenId !== null && !z.uuid().safeParse(tokenId).success) return 0;
  return ctx.accounts.endTokens(officerId, tokenId, by);
}
