/** A strict reader of OpenMetrics text, as a scraper would be: it throws on what the format does not allow. */

export interface Scraped {
  types: Map<string, string>;
  /** `name{label="value",…}` with labels in the order of their names. */
  samples: Map<string, number>;
  value(name: string, labels?: Record<string, string>): number | undefined;
}

const labelPair = /([a-z_][a-z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/g;
const suffixes: Record<string, RegExp> = {
  counter: /^_total$/,
  gauge: /^$/,
  histogram: /^_(bucket|sum|count)$/,
};

export function readOpenMetrics(text: string): Scraped {
  if (!text.endsWith("# EOF\n")) throw new Error("does not end with # EOF");
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  let family = "";
  for (const line of text.slice(0, -"# EOF\n".length).split("\n").filter(Boolean)) {
    const meta = /^# (HELP|TYPE) ([a-z][a-z0-9_]*) (.+)$/.exec(line);
    if (meta) {
      const [, kind, name = "", rest = ""] = meta;
      if (kind === "HELP" && types.has(name)) throw new Error(`family twice: ${name}`);
      if (kind === "TYPE") types.set(name, rest);
      family = name;
      continue;
    }
    const sample = /^([a-z][a-z0-9_]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]\d+)?)$/.exec(line);
    if (!sample) throw new Error(`no sample: ${line}`);
    const [, name = "", labels = "", value] = sample;
    const allowed = suffixes[types.get(family) ?? ""];
    if (!name.startsWith(family) || !allowed?.test(name.slice(family.length)))
      throw new Error(`${name} is not of ${family}`);
    const pairs = [...labels.matchAll(labelPair)];
    if (pairs.map(([pair]) => pair).join("") !== labels) throw new Error(`labels of ${line}`);
    const key = keyOf(name, Object.fromEntries(pairs.map(([, label = "", text = ""]) => [label, text])));
    if (samples.has(key)) throw new Error(`sample twice: ${key}`);
    samples.set(key, Number(value));
  }
  return { types, samples, value: (name, labels = {}) => samples.get(keyOf(name, labels)) };
}

function keyOf(name: string, labels: Record<string, string>): string {
  const pairs = Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${name}{${pairs.map(([label, value]) => `${label}="${value}"`).join(",")}}`;
}
