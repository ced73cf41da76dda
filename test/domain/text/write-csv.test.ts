import { describe, expect, it } from "vitest";
import { readCsv } from "../../../functions/domain/arrivals/read-csv.ts";
import { writeCsv } from "../../../functions/domain/text/write-csv.ts";
import { hostileWords } from "../../examples/hostile/hostile.ts";

describe("a table as CSV", () => {
  it("begins with a byte order mark, ends lines with CRLF, and quotes what needs it", () => {
    expect(
      writeCsv(
        ["a", "b"],
        [
          ['x "y", z', null],
          [3, "二行\nあり"],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"x ""y"", z",\r\n3,"二行\nあり"\r\n');
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\r=1",
    '=HYPERLINK("x")',
  ])("leaves nothing that a spreadsheet would run: %j", (cell) => {
    const line = writeCsv(["a"], [[cell]])
      .split("\r\n")
      .slice(1)
      .join("\r\n");
    expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("leaves numbers and everything else as it was", () => {
    expect(writeCsv(["a"], [[-5], ["a=b"], ["山田"]])).toBe("\ufeffa\r\n-5\r\na=b\r\n山田\r\n");
  });

  it("turns nothing of the corpus of hostile words into a formula, in whichever cell it stands", () => {
    for (const { name, words } of hostileWords()) {
      const text = writeCsv(["a", "b"], [[words, `x${words}`]]);
      const read = readCsv(text);
      const cells = read.ok ? (read.records[1]?.fields ?? []) : [];
      expect([words, `'${words}`], name).toContain(cells[0]);
      expect(cells[1], name).toBe(`x${words}`);
      for (const cell of cells) expect(cell, name).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
      // Outside quotes nothing parts a cell but the comma.
      expect(text.replaceAll(/"(?:[^"]|"")*"/g, ""), name).not.toMatch(/[;\t]/);
    }
  });
});
