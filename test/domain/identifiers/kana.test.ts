import { describe, expect, it } from "vitest";
import { plateSyllableAt, soundOf } from "../../../functions/domain/identifiers/kana.ts";
import { PLATE_PLACES } from "../../../functions/domain/identifiers/plate-places.ts";

describe("names that sound alike", () => {
  it.each([
    ["なにわ", "naniwa", "나니와"],
    ["しながわ", "shinagawa", "시나가와"],
    ["おおさか", "osaka", "오사카"],
    ["よこはま", "yokohama", "요코하마"],
    ["なごや", "nagoya", "나고야"],
    ["こうべ", "kobe", "고베"],
    ["ふくおか", "fukuoka", "후쿠오카"],
  ])("%s is %s is %s", (kana, latin, hangul) => {
    expect(soundOf(latin)).toBe(soundOf(kana));
    expect(soundOf(hangul)).toBe(soundOf(kana));
  });

  it("tells the plate places apart", () => {
    const readings = [...new Set(PLATE_PLACES.map((place) => place.reading))];
    const sounds = new Map(readings.map((reading) => [soundOf(reading), reading]));
    expect(sounds.size).toBe(readings.length);
  });
});

describe("the syllable of a plate", () => {
  it.each([
    ["さ", "さ"],
    ["サ", "さ"],
    ["sa", "さ"],
    ["사", "さ"],
    ["さくらのさ", "さ"],
    ["y", "Y"],
  ])("%j is %s", (written, kana) => {
    expect(plateSyllableAt(written, 0)?.kana).toBe(kana);
  });

  it.each(["お", "し", "へ", "ん", "が", "x", "漢"])("%j stands on no plate", (written) => {
    expect(plateSyllableAt(written, 0)).toBeUndefined();
  });
});
