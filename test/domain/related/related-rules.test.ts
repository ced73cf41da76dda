import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRelations, countVoices } from "../../../functions/domain/related/corroborate.ts";
import { applyLearnt, type ScoredTip } from "../../../functions/domain/related/learnt.ts";
import { bandsOf, likenessOf, shinglesOf } from "../../../functions/domain/related/likeness.ts";
import { nameKeys } from "../../../functions/domain/related/name-keys.ts";
import { createSketcher } from "../../../functions/vault/sketch.ts";
import { growthOf, MOST_GROWTH } from "../../support/growth.ts";

const sketch = createSketcher(randomBytes(32));
const letters = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
  minLength: 200,
  maxLength: 400,
});

describe("a sketch", () => {
  it("estimates how much two texts share within its error", () => {
    fc.assert(
      fc.property(letters, letters, fc.double({ min: 0, max: 1, noNaN: true }), (text, other, part) => {
        const mixed = text.slice(0, Math.floor(text.length * part)) + other;
        const [a, b] = [shinglesOf(text), shinglesOf(mixed)];
        const both = [...a].filter((shingle) => b.has(shingle)).length;
        const { resemblance, containment } = likenessOf(sketch(text), sketch(mixed));
        expect(Math.abs(resemblance - both / (a.size + b.size - both))).toBeLessThan(0.3);
        expect(containment).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("of the same letters is the same, whatever stands between them", () => {
    expect(sketch("コンテナ ZKPU7782063、「布袋」")).toEqual(
      sketch("コンテナzkpu7782063布袋".toUpperCase().replace("ZKPU", "ZKPU")),
    );
    expect(likenessOf(sketch("どうも"), sketch("どうも"))).toMatchObject({ resemblance: 1, containment: 1 });
  });

  it("under another key shares nothing with it", () => {
    const text = "明日の朝、大黒ふ頭から引き取る予定のコンテナがおかしいです";
    expect(likenessOf(sketch(text), createSketcher(randomBytes(32))(text)).resemblance).toBe(0);
  });

  it("is made of any text, and of none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { shingles, least } = sketch(text);
        expect(least).toHaveLength(shingles === 0 ? 0 : 60);
        expect(bandsOf(least)).toHaveLength(shingles === 0 ? 0 : 20);
      }),
    );
    expect(sketch(" …!\n")).toEqual({ shingles: 0, least: [] });
  });

  it("costs in step with the text's length", () => {
    const piece = Array.from({ length: 5_000 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7919) % 9000)),
    );
    expect(growthOf(sketch, piece.join(""))).toBeLessThan(MOST_GROWTH);
  });
});

describe("a ship's name", () => {
  const meet = (a: string, b: string, by: "sounds" | "nearly" = "sounds") =>
    nameKeys(a)[by].some((key) => nameKeys(b)[by].includes(key));

  it.each([
    ["KALDERA STAR", "カルデラスター"],
    ["M/V Caldera Star", "KALDERA STAR"],
    ["SUN HARBINGER", "サンハービンジャー"],
    ["Sakura Maru", "さくら丸"],
    ["SAKURA MARU No. 3", "第三さくら丸"],
    ["PACIFIC VENTURE", "パシフィックベンチャー"],
    ["Ocean Bright", "オーシャンブライト"],
  ])("%s is met by %s", (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ["KALDERA STAR", "KALDERA SUN"],
    ["さくら丸", "さわら丸"],
    ["第三さくら丸", "第五さくら丸"],
    ["Sun", "San"],
    ["海宝丸", "海王丸"],
  ])("%s is not met by %s", (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  it("of six sounds or more is nearly met with one other sound", () => {
    expect(meet("SUN HARBINGER", "SUN HARBINGEL", "nearly")).toBe(true);
    expect(meet("KALDERA STAR", "KALTERA SAR", "nearly")).toBe(true);
    expect(meet("KALDERA STAR", "BALBOA STAR", "nearly")).toBe(false);
  });

  it("of any letters gives keys and no error", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => void nameKeys(name)));
  });
});

describe("voices", () => {
  it("are the independent tips, an echo of one of them counting as that one", () => {
    expect(countVoices("a", [], [])).toBe(0);
    expect(countVoices("a", ["b", "c"], [])).toBe(2);
    expect(countVoices("a", ["b", "c"], [["b", "c"]])).toBe(1);
    expect(
      countVoices(
        "a",
        ["b", "c"],
        [
          ["b", "x"],
          ["x", "c"],
        ],
      ),
    ).toBe(1);
  });

  it("do not count what echoes the tip itself", () => {
    expect(countVoices("a", ["b"], [["a", "b"]])).toBe(0);
  });
});

describe("relations to keep", () => {
  const found = (id: string, relation: "echo" | "independent" | "unrelated") => ({
    id,
    verdict: { relation, why: [], likeness: 0 },
  });

  it("leave out what is unrelated", () => {
    expect(
      chooseRelations("b", [found("a", "unrelated"), found("c", "independent")]).map(({ id }) => id),
    ).toEqual(["c"]);
  });

  it("are only the echo for a tip that repeats an earlier one", () => {
    const kept = chooseRelations("c", [found("a", "echo"), found("b", "independent"), found("d", "echo")]);
    expect(kept.map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("what is learnt of a tip", () => {
  const tip: ScoredTip = {
    disposition: "actionable",
    score: 45,
    reasons: [
      { code: "valid_container", points: 20 },
      { code: "goods_stimulants", points: 25 },
      { code: "rule_to_check", points: 0 },
    ],
    machineBand: "C",
    band: "C",
  };
  const learnt = { echo: false, corroboration: { independent: 1 } };

  it("adds its points once, however often it is put in", () => {
    const once = applyLearnt(tip, learnt);
    expect(once).toMatchObject({ score: 53, band: "B", machineBand: "B" });
    expect(once.reasons).toContainEqual({ code: "corroborated", points: 8 });
    expect(applyLearnt({ ...tip, ...once }, learnt)).toEqual(once);
  });

  it("takes its points back when it no longer holds, and leaves the band", () => {
    const once = applyLearnt(tip, learnt);
    expect(applyLearnt({ ...tip, ...once }, { echo: false })).toMatchObject({ score: 45, band: "B" });
  });

  it("gives no point to an echo, nor to what is not for Customs", () => {
    expect(applyLearnt(tip, { ...learnt, echo: true })).toMatchObject({ score: 45, band: "C" });
    const other = {
      ...tip,
      disposition: "not_customs" as const,
      band: "D" as const,
      machineBand: "D" as const,
    };
    expect(applyLearnt(other, { ...learnt, arrivalAt: "2026-11-21T00:00:00Z" })).toMatchObject({
      score: 45,
      band: "D",
    });
  });

  it("raises over an officer's band only to a more urgent one", () => {
    expect(applyLearnt({ ...tip, band: "A" }, learnt)).toMatchObject({ band: "A", machineBand: "B" });
    expect(applyLearnt({ ...tip, band: "D" }, learnt)).toMatchObject({ band: "B", machineBand: "B" });
  });

  it("never leaves 0 to 100, nor lowers a band", () => {
    const bands = fc.constantFrom("A" as const, "B" as const, "C" as const, "D" as const);
    fc.assert(
      fc.property(
        bands,
        bands,
        fc.integer({ min: -50, max: 140 }),
        fc.integer({ min: 0, max: 9 }),
        (band, machineBand, points, independent) => {
          const before = { ...tip, band, machineBand, reasons: [{ code: "x", points }] };
          const after = applyLearnt(before, { echo: false, corroboration: { independent } });
          expect(after.score).toBeGreaterThanOrEqual(0);
          expect(after.score).toBeLessThanOrEqual(100);
          expect(after.band <= band).toBe(true);
          expect(after.machineBand <= machineBand).toBe(true);
        },
      ),
    );
  });
});
