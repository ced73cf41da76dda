/** A table; the first column is words, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

export const ms = (value: number): string =>
  value < 1 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0);
export const whole = (value: number): string => Math.round(value).toLocaleString("en");
export const mb = (bytes: number): string => String(Math.round(bytes / 1_048_576));

/** An aim and whether this run reached it. */
export function aim(words: string, measured: string, reached: boolean): string[] {
  return [words, measured, reached ? "yes" : "**no**"];
}
