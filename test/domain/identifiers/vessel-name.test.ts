import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findVesselNames } from "../../../functions/domain/identifiers/vessel-name.ts";

const names = (text: string) => findVesselNames(text).map((vessel) => vessel.name);

describe("vessels called by name", () => {
  it.each([
    ["第八海宝丸が入港します", ["第八海宝丸"]],
    ["漁船のさくら丸です", ["さくら丸"]],
    ["M/V Sun Harbinger, due tomorrow", ["Sun Harbinger"]],
    ["the ship is the Sun Harbinger I-M-O number five", ["Sun Harbinger"]],
    ["相手の船は KALDERA STAR、男が見せた", ["KALDERA STAR"]],
    ["カルデラスターいう貨物船", ["カルデラスター"]],
    ["Kaiho Maru No. 8 docked", ["Kaiho Maru No. 8"]],
    ["траулер «Заря» сегодня", ["Заря"]],
    ["어선 제7해성호에서", ["제7해성호"]],
    ["货船“东方之星”号", ["东方之星"]],
    ["kapal bernama Bintang Laut dari Bitung", ["Bintang Laut"]],
    ["tàu tên là Hải Âu 09", ["Hải Âu 09"]],
  ])("in %j are %j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each(["一丸となって弾丸を", "里面是摇头丸", "ship is full of drugs", "the ship I saw", "번호 신호"])(
    "in %j there are none",
    (text) => {
      expect(names(text)).toEqual([]);
    },
  );

  it("lists each vessel once, with the span of its first mention", () => {
    const text = "第八海宝丸。また第八海宝丸";
    expect(findVesselNames(text)).toEqual([{ name: "第八海宝丸", evidence: "第八海宝丸", span: [0, 5] }]);
  });

  it("never throws, and its spans are its evidence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const { evidence, span } of findVesselNames(`${text} M/V Test Ship`)) {
          expect(`${text} M/V Test Ship`.slice(...span)).toBe(evidence);
        }
      }),
    );
  });
});
