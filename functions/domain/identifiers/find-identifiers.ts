/** Everything in a tip that can be looked up: container numbers, air waybills, ships, flights, plates, accounts. */
import { normalise } from "../text/normalise.ts";
import type { Identifier } from "../triage/verdict.ts";
import { findEmails } from "./email.ts";

/**
 * Finds every identifier of a text, once each, in order of appearance.
 * @param text the original words, any script and length
 * @returns identifiers with the original words they were read from and their span in UTF-16 units
 */
export function findIdentifiers(text: string): Identifier[] {
  const light = normalise(text);
  const found = new Map<string, Identifier>();
  for (const claim of findEmails(light)) {
    if (claim.type === "not_an_identifier") continue;
    const key = `${claim.type} ${claim.value}`;
    if (found.has(key)) continue;
    const span = light.toOriginal(claim.start, claim.end);
    found.set(key, {
      type: claim.type,
      value: claim.value,
      valid: claim.valid,
      evidence: text.slice(...span),
      span,
    });
  }
  return [...found.values()];
}
