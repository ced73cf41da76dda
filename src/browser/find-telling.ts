/** What in a report may show who wrote it. Pure, and run in the browser alone: nothing of it is sent anywhere. */
import { asciiDigits, contacts, type Look, times } from "./telling-patterns.ts";

export type TellingKind = "self" | "relation" | "only" | "time" | "contact";

export interface Telling {
  kind: TellingKind;
  /** The words found, each with a little of what stands around it, in the order of the text. */
  quotes: string[];
}

export type TellingPhrases = Readonly<Record<"self" | "relation" | "only" | "time", readonly string[]>>;

/** Scripts written without spaces, where a phrase may stand within a run of letters. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}\p{sc=Khmer}\p{sc=Hangul}]/u;
const around = 12;
/** More would be a wall; whoever puts these right sees the next ones. */
const most = 4;

/**
 * What is telling, by kind, in the order in which the text first shows each.
 * `findTelling("昨日の22:15に、私が見ました", phrases)` → a time (`…22:15…`) and a self (`…私が…`).
 */
export function findTelling(text: string, phrases: TellingPhrases): Telling[] {
  const plain = text.normalize("NFKC");
  const looks: Readonly<Record<TellingKind, readonly Look[]>> = {
    self: phrases.self.map(phraseLook),
    relation: phrases.relation.map(phraseLook),
    only: phrases.only.map(phraseLook),
    time: [...times, ...phrases.time.map(phraseLook)],
    contact: contacts,
  };
  const digits = asciiDigits(plain);
  const closer = [...spotsOf(digits, looks.relation), ...spotsOf(digits, looks.only)];
  return (Object.keys(looks) as TellingKind[])
    .map((kind) => ({ kind, spots: spotsOf(digits, looks[kind], kind === "self" ? closer : []) }))
    .flatMap(({ kind, spots: [first, ...more] }) => (first ? [{ kind, first, spots: [first, ...more] }] : []))
    .sort((left, right) => left.first.from - right.first.from)
    .map(({ kind, spots }) => ({ kind, quotes: [...new Set(spots.map((spot) => quoted(plain, spot)))] }));
}

interface Spot {
  from: number;
  to: number;
}

/** Where the looks fit, each stretch once; what lies in one of `told`, such as “my” in “my boss”, is told already. */
function spotsOf(text: string, looks: readonly Look[], told: readonly Spot[] = []): Spot[] {
  const hits = looks
    .flatMap((look) => [...text.matchAll(look.find)].filter((hit) => fits(look, text.slice(0, hit.index))))
    .map((hit) => ({ from: hit.index, to: hit.index + hit[0].length }))
    .filter(({ from, to }) => !told.some((spot) => spot.from <= from && to <= spot.to))
    .sort((left, right) => left.from - right.from || right.to - left.to);
  const spots: Spot[] = [];
  for (const hit of hits) {
    const last = spots.at(-1);
    // Two that stand close are quoted as one.
    if (last && hit.from - last.to < around) last.to = Math.max(last.to, hit.to);
    else spots.push(hit);
  }
  return spots.slice(0, most);
}

function fits({ notAfter, after }: Look, before: string): boolean {
  return !notAfter?.test(before) && (after?.test(before) ?? true);
}

function phraseLook(phrase: string): Look {
  const literal = phrase
    .trim()
    .normalize("NFKC")
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return unspaced.test(phrase)
    ? { find: new RegExp(literal, "giu") }
    : { find: new RegExp(`${literal}(?![\\p{L}\\p{M}])`, "giu"), notAfter: /[\p{L}\p{M}]$/u };
}

function quoted(text: string, { from, to }: Spot): string {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  const inner = text.slice(start, end).replace(/\s+/g, " ").trim();
  return `${start > 0 ? "…" : ""}${inner}${end < text.length ? "…" : ""}`;
}
