/** Numbers of goods keyed in on a telephone: one key a letter, so the check digit and known codes choose among readings. */
import common from "../../../content/data/voice-airlines.json" with { type: "json" };
import owners from "../../../content/data/voice-owners.json" with { type: "json" };
import { AIRLINES } from "../../domain/identifiers/airlines.ts";
import { isAirWaybill } from "../../domain/identifiers/awb.ts";
import { isContainerNumber } from "../../domain/identifiers/container.ts";
import type { KeyedKind } from "./flow-step.ts";

export interface KeyedNumber {
  /**
   * `accepted`: the check digit is right and the letters are known. `plain`: there is nothing to check.
   * `doubtful`: it cannot be confirmed. `refused`: too short to be worth keeping.
   */
  kind: "accepted" | "plain" | "doubtful" | "refused";
  /** Other ways to read the same keys, likeliest first; `value` is the likeliest of all, or the keys themselves. */
  value: string;
  others: string[];
  /** The value as it is read back: `["CSQU", "305", "438", "3"]`. */
  groups: string[];
}

const lettersOf: Readonly<Record<string, string>> = {
  "2": "ABC",
  "3": "DEF",
  "4": "GHI",
  "5": "JKL",
  "6": "MNO",
  "7": "PQRS",
  "8": "TUV",
  "9": "WXYZ",
};

const knownOwners: ReadonlySet<string> = new Set(owners);
/** Those that people mean when they call Japan come first. */
const airlines: readonly string[] = [...new Set([...common, ...AIRLINES])];

/** The commonest slip is a key too few: from here on there is something worth keeping. */
const fewest = 3;

/**
 * Reads keys as a number of the kind the caller chose. `readKeyed("container", "27783054383")` gives `CSQU3054383`,
 * accepted; `readKeyed("flight", "64921")` gives `NH921`.
 */
export function readKeyed(kind: KeyedKind, keys: string): KeyedNumber {
  if (!/^\d+$/.test(keys) || keys.length < fewest)
    return { kind: "refused", value: keys, others: [], groups: [] };
  if (kind === "container") return readContainer(keys);
  if (kind === "flight") return readFlight(keys);
  const groups = keys.length === 11 ? [keys.slice(0, 3), keys.slice(3, 7), keys.slice(7)] : inFours(keys);
  const value = keys.length === 11 ? `${keys.slice(0, 3)}-${keys.slice(3)}` : keys;
  return { kind: isAirWaybill(keys) ? "accepted" : "doubtful", value, others: [], groups };
}

function readContainer(keys: string): KeyedNumber {
  if (!/^[2-9]{4}\d{7}$/.test(keys)) return unread(keys);
  const readings = spellings(keys.slice(0, 4)).filter((letters) => /[UJZ]$/.test(letters));
  const known = readings.filter((letters) => knownOwners.has(letters));
  const fits = (letters: string) => isContainerNumber(letters + keys.slice(4));
  const sure = known.filter(fits);
  // A known owner whose digits do not fit is likelier than a stranger whose digits happen to.
  const likely = [...new Set([...sure, ...known, ...readings.filter(fits)])];
  const [best] = likely;
  if (!best) return unread(keys);
  const digits = keys.slice(4);
  return {
    kind: sure.length > 0 ? "accepted" : "doubtful",
    value: best + digits,
    others: likely.slice(1, 6).map((letters) => letters + digits),
    groups: [best, digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)],
  };
}

function readFlight(keys: string): KeyedNumber {
  const [code, digits] = [keys.slice(0, 2), keys.slice(2, 6)];
  const spelled = new Set(spellings(code, true));
  const [best, ...others] = airlines.filter((airline) => spelled.has(airline));
  if (!best) return unread(keys);
  return {
    kind: "plain",
    value: best + digits,
    others: others.slice(0, 5).map((airline) => airline + digits),
    groups: [best, digits],
  };
}

function unread(keys: string): KeyedNumber {
  return { kind: "doubtful", value: keys, others: [], groups: inFours(keys) };
}

function inFours(keys: string): string[] {
  return keys.match(/\d{1,4}/g) ?? [];
}

/** Every way to read keys as letters: `"23"` → AD, AE, AF, BD … With `digits`, a key may also be its digit. */
function spellings(keys: string, digits = false): string[] {
  return [...keys].reduce(
    (heads, key) => {
      const characters = [...(lettersOf[key] ?? ""), ...(digits ? [key] : [])];
      return heads.flatMap((head) => characters.map((character) => head + character));
    },
    [""],
  );
}
