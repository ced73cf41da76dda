/** Everything in a tip that can be looked up: containers, waybills, ships, flights, parcels, plates, numbers, accounts. */
import type { Identifier } from "../triage/verdict.ts";
import { findAirWaybills } from "./awb.ts";
import { findContainers } from "./container.ts";
import { findCoordinates } from "./coordinates.ts";
import { findEmails } from "./email.ts";
import { findFlights } from "./flight.ts";
import { findHandles } from "./handle.ts";
import { findImoNumbers } from "./imo.ts";
import { findMmsis } from "./mmsi.ts";
import { findPhones } from "./phone.ts";
import { findPlates } from "./plate.ts";
import { findPostalItems } from "./postal.ts";
import { read } from "./reading.ts";
import { settleClaims } from "./settle.ts";

/**
 * Finds every identifier of a text, once each, in order of appearance: typed, spelled or said, in any script.
 * One whose check digit fails is kept with `valid: false` and its likeliest corrections. The tip line's own number,
 * emergency numbers and numbers with another stated meaning (job, invoice, lot, account) are not identifiers.
 * @param text the original words
 * @returns identifiers with the original words they were read from and their span in UTF-16 units of `text`
 */
export function findIdentifiers(text: string): Identifier[] {
  const reading = read(text);
  const { light } = reading;
  const claims = [
    ...findEmails(light),
    ...findHandles(light),
    ...findPlates(light),
    ...findContainers(reading),
    ...findPostalItems(reading),
    ...findAirWaybills(reading),
    ...findImoNumbers(reading),
    ...findMmsis(reading),
    ...findCoordinates(reading),
    ...findFlights(reading),
    ...findPhones(reading),
  ];
  const found = new Map<string, Identifier>();
  for (const claim of settleClaims(claims)) {
    const { type, value, valid, candidates } = claim;
    const key = `${type} ${value}`;
    if (type === "not_an_identifier" || found.has(key)) continue;
    const span = light.toOriginal(claim.start, claim.end);
    const evidence = text.slice(...span);
    found.set(
      key,
      candidates
        ? { type, value, valid, candidates: candidates(), evidence, span }
        : { type, value, valid, evidence, span },
    );
  }
  return [...found.values()];
}
