import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../../functions/domain/text/normalise.ts";

describe("the light form of a text", () => {
  it.each([
    ["ＣＳＱＵ　３０５４", "CSQU 3054"],
    ["०७०-००१२", "070-0012"],
    ["۱۲ آذر", "12 آذر"],
    ["၁၂၃ ១២៣ ๑๒๓", "123 123 123"],
    ["ｶﾞｿﾘﾝ", "ガソリン"],
    ["a  \u3000\t b", "a b"],
    ["a \r\n  b", "a\nb"],
    ["a\u200bb\u00adc\u202e", "abc"],
    ["‐‑–—−", "-----"],
    ["“don’t”", '"don\'t"'],
    ["كيلو", "کیلو"],
    ["น้ํา", "น้ำ"],
    ["ｅ\u0301", "é"],
    ["①②③ と ①", "123 と ①"],
    ["10² ½ ㅋㅋ", "10² ½ ㅋㅋ"],
  ])("of %j is %j", (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  it("maps every offset back to the original, in UTF-16 units", () => {
    const text = "😹 ＣＳＱＵ　３０ 終";
    const light = normalise(text);
    const at = light.text.indexOf("CSQU 30");
    expect(text.slice(...light.toOriginal(at, at + 7))).toBe("ＣＳＱＵ　３０");
  });

  it("offers a folded and an unaccented form of the same length", () => {
    const light = normalise("Đường TÀU İstanbul São Ёлка ガ");
    expect(light.folded).toBe("đường tàu istanbul são ёлка ガ");
    expect(light.unaccented).toBe("duong tau istanbul sao елка ガ");
    expect(light.folded).toHaveLength(light.text.length);
    expect(light.unaccented).toHaveLength(light.text.length);
  });
});

describe("the light form of any string", () => {
  const any = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 100 }),
    fc
      .array(
        fc.constantFrom(
          "\ud800",
          "\udc00",
          "\u0301",
          "\u3099",
          "か",
          "ﾊ",
          "ﾟ",
          "İ",
          " ",
          "\n",
          "각",
          "\u11a8",
          "ｱ",
          "①",
          "\u200d",
        ),
        { maxLength: 60 },
      )
      .map((c) => c.join("")),
  );

  it("never throws and keeps its forms aligned", () => {
    fc.assert(
      fc.property(any, (text) => {
        const light = normalise(text);
        expect(light.folded).toHaveLength(light.text.length);
        expect(light.unaccented).toHaveLength(light.text.length);
      }),
    );
  });

  it("leads each span back to a stretch whose own light form holds it", () => {
    fc.assert(
      fc.property(any, fc.nat(200), fc.nat(20), (text, at, size) => {
        const light = normalise(text);
        // Half of a character leads nowhere.
        const isCut = (index: number): boolean => /[\ud800-\udbff]/.test(light.text.charAt(index - 1));
        fc.pre(!isCut(at) && !isCut(at + size));
        const [start, end] = light.toOriginal(at, at + size);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        const wanted = light.text.slice(at, at + size).replace(/[\u2460-\u2473]/g, "");
        if (!/[①-⑳]/.test(text)) expect(normalise(text.slice(start, end)).text).toContain(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it("grows in order: a later unit never comes from an earlier place", () => {
    fc.assert(
      fc.property(any, (text) => {
        const light = normalise(text);
        let last = 0;
        for (let i = 0; i < light.text.length; i++) {
          const [start] = light.toOriginal(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
        }
      }),
    );
  });

  it("takes a long run of combining marks in linear time", () => {
    const before = process.cpuUsage();
    normalise(`a${"\u0301\u0323".repeat(10_000)}`);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(300);
  });
});
