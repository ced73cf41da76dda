import { describe, expect, it } from "vitest";
import { DIGITS, neighbours } from "../../../functions/domain/identifiers/neighbours.ts";

const slip = (passing: readonly string[], spoken: boolean) => ({
  spoken,
  alphabetAt: () => DIGITS,
  passes: (candidate: string) => passing.includes(candidate),
});

describe("neighbours of a wrong code", () => {
  it("puts what sounds alike first when the code was said", () => {
    // 4 and 7 sound alike in Japanese (し, しち); 5 only stands beside 4 on the keyboard.
    expect(neighbours("4000", slip(["5000", "7000"], true))).toEqual(["7000", "5000"]);
  });

  it("puts what looks alike before what lies beside it on the keyboard when the code was typed", () => {
    expect(neighbours("8000", slip(["7000", "3000"], false))).toEqual(["3000", "7000"]);
  });

  it("offers swapped neighbours and never the code itself", () => {
    expect(neighbours("1234", slip(["1243", "1234"], false))).toEqual(["1243"]);
  });

  it("keeps no more than asked for", () => {
    const all = Array.from({ length: 10 }, (_, i) => `${i}000`);
    expect(neighbours("5000", slip(all, false), 3)).toHaveLength(3);
  });
});
