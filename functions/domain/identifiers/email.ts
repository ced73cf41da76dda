import type { Normalised } from "../text/normalise.ts";
import type { Claim } from "./claim.ts";

const ADDRESS =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62}\.)){1,8}[a-z]{2,24}(?![a-z0-9-])/g;

/**
 * Finds e-mail addresses (the common subset of RFC 5321: unquoted local part, dotted domain).
 * @returns claims whose value is the address in lower case
 */
export function findEmails(text: Normalised): Claim[] {
  const claims: Claim[] = [];
  for (const match of text.folded.matchAll(ADDRESS)) {
    claims.push({
      type: "email",
      value: match[0],
      valid: true,
      start: match.index,
      end: match.index + match[0].length,
      weight: 95,
    });
  }
  return claims;
}
