import type { ShownToken } from "../domain/cases/account-pages.ts";
import type { OfficerToken } from "../service/accounts/ports.ts";

/** Bearer tokens as the pages list them. */
export function shownTokens(tokens: readonly OfficerToken[]): ShownToken[] {
  return tokens.map(({ id, madeAt, endsAt, lastUsedAt }) => ({
    id,
    madeAt: madeAt.toISOString(),
    endsAt: endsAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
