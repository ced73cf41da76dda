import { describe, expect, it } from "vitest";
import { addressOf, fold, rank, withoutHalf } from "../../src/browser/staff/command-match.ts";

const words = "Handover ひきつぎ hikitsugi toban moushiokuri shift";
const rated = (typed: string) => rank(typed, fold("引継ぎ"), fold(words));

describe("what is typed into the command bar", () => {
  it.each([
    "引継",
    "ひきつぎ",
    "ヒキツギ",
    "ﾋｷﾂｷﾞ",
    "hikitsugi",
    "hikitugi",
    "HIKITSUGI",
    "ｈａｎｄｏｖｅｒ",
    "  shift ",
    "mousiokuri",
    "hand shift",
  ])("finds the handover by “%s”", (typed) => {
    expect(rated(typed)).not.toBeNull();
  });

  it.each(["queue", "引き分け", "hikitsugi queue", "ひきつけ"])("does not find it by “%s”", (typed) => {
    expect(rated(typed)).toBeNull();
  });

  it("prefers the name to other words, and a whole word to a part of one", () => {
    const order = ["引継", "hikitsugi", "継", "hiki", "over"].map(rated);
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(5);
    expect(rated("")).toBe(0);
  });

  it("leaves out half a syllable while a word is composed", () => {
    expect(withoutHalf("ひきt")).toBe("ひき");
    expect(withoutHalf("ひきｔｓ")).toBe("ひき");
    expect(withoutHalf("ひき")).toBe("ひき");
    expect(withoutHalf("hiki")).toBe("hiki");
  });

  it("names a tip by its id and a case by its reference, however it was typed, and nothing else", () => {
    const id = "0199d4c2-7a10-7e0b-9f3c-52b6a7c1d8e4";
    expect(addressOf(` ${id.toUpperCase()} `)).toBe(`/staff/tips/${id}/`);
    for (const typed of ["SK-2026-123", "sk-2026-000123", "ＳＫ－２０２６－１２３", "SK2026-123"])
      expect(addressOf(typed), typed).toBe("/staff/cases/SK-2026-000123/");
    for (const typed of ["", "1234 5678 9012 3456", "CSQU3054383", "SK-2026", "../people/", `${id}x`])
      expect(addressOf(typed), typed).toBeNull();
  });
});
