import { describe, expect, it } from "vitest";
import { normalise } from "../../../functions/domain/text/normalise.ts";
import { readCode } from "../../../functions/domain/text/read-code.ts";
import { meaningOf, VOCABULARIES } from "../../../functions/domain/text/spoken/lexicon.ts";

/** Digits where they are plain, else letters; `|` for a barrier, `+` for a plus sign. */
const shown = (text: string) =>
  readCode(normalise(text))
    .map((c) => (c.gap === 6 ? "|" : "") + (c.plus ? "+" : "") + (c.softDigit ? c.letter : c.digit))
    .join("")
    .replace(/^\|/, "");

describe("codes read out of words", () => {
  it.each([
    ["エル ゼット きゅう ぜろ さん ユー エス です", "LZ903US"],
    ["さんじゅうよんど よんじゅっぷん", "34|40"],
    ["ひゃくにじゅうきゅう", "129"],
    ["プラス いち はち ぜろ に", "+1802"],
    ["三百零五 二〇二四", "3052024"],
    ["삼백삼십", "330"],
    ["팔이에요", "8"],
    ["zero sete cinco três um um meia", "0753116"],
    ["five um three", "53"],
    ["double five triple zero", "55000"],
    ["three hundred and thirty five", "335"],
    ["treinta y cuatro", "34"],
    ["тридцать четыре сто двадцать девять", "34129"],
    ["kuwarenta'y singko", "45"],
    ["dua belas dua puluh tiga", "1223"],
    ["hai mươi lăm", "25"],
    ["สามสิบสี่", "34"],
    ["سی و چهار", "34"],
    ["चौंतीस", "34"],
    ["ប្រាំបី ប្រាំ បី", "853"],
    ["гучин дөрөв", "34"],
    ["S as in sugar nine", "S9"],
    ["НХ921", "HX921"],
    ["thirty-four", "34"],
  ])("in %j are %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("takes everyday words for digits only among unmistakable ones", () => {
    expect(shown("東京に行く")).toBe("");
    expect(shown("Tokyo Bay 5")).toBe("5");
    expect(shown("に ぜろ よん")).toBe("204");
  });
});

describe("the code words of all languages", () => {
  it("give every language ten digits", () => {
    for (const { lang, digits, weakDigits } of VOCABULARIES) {
      for (let digit = 0; digit < 10; digit++) {
        expect((digits[digit] ?? "") + (weakDigits?.[digit] ?? ""), `${lang} ${digit}`).not.toBe("");
      }
    }
  });

  it("never give one word two digits", () => {
    for (const { lang, digits, weakDigits } of VOCABULARIES) {
      for (const list of [digits, weakDigits ?? []]) {
        list.forEach((words, digit) => {
          for (const word of words.split("|").filter(Boolean)) {
            expect(meaningOf(normalise(word).folded)?.digit, `${lang} ${word}`).toBe(String(digit));
          }
        });
      }
    }
  });

  it("give every number and letter word the meaning its language says", () => {
    for (const { lang, numbers, letters } of VOCABULARIES) {
      for (const [value, words] of Object.entries(numbers ?? {})) {
        for (const word of words.split("|"))
          expect(meaningOf(normalise(word).folded)?.value, `${lang} ${word}`).toBe(Number(value));
      }
      for (const [letter, words] of Object.entries(letters ?? {})) {
        for (const word of words.split("|"))
          expect(meaningOf(normalise(word).folded)?.letter, `${lang} ${word}`).toBe(letter);
      }
    }
  });
});
