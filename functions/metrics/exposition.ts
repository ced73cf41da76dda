/** Families as text: OpenMetrics 1.0, or the older Prometheus format 0.0.4 for who does not ask for it. */
import type { Family, Sample } from "./family.ts";

export type Exposition = { contentType: string; text: string };

/** @param accept the scraper's `Accept` header */
export function expose(families: readonly Family[], accept: string): Exposition {
  const open = accept.includes("application/openmetrics-text");
  const blocks = families.map((family) => block(family, open));
  return open
    ? {
        contentType: "application/openmetrics-text; version=1.0.0; charset=utf-8",
        text: `${blocks.join("")}# EOF\n`,
      }
    : { contentType: "text/plain; version=0.0.4; charset=utf-8", text: blocks.join("") };
}

/** One family of each name, with each part's samples told apart by its labels. */
export function mergeFamilies(
  parts: readonly { labels: Record<string, string>; families: readonly Family[] }[],
): Family[] {
  const merged = new Map<string, Family>();
  for (const { labels, families } of parts) {
    for (const family of families) {
      const samples = family.samples.map((sample) => ({
        ...sample,
        labels: { ...labels, ...sample.labels },
      }));
      const known = merged.get(family.name);
      if (known) known.samples.push(...samples);
      else merged.set(family.name, { ...family, samples });
    }
  }
  return [...merged.values()];
}

function block({ name, help, type, samples }: Family, open: boolean): string {
  // The older format names a counter by its only sample.
  const shown = !open && type === "counter" ? `${name}_total` : name;
  const lines = samples.map((sample) => `${name}${sample.suffix}${labelText(sample)} ${sample.value}\n`);
  return `# HELP ${shown} ${escapeHelp(help)}\n# TYPE ${shown} ${type}\n${lines.join("")}`;
}

function labelText({ labels }: Sample): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function escapeHelp(help: string): string {
  return help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}
