/**
 * Many words looked for at once: a trie whose edges live in one open-addressed table of typed arrays, so that
 * a hundred thousand forms cost a few megabytes, and a hostile text costs no more than its length times the
 * longest form. Both the words and the text are matched as given: fold both the same way first.
 */

/**
 * Where a form may stand. `true`: whole word (no letter, mark or digit of a spaced script on either side);
 * `"start"`: a word may go on behind it, for languages that glue particles on; `false`: anywhere.
 */
export type Boundary = boolean | "start";

export type Entry<T> = { form: string; value: T; boundary?: Boundary };

/** `start` and `end` are UTF-16 offsets in the text that was searched, `end` exclusive. */
export type Match<T> = { start: number; end: number; form: string; values: readonly T[] };

/**
 * Scripts that put spaces between words, each its own group: 1 Latin, Greek, Cyrillic and digits; 2 Hebrew and Arabic;
 * 3 the Indic scripts of Nepal and India; 4 Hangul; 5 Mongolian. 0 for the rest: kana, Han, Thai, Burmese and Khmer run on.
 */
function spacedScript(code: number): number {
  if (code < 0x80) {
    return (code >= 0x30 && code < 0x3a) || (code >= 0x41 && code < 0x5b) || (code >= 0x61 && code < 0x7b)
      ? 1
      : 0;
  }
  if (code >= 0xac00) return code <= 0xd7a3 ? 4 : 0;
  if (code <= 0x52f) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? 1 : 0;
  if (code >= 0x1e00) return code <= 0x1fff ? 1 : 0;
  if (code >= 0x900 && code <= 0xdff) return code === 0x964 || code === 0x965 ? 0 : 3;
  if (code >= 0x591 && code <= 0x6fc)
    return code === 0x60c || code === 0x61b || code === 0x61f || code === 0x6d4 ? 0 : 2;
  return code >= 0x1820 && code <= 0x18aa ? 5 : 0;
}

/** Whether no word of one script runs on across `index`: "tokyo|에서" and "tokyo|駅" are boundaries, "to|kyo" is not. */
export function isBoundary(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return true;
  const before = spacedScript(text.charCodeAt(index - 1));
  return before === 0 || before !== spacedScript(text.charCodeAt(index));
}

function hash(node: number, code: number, mask: number): number {
  let mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & mask;
}

/** The edges of a trie: node and character to node. Nodes are numbers from 0, the root. */
export class EdgeTable {
  private mask = 1023;
  private size = 0;
  private parents = new Int32Array(1024).fill(-1);
  private codes = new Uint16Array(1024);
  private children = new Int32Array(1024);
  /** Most places of a text begin no word: the root's edges are looked up without hashing. */
  private readonly roots = new Int32Array(0x10000).fill(-1);

  find(node: number, code: number): number {
    if (node === 0) return this.roots[code] ?? -1;
    for (let slot = hash(node, code, this.mask); ; slot = (slot + 1) & this.mask) {
      const parent = this.parents[slot];
      if (parent === -1) return -1;
      if (parent === node && this.codes[slot] === code) return this.children[slot] ?? -1;
    }
  }

  add(node: number, code: number, child: number): void {
    if (node === 0) {
      this.roots[code] = child;
      return;
    }
    if (this.size * 3 > this.mask * 2) this.grow();
    let slot = hash(node, code, this.mask);
    while (this.parents[slot] !== -1) slot = (slot + 1) & this.mask;
    this.parents[slot] = node;
    this.codes[slot] = code;
    this.children[slot] = child;
    this.size += 1;
  }

  private grow(): void {
    const { parents, codes, children } = this;
    const length = parents.length * 2;
    this.mask = length - 1;
    this.size = 0;
    this.parents = new Int32Array(length).fill(-1);
    this.codes = new Uint16Array(length);
    this.children = new Int32Array(length);
    for (let slot = 0; slot < parents.length; slot += 1) {
      const parent = parents[slot] ?? -1;
      if (parent !== -1) this.add(parent, codes[slot] ?? 0, children[slot] ?? 0);
    }
  }
}

type Leaf<T> = { values: T[]; boundary: Boundary };

function fits(boundary: Boundary, text: string, start: number, end: number): boolean {
  if (boundary === false) return true;
  return isBoundary(text, start) && (boundary === "start" || isBoundary(text, end));
}

/**
 * Builds a matcher over `entries`; the matcher gives, from left to right, the longest form at each place, never two
 * that overlap. Forms given twice share one match with several values; the loosest boundary of them holds.
 * Empty forms are ignored. Never throws. E.g. `buildMatcher([{form: "東京", value: 1}])("東京都")` →
 * one match, start 0, end 2, values [1].
 */
export function buildMatcher<T>(entries: Iterable<Entry<T>>): (text: string) => Match<T>[] {
  const edges = new EdgeTable();
  const leaves = new Map<number, Leaf<T>>();
  let nodes = 1;
  for (const { form, value, boundary = false } of entries) {
    if (form === "") continue;
    let node = 0;
    for (let index = 0; index < form.length; index += 1) {
      const code = form.charCodeAt(index);
      let child = edges.find(node, code);
      if (child === -1) {
        child = nodes;
        nodes += 1;
        edges.add(node, code, child);
      }
      node = child;
    }
    const leaf = leaves.get(node);
    if (leaf === undefined) leaves.set(node, { values: [value], boundary });
    else {
      if (!leaf.values.includes(value)) leaf.values.push(value);
      if (leaf.boundary !== boundary)
        leaf.boundary = leaf.boundary === false || boundary === false ? false : "start";
    }
  }

  return (text) => {
    const matches: Match<T>[] = [];
    let start = 0;
    while (start < text.length) {
      let node = 0;
      let bestEnd = -1;
      let best: Leaf<T> | undefined;
      for (let index = start; index < text.length; index += 1) {
        node = edges.find(node, text.charCodeAt(index));
        if (node === -1) break;
        const leaf = leaves.get(node);
        if (leaf !== undefined && fits(leaf.boundary, text, start, index + 1)) {
          best = leaf;
          bestEnd = index + 1;
        }
      }
      if (best === undefined) start += 1;
      else {
        matches.push({ start, end: bestEnd, form: text.slice(start, bestEnd), values: best.values });
        start = bestEnd;
      }
    }
    return matches;
  };
}
