/** Reads one latitude or longitude out of numbers and the words and signs around them. */
import { type Cell, Gap } from "../text/code-cells.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { buildMatcher } from "../text/trie.ts";
import { ANGLE_WORDS, type AngleWord } from "./angle-words.ts";

export type Token =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly decimals: number;
      readonly start: number;
      readonly end: number;
      readonly spoken: boolean;
    }
  | { readonly kind: AngleWord; readonly start: number; readonly end: number };

type NumberToken = Extract<Token, { kind: "number" }>;

/** Degrees with their sign; `axis` when a word or letter tells which coordinate it is. */
export type Angle = {
  readonly degrees: number;
  readonly axis: "latitude" | "longitude" | undefined;
  readonly decimals: number;
  /** A sign or word of degrees, or a direction, stood with it. */
  readonly marked: boolean;
  readonly start: number;
  readonly end: number;
  /** Index of the token behind it. */
  readonly next: number;
};

const entries = (Object.entries(ANGLE_WORDS) as [AngleWord, string][]).flatMap(([value, words]) =>
  words.split("|").map((word) => ({
    form: normalise(word).folded,
    value,
    boundary: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(word),
  })),
);
const words = buildMatcher(entries);

function numbers(light: Normalised, cells: readonly Cell[]): NumberToken[] {
  const found: NumberToken[] = [];
  for (let i = 0; i < cells.length; ) {
    const first = cells[i];
    if (!first?.digit || first.softDigit) {
      i++;
      continue;
    }
    let whole = first.digit;
    let fraction: string | undefined;
    let comma = false;
    let last = first;
    let next = i + 1;
    for (; next < cells.length; next++) {
      const cell = cells[next];
      if (!cell?.digit || cell.softDigit || cell.spoken !== first.spoken) break;
      const point =
        cell.gap === Gap.dot || (cell.gap === Gap.loose && light.text.slice(last.end, cell.start) === ",");
      const single =
        cell.start !== last.start &&
        cell.spoken &&
        alone(cells, next) &&
        (fraction !== undefined || alone(cells, next - 1));
      const joins =
        cell.gap === Gap.none
          ? !cell.spoken || cell.start === last.start || single
          : cell.gap === Gap.space && single;
      if (point && fraction === undefined) {
        fraction = cell.digit;
        comma = cell.gap === Gap.loose;
      } else if (!joins && !hundredLess(cells, next, whole, fraction)) break;
      else if (fraction === undefined) whole += cell.digit;
      else fraction += cell.digit;
      last = cell;
    }
    if (whole.length <= 3) {
      const value = Number(`${whole}.${fraction ?? "0"}`);
      found.push({
        kind: "number",
        value,
        // 2,095 is more often two thousand than two degrees: a comma gives no precision of its own.
        decimals: comma ? 0 : (fraction?.length ?? 0),
        start: first.start,
        end: last.end,
        spoken: first.spoken,
      });
    }
    i = next;
  }
  return found;
}

/** One twenty-nine: the hundred is left out. */
function hundredLess(
  cells: readonly Cell[],
  at: number,
  whole: string,
  fraction: string | undefined,
): boolean {
  const cell = cells[at];
  if (!cell?.spoken || cell.gap > Gap.space || fraction !== undefined) return false;
  const opens = whole === "1" && cells[at + 1]?.start === cell.start && alone(cells, at - 1);
  return opens;
}

/** True when the spoken cell is a digit word of its own, not part of a composed number. */
function alone(cells: readonly Cell[], i: number): boolean {
  return cells[i - 1]?.start !== cells[i]?.start && cells[i + 1]?.start !== cells[i]?.start;
}

const DIRECTIONS: Readonly<Record<string, AngleWord>> = { n: "north", s: "south", e: "east", w: "west" };

/** Numbers, unit signs and direction words in order; N, S, E and W count only when they touch a number. */
export function angleTokens(light: Normalised, cells: readonly Cell[]): Token[] {
  const { folded } = light;
  const tokens: Token[] = numbers(light, cells);
  if (tokens.length < 2) return [];
  for (const number of [...tokens]) {
    const behind = /^["'°]{0,2} ?([nsew])(?![\p{L}])/u.exec(folded.slice(number.end, number.end + 6));
    const letter = DIRECTIONS[behind?.[1] ?? ""];
    if (behind && letter) {
      const end = number.end + behind[0].length;
      tokens.push({ kind: letter, start: end - 1, end });
    }
    const ahead = /(?<![\p{L}])([nsew])[ .:]?$/u.exec(
      folded.slice(Math.max(0, number.start - 3), number.start),
    );
    const before = DIRECTIONS[ahead?.[1] ?? ""];
    if (ahead && before && !/[0-9°'"] ?$/.test(folded.slice(0, number.start - ahead[0].length).slice(-2))) {
      tokens.push({ kind: before, start: number.start - ahead[0].length, end: number.start });
    }
  }
  for (const found of words(folded)) {
    const [kind] = found.values;
    if (kind) tokens.push({ kind, start: found.start, end: found.end });
  }
  return tokens.sort((a, b) => a.start - b.start || a.end - b.end);
}

const isDirection = (kind: string) =>
  kind === "north" || kind === "south" || kind === "east" || kind === "west";

/** Widest stretch of words between a direction and its number, or between the parts of one angle. */
const NEAR = 8;

/**
 * Reads the angle whose first number is token `i`, with the direction or axis before or behind it.
 * @param floor tokens before this index belong to another angle
 * @returns undefined when minutes or seconds are out of range
 */
export function angleAt(
  tokens: readonly Token[],
  i: number,
  light: Normalised,
  floor = 0,
): Angle | undefined {
  const first = tokens[i];
  if (first?.kind !== "number") return undefined;
  const { folded } = light;
  let start = first.start;
  let direction: string | undefined;
  let axis: Angle["axis"];
  for (let k = i - 1, edge = first.start; k >= floor && k >= i - 2; k--) {
    const token = tokens[k];
    if (!token || edge - token.end > NEAR) break;
    if (isDirection(token.kind)) direction ??= token.kind;
    else if (token.kind === "latitude" || token.kind === "longitude") axis ??= token.kind;
    else break;
    edge = token.start;
    start = token.start;
  }
  let at = i + 1;
  let end = first.end;
  let marked = false;
  let degrees = first.value;
  let { decimals } = first;
  const take = (kind: AngleWord): boolean => {
    const token = tokens[at];
    if (token?.kind !== kind || token.start - end > 1) return false;
    end = token.end;
    at++;
    return true;
  };
  const part = (unit: AngleWord, size: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== "number" || token.start - end > NEAR || token.value >= 60) return false;
    const between = folded.slice(end, token.start);
    const follower = tokens[at + 1];
    const named = follower?.kind === unit && follower.start - token.end <= 1;
    const pointed = follower !== undefined && isDirection(follower.kind) && follower.start - token.end <= 2;
    const implied = /^[ -]$/.test(between) && decimals === 0;
    if (
      !named &&
      !(pointed && (marked || implied)) &&
      !(implied && (chain(tokens, at, unit) || (axis ?? direction)))
    )
      return false;
    degrees += token.value / size;
    decimals = 4;
    end = token.end;
    at++;
    take(unit);
    return true;
  };
  if (take("degree")) marked = true;
  if (part("minute", 60)) part("second", 3600);
  const behind = tokens[at];
  if (
    !direction &&
    behind &&
    isDirection(behind.kind) &&
    behind.start - end <= 2 &&
    !/[,.;、。]/.test(folded.slice(end, behind.start)) &&
    !leads(tokens, at)
  ) {
    direction = behind.kind;
    end = behind.end;
    at++;
  }
  if (direction) axis = direction === "north" || direction === "south" ? "latitude" : "longitude";
  const negative = /(?:^|[^0-9a-z])-$/.test(folded.slice(Math.max(0, first.start - 2), first.start));
  if (negative && !direction) start = Math.min(start, first.start - 1);
  const sign = direction === "south" || direction === "west" || (negative && !direction) ? -1 : 1;
  return {
    degrees: sign * degrees,
    axis,
    decimals,
    marked: marked || axis !== undefined,
    start,
    end,
    next: at,
  };
}

/** 34 40 12 N: bare minutes, when seconds and a direction follow. */
function chain(tokens: readonly Token[], at: number, unit: AngleWord): boolean {
  if (unit !== "minute") return false;
  const seconds = tokens[at + 1];
  const direction = tokens[at + 2];
  return (
    seconds?.kind === "number" &&
    direction !== undefined &&
    isDirection(direction.kind) &&
    direction.start - seconds.end <= 2
  );
}

/** True when the direction at `at` belongs to the number behind it: 34度 東経129度. */
function leads(tokens: readonly Token[], at: number): boolean {
  const direction = tokens[at];
  const next = tokens[at + 1];
  if (!direction || next?.kind !== "number" || next.start - direction.end > NEAR) return false;
  const after = tokens
    .slice(at + 2, at + 7)
    .find((token) => token.kind !== "number" && isDirection(token.kind));
  const before = tokens[at - 1];
  return before !== undefined && !after && direction.start - before.end > next.start - direction.end;
}
