import { uuid7 } from "../../domain/ids/uuid7.ts";
import { NotFound } from "../errors.ts";
import type { AccountContext, TokenHolder } from "./ports.ts";
import { hashToken, newToken } from "./tokens.ts";

const lifeMs = 30 * 24 * 60 * 60 * 1000;

/**
 * A bearer token for the desk's JSON interface, good for 30 days, with its officer's own permissions.
 * @throws `NotFound` when nobody has the address
 */
export async function issueToken(ctx: AccountContext, email: string): Promise<string> {
  const officer = await ctx.accounts.officerByEmail(email.trim().toLowerCase());
  if (!officer) throw new NotFound();
  const token = newToken(ctx.random);
  const at = ctx.clock();
  await ctx.accounts.addToken({
    id: uuid7(at, ctx.random(10)),
    tokenHash: hashToken(token),
    userId: officer.id,
    at,
    expiresAt: new Date(at.getTime() + lifeMs),
  });
  return token;
}

/** The officer a bearer token stands for, or undefined. */
export function officerOfToken(ctx: AccountContext, token: string): Promise<TokenHolder | undefined> {
  return ctx.accounts.officerOfToken(hashToken(token), ctx.clock());
}
