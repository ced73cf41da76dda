/** Bearer tokens of officers: made on the command line, seen and ended at the desk. */
import type { Transaction } from "kysely";
import type { TokenStore } from "../service/accounts/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** A use is written down at most this often. */
const usedEveryMs = 5 * 60_000;

export function createTokenStore(db: StaffDb): TokenStore {
  return {
    addToken: (token) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto("auth.api_tokens")
          .values({
            id: token.id,
            token_hash: token.tokenHash,
            user_id: token.userId,
            created_at: token.at,
            expires_at: token.expiresAt,
          })
          .execute();
        // Whoever has the machine made it; the officer may not even know.
        await writeStaffEvent(trx, {
          at: token.at,
          actorId: null,
          action: "account.token_issued",
          subjectId: token.userId,
          details: { token: token.id },
        });
      }),

    async officerOfToken(tokenHash, now) {
      const row = await db
        .selectFrom("auth.user")
        .innerJoin("auth.api_tokens as token", "token.user_id", "auth.user.id")
        .select(["auth.user.id", "name", "role", "region"])
        .select(["token.id as tokenId", "token.proven_at as provenAt", "token.last_used_at as lastUsedAt"])
        .where("leftAt", "is", null)
        .where("token.token_hash", "=", tokenHash as Buffer)
        .where("token.expires_at", ">", now)
        .where("twoFactorEnabled", "=", true)
        .executeTakeFirst();
      if (!row) return undefined;
      const { tokenId, provenAt, lastUsedAt, ...officer } = row;
      if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > usedEveryMs)
        await db
          .updateTable("auth.api_tokens")
          .set({ last_used_at: now })
          .where("id", "=", tokenId)
          .execute();
      return { officer, tokenId, provenAt };
    },

    tokensOf: (officerId, now) =>
      db
        .selectFrom("auth.api_tokens")
        .select(["id", "created_at as madeAt", "expires_at as endsAt", "last_used_at as lastUsedAt"])
        .where("user_id", "=", officerId)
        .where("expires_at", ">", now)
        .orderBy("created_at", "desc")
        .execute(),

    endTokens: (officerId, tokenId, by) =>
      db.transaction().execute(async (trx) => {
        const tokens = await expireTokens(trx, officerId, tokenId, by.at);
        if (tokens > 0)
          await writeStaffEvent(trx, {
            ...by,
            action: "account.token_ended",
            subjectId: officerId,
            details: { tokens, ...(tokenId === null ? {} : { token: tokenId }) },
          });
        return tokens;
      }),
  };
}

/** Ends one token of an officer, or all when `tokenId` is null; answers how many. */
export async function expireTokens(
  trx: Transaction<Database & StaffTables>,
  officerId: string,
  tokenId: string | null,
  at: Date,
): Promise<number> {
  const ended = await trx
    .updateTable("auth.api_tokens")
    .set({ expires_at: at })
    .where("user_id", "=", officerId)
    .where("expires_at", ">", at)
    .$if(tokenId !== null, (tokens) => tokens.where("id", "=", tokenId ?? ""))
    .returning("id")
    .execute();
  return ended.length;
}
