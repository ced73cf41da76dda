import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAirWaybill } from "../../../functions/domain/identifiers/awb.ts";
import { containerCheckDigit, isContainerNumber } from "../../../functions/domain/identifiers/container.ts";
import { findIdentifiers } from "../../../functions/domain/identifiers/find-identifiers.ts";
import { isImoNumber } from "../../../functions/domain/identifiers/imo.ts";
import { flagOfMmsi, isMmsi } from "../../../functions/domain/identifiers/mmsi.ts";
import { isPostalItem, postalCheckDigit } from "../../../functions/domain/identifiers/postal.ts";
import { VOCABULARIES } from "../../../functions/domain/text/spoken/lexicon.ts";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const letters = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), minLength: length, maxLength: length });

const container = fc
  .tuple(letters(3), fc.constantFrom("U", "J", "Z"), digits(6))
  .map(([owner, category, serial]) => owner + category + serial)
  .map((code) => code + containerCheckDigit(code));
const postal = fc
  .tuple(letters(2), digits(8), fc.constantFrom("JP", "CN", "TH", "MY", "US", "KR", "VN"))
  .map(([service, serial, country]) => service + serial + postalCheckDigit(serial) + country);
const imo = digits(6).map((head) => {
  const sum = [...head].reduce((total, digit, i) => total + Number(digit) * (7 - i), 0);
  return head + (sum % 10);
});
const awb = fc
  .tuple(fc.constantFrom("131", "205", "176", "618"), digits(7))
  .map(([prefix, serial]) => prefix + serial + (Number(serial) % 7));
const noise = fc.constantFrom(
  "",
  "えっと 番号は",
  "the number is",
  "言いますね、",
  "номер",
  "号码是",
  "번호는 ",
  "หมายเลข ",
  "شماره ",
  "😹 ",
  "第二便の件。",
);

const shapes = [
  (code: string) => code,
  (code: string) => code.toLowerCase(),
  (code: string) => code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (code: string) => [...code].join(" "),
  (code: string) => code.replace(/(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])/g, "-"),
];

const NATO =
  "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu".split(
    " ",
  );
const WORDS = "zero one two three four five six seven eight nine".split(" ");
const KANA_LETTERS =
  "エイ ビー シー ディー イー エフ ジー エイチ アイ ジェイ ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット".split(
    " ",
  );
const KANA_DIGITS = "ゼロ イチ ニ サン ヨン ゴ ロク ナナ ハチ キュウ".split(" ");
const spell = (letterNames: readonly string[], digitNames: readonly string[]) => (code: string) =>
  [...code].map((c) => (c >= "A" ? letterNames[c.charCodeAt(0) - 65] : digitNames[Number(c)])).join(" ");

describe("any valid code in any noise and form", () => {
  const form = fc.constantFrom(...shapes, spell(NATO, WORDS), spell(KANA_LETTERS, KANA_DIGITS));

  it.each([
    ["container", container, "コンテナ "],
    ["postal", postal, "追跡番号 "],
  ] as const)("finds the %s code", (type, arbitrary, cue) => {
    fc.assert(
      fc.property(arbitrary, form, noise, noise, (code, write, before, after) => {
        const text = `${before} ${cue}${write(code)} 。${after}`;
        const match = findIdentifiers(text).find((x) => x.type === type);
        expect(match, text).toMatchObject({ value: code, valid: true });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["imo", imo, "IMO "],
    ["awb", awb, "AWB "],
  ] as const)("finds the %s number", (type, arbitrary, cue) => {
    fc.assert(
      fc.property(
        arbitrary,
        fc.constantFrom(...shapes.slice(0, 4), spell(NATO, WORDS), spell(KANA_LETTERS, KANA_DIGITS)),
        noise,
        (code, write, before) => {
          const text = `${before} ${cue}${write(code)} 。`;
          const match = findIdentifiers(text).find((x) => x.type === type);
          expect(match?.value.replace("-", ""), text).toBe(code);
          expect(match?.valid).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("finds an IMO number said digit by digit in each language's own words", () => {
    fc.assert(
      fc.property(imo, fc.constantFrom(...VOCABULARIES), (code, vocabulary) => {
        const say = (d: string) =>
          (vocabulary.digits[Number(d)] || vocabulary.weakDigits?.[Number(d)] || "").split("|")[0];
        const text = `IMO ${[...code].map(say).join(" ")}`;
        expect(findIdentifiers(text), `${vocabulary.lang} ${text}`).toMatchObject([
          { type: "imo", value: code, valid: true },
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("one wrong character", () => {
  const slip = (code: string, at: number, other: string) => code.slice(0, at) + other + code.slice(at + 1);

  it.each([
    ["container", container, isContainerNumber, "コンテナ ", 4, 11],
    ["postal", postal, isPostalItem, "追跡番号 ", 2, 11],
  ] as const)(
    "in a %s code is never called valid unless the standard lets it pass, and the right one is offered",
    (type, arbitrary, passes, cue, from, to) => {
      fc.assert(
        fc.property(arbitrary, fc.integer({ min: from, max: to - 1 }), digits(1), (code, at, other) => {
          const wrong = slip(code, at, other);
          const match = findIdentifiers(cue + wrong).find((x) => x.type === type);
          expect(match).toMatchObject({ value: wrong, valid: passes(wrong) });
          if (match && !match.valid) expect(match.candidates).toContain(code);
        }),
        { numRuns: 300 },
      );
    },
  );

  it("offers only candidates that pass, none twice, and the swapped pair among them", () => {
    fc.assert(
      fc.property(imo, fc.integer({ min: 0, max: 5 }), (code, at) => {
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        const [match] = findIdentifiers(`IMO ${swapped}`);
        const candidates = match?.candidates ?? [];
        expect(match?.valid).toBe(isImoNumber(swapped));
        expect(candidates.every(isImoNumber)).toBe(true);
        expect(new Set(candidates).size).toBe(candidates.length);
        if (!match?.valid) expect(candidates).toContain(code);
      }),
      { numRuns: 200 },
    );
  });
});

describe("check digits of the standards", () => {
  it("accepts known good numbers and refuses their neighbours", () => {
    expect(isContainerNumber("CSQU3054383")).toBe(true);
    expect(isContainerNumber("CSQU3054384")).toBe(false);
    expect(isContainerNumber("CSQA3054383")).toBe(false);
    expect(isPostalItem("RB473124829JP")).toBe(true);
    expect(isPostalItem("RB473124829QQ")).toBe(false);
    expect(isImoNumber("9074729")).toBe(true);
    expect(isImoNumber("9074728")).toBe(false);
    expect(isAirWaybill("17644028154")).toBe(true);
    expect(isAirWaybill("17644028155")).toBe(false);
  });

  it("maps the sum modulo 11 of zero to 5 and of one to 0 (UPU S10)", () => {
    expect(postalCheckDigit("00000000")).toBe(5);
    expect(postalCheckDigit("00060000")).toBe(0);
  });

  it("names the flag of an MMSI by its identification digits, and of coast stations and beacons", () => {
    expect(flagOfMmsi("431000123")).toBe("JP");
    expect(flagOfMmsi("477003916")).toBe("HK");
    expect(flagOfMmsi("004310001")).toBe("JP");
    expect(flagOfMmsi("984311234")).toBe("JP");
    expect(flagOfMmsi("100000000")).toBeUndefined();
    expect(isMmsi("970123456")).toBe(true);
    expect(isMmsi("200123456")).toBe(false);
  });
});
