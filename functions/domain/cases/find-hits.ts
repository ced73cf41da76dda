/** Where what was searched for stands in words, as the person wrote them. */
import type { Identifier, Span } from "../triage/verdict.ts";

/** What a search looks for in words. */
export interface Sought {
  /** Its runs of letters and digits, folded as the search hashes are. */
  runs: readonly string[];
  /** The identifiers that it may mean, normalised: `CSQU3054383`. */
  values: readonly string[];
}

export interface SearchedWords {
  text: string;
  /** What triage found in them; the spans point into `text`. */
  identifiers: readonly Identifier[];
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Letters that fold one for one and that nothing joins or marks: in such words each unit is a character of the reader's.
 * Most Japanese, Chinese, Korean and English words are, and telling characters apart is most of what a page of hits costs.
 */
const plain =
  /^[\n\x20-\x7e\u3000-\u3003\u3005-\u3015\u3041-\u3096\u309d\u309e\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/;

function* charactersOf(text: string): Generator<string> {
  if (plain.test(text)) yield* text;
  else for (const { segment } of graphemes.segment(text)) yield segment;
}

/**
 * The hits in their order, none touching the next; each begins and ends where a character of the reader's does, so that
 * no sign loses its marks. A letter alone says nothing beside longer runs and is left out.
 * `findHits({ text: "ＣＳＱＵ 1", identifiers: [] }, { runs: ["csqu"], values: [] }, fold)` is `[[0, 4]]`.
 */
export function findHits(words: SearchedWords, sought: Sought, fold: (text: string) => string): Span[] {
  const spans = [...runSpans(words.text, sought.runs, fold), ...identifierSpans(words, sought.values)];
  spans.sort(([left], [right]) => left - right);
  const hits: Span[] = [];
  for (const [start, end] of spans) {
    const last = hits.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else hits.push([start, end]);
  }
  return hits;
}

function runSpans(text: string, runs: readonly string[], fold: (text: string) => string): Span[] {
  const long = runs.filter((run) => [...run].length > 1);
  const wanted = long.length > 0 ? long : runs;
  const whole = fold(text);
  if (!wanted.some((run) => whole.includes(run))) return [];
  if (whole.length === text.length && plain.test(text))
    return wanted.flatMap((run) => placesOf(whole, run).map((at): Span => [at, at + run.length]));
  // From each place of the folded text back to the character that it came from.
  const starts: number[] = [];
  const ends: number[] = [];
  let joined = "";
  for (const { segment, index } of graphemes.segment(text)) {
    const folded = fold(segment);
    joined += folded;
    for (let at = 0; at < folded.length; at += 1) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  // A letter may fold otherwise within its word, as a Greek sigma at the end of one.
  const searched = joined.length === whole.length ? whole : joined;
  return wanted.flatMap((run) =>
    placesOf(searched, run).map((at): Span => [starts[at] ?? 0, ends[at + run.length - 1] ?? text.length]),
  );
}

function placesOf(text: string, run: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) places.push(at);
  return places;
}

function identifierSpans({ text, identifiers }: SearchedWords, values: readonly string[]): Span[] {
  return identifiers.flatMap(({ value, candidates = [], span }): Span[] =>
    span &&
    span[0] < span[1] &&
    span[1] <= text.length &&
    values.some((each) => [value, ...candidates].includes(each))
      ? [[span[0], span[1]]]
      : [],
  );
}

/** A piece of a line; together they are the line. */
export interface LinePiece {
  text: string;
  hit: boolean;
}

/** A line has this many characters at most; before its first hit it is so wide, in halves of a wide letter. */
const lineLength = 90;
const leadWidth = 16;

/** Letters of Chinese, Japanese and Korean, and full-width forms. */
const wide = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/;

/**
 * One line of the words around the first hit, with every hit that it holds; an ellipsis stands for what is left out.
 * Null without a hit.
 */
export function lineAround(text: string, hits: readonly Span[]): LinePiece[] | null {
  const [first] = hits;
  if (!first) return null;
  const [from, to] = around(text, first);
  const pieces: LinePiece[] = [];
  const add = (start: number, end: number, hit: boolean) => {
    const part = text.slice(start, end).replace(/\s+/g, " ");
    if (part !== "") pieces.push({ text: part, hit });
  };
  let at = from;
  for (const [start, end] of hits) {
    if (start >= to) break;
    add(at, start, false);
    add(start, Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  if (from > 0) pieces.unshift({ text: "…", hit: false });
  if (to < text.length) pieces.push({ text: "…", hit: false });
  return pieces;
}

/** Where the line begins and ends, between characters; it begins with a word where words are parted by spaces. */
function around(text: string, [start]: Span): Span {
  const before = [...charactersOf(text.slice(Math.max(0, start - 200), start))];
  let width = 0;
  const first = before.findLastIndex((each) => {
    width += wide.test(each) ? 2 : 1;
    return width > leadWidth;
  });
  let lead = before.slice(first + 1);
  if (lead.join("").length < start) {
    const space = lead.findIndex((each) => /^\s$/.test(each));
    if (space >= 0 && space < lead.length - 1) lead = lead.slice(space + 1);
  }
  const from = start - lead.join("").length;
  let to = from;
  let length = 0;
  for (const character of charactersOf(text.slice(from, from + 2_000))) {
    if (length === lineLength) break;
    to += character.length;
    length += 1;
  }
  return [from, to];
}
