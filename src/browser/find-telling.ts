/** What in a report may show who wrote it. Pure, and run in the browser alone: nothing of it is sent anywhere. */
export type TellingKind = "self" | "relation" | "only" | "time" | "contact";

export interface Telling {
  kind: TellingKind;
  /** The words found, with a little of what stands around them. */
  quote: string;
}

export type TellingPhrases = Readonly<Record<"self" | "relation" | "only", readonly string[]>>;

/** Times to the hour or minute, as the languages of the line write them. */
const times = [
  /(?<!\d)([01]?\d|2[0-3]):[0-5]\d(?!\d)/u,
  /(?<![\d\p{L}])\d{1,2}\s?[ap]\.?m(?!\p{L})/iu,
  /(?<!\d)\d{1,2}\s?(時|时|点|點|시)(?!間|间|間|간)/u,
  /(?<!\d)\d{1,2}\s?(giờ|час|цаг|นาฬิกา|โมง|ทุ่ม|ម៉ោង|နာရီ|बजे)/iu,
  /(?<!\p{L})(jam|pukul|às|a las|ساعت|ម៉ោង|lúc|alas)\s\d{1,2}(?!\d)/iu,
];
const contacts = [/[\w.+-]+@[\w-]+\.[\w.]+/u, /(?<!\d)\+?\d[\d\s-]{8,14}\d(?!\d)/u];
/** Scripts written without spaces, where a phrase may stand within a run of letters. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}\p{sc=Khmer}\p{sc=Hangul}]/u;
const around = 12;

/**
 * The first of each kind, in the order of the text.
 * `findTelling("昨日の22:15に、私が見ました", phrases)` → a time (`…22:15…`) and a self (`…私が…`).
 */
export function findTelling(text: string, phrases: TellingPhrases): Telling[] {
  const plain = text.normalize("NFKC");
  const found: { kind: TellingKind; at: number; length: number }[] = [];
  const look = (kind: TellingKind, patterns: readonly RegExp[]) => {
    const first = patterns
      .map((pattern) => pattern.exec(plain))
      .filter((hit) => hit !== null)
      .sort((left, right) => left.index - right.index)[0];
    if (first) found.push({ kind, at: first.index, length: first[0].length });
  };
  for (const kind of ["self", "relation", "only"] as const) look(kind, phrases[kind].map(phrasePattern));
  look("time", times);
  look("contact", contacts);
  return found
    .sort((left, right) => left.at - right.at)
    .map(({ kind, at, length }) => ({ kind, quote: quoted(plain, at, length) }));
}

function phrasePattern(phrase: string): RegExp {
  const literal = phrase
    .trim()
    .normalize("NFKC")
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return unspaced.test(phrase)
    ? new RegExp(literal, "iu")
    : new RegExp(`(?<![\\p{L}\\p{M}])${literal}(?![\\p{L}\\p{M}])`, "iu");
}

function quoted(text: string, at: number, length: number): string {
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + length + around);
  const inner = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${inner}${to < text.length ? "…" : ""}`;
}
