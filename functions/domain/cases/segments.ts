/** Cuts words into stretches by what triage understood in them. */
import type { ComposedWords, WordField } from "../intake/report.ts";
import type { Span, Verdict } from "../triage/verdict.ts";
import type { Mark, Segment } from "./tip-page.ts";

interface Placed {
  span: Span;
  mark: Mark;
}

const plain = { value: null, valid: null, candidates: [], points: null };

/** Every finding of a verdict that has a place in the words. */
function placedMarks(verdict: Verdict): Placed[] {
  const placed: Placed[] = [];
  const add = (span: Span | undefined, mark: Mark) => {
    if (span && span[0] < span[1]) placed.push({ span, mark });
  };
  for (const { type, value, valid, candidates = [], span } of verdict.identifiers)
    add(span, { ...plain, kind: "identifier", code: type, value, valid, candidates });
  for (const { code, spans = [] } of verdict.categories)
    for (const span of spans) add(span, { ...plain, kind: "goods", code });
  for (const { code, name, span } of verdict.places)
    add(span, { ...plain, kind: "place", code, value: name });
  for (const { code, points, span } of verdict.reasons)
    add(span, { ...plain, kind: isTime(code) ? "time" : "reason", code, points });
  return placed;
}

const isTime = (code: string): boolean => code.startsWith("time_") || code === "under_way";

/**
 * The words of each field as stretches with their marks; together the stretches of a field are its words. Spans that
 * overlap share stretches, and a span outside the words is cut to them. A stretch says which of it is among `hits`.
 */
export function segmentWords(
  words: ComposedWords,
  verdict: Verdict,
  hits: readonly Span[] = [],
): { field: WordField; segments: Segment[] }[] {
  const placed = placedMarks(verdict);
  return words.parts.map(({ field, start, end }) => {
    const edges = new Set([start, end]);
    for (const { span } of placed) for (const edge of span) if (edge > start && edge < end) edges.add(edge);
    const cuts = [...edges].sort((left, right) => left - right);
    const segments: Segment[] = [];
    for (let at = 0; at + 1 < cuts.length; at += 1) {
      const [from = start, to = end] = [cuts[at], cuts[at + 1]];
      const marks = placed.filter(({ span }) => span[0] <= from && span[1] >= to).map(({ mark }) => mark);
      segments.push({ text: words.text.slice(from, to), marks, ...hitsWithin(hits, from, to) });
    }
    return { field, segments };
  });
}

/** The hits of a text as they lie in one stretch of it. `hitsWithin([[2, 5]], 4, 9)` is `{ hits: [[0, 1]] }`. */
export function hitsWithin(hits: readonly Span[], from: number, to: number): { hits?: Span[] } {
  const within = hits
    .filter(([start, end]) => start < to && end > from)
    .map(([start, end]): Span => [Math.max(start, from) - from, Math.min(end, to) - from]);
  return within.length > 0 ? { hits: within } : {};
}
