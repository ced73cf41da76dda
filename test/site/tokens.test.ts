import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");

/** The custom properties of the block that follows `opening`. */
function block(opening: string): Map<string, string> {
  const start = css.indexOf(opening);
  const end = css.indexOf("}", start);
  const pairs = css.slice(start + opening.length, end).matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return new Map([...pairs].map(([, name = "", value = ""]) => [name, value]));
}

const light = block(":root {");
const darkByDevice = block(':root:not([data-theme="light"]) {');
const dark = new Map([...light, ...darkByDevice]);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => luminance(theme.get(name) ?? ""))
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const papers = ["--paper", "--paper-2", "--selected", "--danger-paper"];
const themes = [
  ["light", light],
  ["dark", dark],
] as const;

describe("the design tokens", () => {
  it("are the same dark by device and dark by choice", () => {
    expect([...block(':root[data-theme="dark"] {')]).toEqual([...darkByDevice]);
    expect(darkByDevice.size).toBeGreaterThan(8);
  });

  it.each(themes)("set text at 7:1 or more on every paper, %s", (_, theme) => {
    for (const paper of papers) {
      for (const text of ["--ink", "--ink-2", "--link", "--danger", "--good"]) {
        expect(contrast(theme, text, paper), `${text} on ${paper}`).toBeGreaterThanOrEqual(7);
      }
    }
  });

  it.each(themes)("set marked words, signals and bands at 7:1 or more, %s", (_, theme) => {
    expect(contrast(theme, "--ink", "--mark")).toBeGreaterThanOrEqual(7);
    expect(contrast(theme, "--on-signal", "--signal")).toBeGreaterThanOrEqual(7);
    expect(contrast(theme, "--white", "--black")).toBeGreaterThanOrEqual(7);
    for (const band of ["a", "b", "c", "d"]) {
      expect(contrast(theme, "--on-band", `--band-${band}`), band).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(themes)("set the edges of controls at 3:1 or more, %s", (_, theme) => {
    for (const paper of papers) expect(contrast(theme, "--edge", paper), paper).toBeGreaterThanOrEqual(3);
  });
});
