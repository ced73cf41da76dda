import { describe, expect, it } from "vitest";
import { explainGoods } from "../../../functions/domain/goods/explain-goods.ts";
import { triageTip } from "../../../functions/domain/triage/triage.ts";
import { Category } from "../../../functions/domain/triage/verdict.ts";
import { deskWords } from "../../../src/i18n/desk.ts";

const explained = (text: string) =>
  explainGoods(triageTip({ channel: "web", received_at: "2026-11-20T22:10:00+09:00", text }));

describe("the meaning of words for goods", () => {
  it("is told of each word once: by its own name, an everyday word, or the kind alone", () => {
    expect(explained("シャブをコンテナに隠している。シャブは冷凍魚の箱の中です。")).toEqual([
      { word: "シャブ", code: "stimulants", sense: "named" },
    ]);
    expect(explained("港の倉庫で違法薬物を隠して運んでいる")).toEqual([
      { word: "違法薬物", code: "other_drugs", sense: "kind" },
    ]);
    expect(explained("拳銃と一緒に氷を隠して密輸すると言っていた")).toContainEqual({
      word: "氷",
      code: "stimulants",
      sense: "hidden",
    });
  });

  it("is found in the words of other scripts, with their endings", () => {
    expect(explained("Trong container có ma túy đá giấu trong loa")).toContainEqual(
      expect.objectContaining({ code: "stimulants", sense: "named" }),
    );
    expect(explained("В контейнере спрятан кокаина 20 кг")).toContainEqual(
      expect.objectContaining({ code: "cocaine", sense: "named" }),
    );
  });

  it("stands in both languages of the desk for every kind of goods", () => {
    for (const locale of ["ja", "en"] as const)
      expect(Object.keys(deskWords(locale).glossary.goods).sort()).toEqual([...Category.options].sort());
  });
});
