import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildMatcher } from "../../../functions/domain/text/trie.ts";
import { growthOf, MOST_GROWTH } from "../../support/growth.ts";

const forms = (entries: Parameters<typeof buildMatcher<string>>[0], text: string) =>
  buildMatcher(entries)(text).map((match) => match.form);

describe("a matcher over many words", () => {
  test("takes the longest word at each place and never two that overlap", () => {
    const entries = ["東京", "東京港", "京都", "港区"].map((form) => ({ form, value: form }));
    expect(forms(entries, "東京港区と京都")).toEqual(["東京港", "京都"]);
  });

  test("takes a whole word only where one is asked for", () => {
    const entries = [{ form: "ino", value: "ino", boundary: true }];
    expect(forms(entries, "casino")).toEqual([]);
    expect(forms(entries, "ino, kochi")).toEqual(["ino"]);
    expect(forms(entries, "高知県のino町")).toEqual(["ino"]);
  });

  test("lets particles follow where only the start is bound", () => {
    const entries = [{ form: "오사카", value: "osaka", boundary: "start" as const }];
    expect(forms(entries, "오사카에서")).toEqual(["오사카"]);
    expect(forms(entries, "가오사카")).toEqual([]);
  });

  test("falls back to a shorter word when the longer one does not end a word", () => {
    const entries = [
      { form: "oi", value: "oi" },
      { form: "oita", value: "oita", boundary: true },
    ];
    expect(forms(entries, "oitan")).toEqual(["oi"]);
  });

  test("gathers the values of one form and keeps the loosest boundary", () => {
    const match = buildMatcher([
      { form: "fuchu", value: "tokyo", boundary: true },
      { form: "fuchu", value: "hiroshima", boundary: "start" as const },
    ])("fuchushi")[0];
    expect(match?.values).toEqual(["tokyo", "hiroshima"]);
  });

  test("finds every word it was given, in any noise, at the place it stands", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 30 }),
        fc.string(),
        (words, noise) => {
          const match = buildMatcher(words.map((form) => ({ form, value: form })));
          for (const word of words) {
            const text = `${noise}${word}`;
            for (const found of match(text)) expect(text.slice(found.start, found.end)).toBe(found.form);
            expect(
              match(word)
                .map((found) => found.form)
                .join(""),
            ).toBe(word);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("searches among a hundred thousand forms in step with the text's length", () => {
    const match = buildMatcher(
      Array.from({ length: 100_000 }, (_, index) => ({ form: `place${index * 7919}`, value: index })),
    );
    expect(match("place7919 ")).toHaveLength(1);
    for (const piece of ["place7919 ", "place", "p"])
      expect(growthOf(match, piece)).toBeLessThan(MOST_GROWTH);
  });
});
