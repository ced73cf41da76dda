import { describe, expect, it } from "vitest";
import { triageTip } from "../../../functions/domain/triage/triage.ts";

/** The categories that triage finds in a report, sorted. */
const goodsIn = (text: string): string[] =>
  triageTip({ channel: "web", received_at: "2026-11-20T22:10:00+09:00", text })
    .categories.map(({ code }) => code)
    .sort();

describe("goods", () => {
  it.each([
    ["覚醒剤を密輸しています", ["stimulants"]],
    ["シャブと拳銃を隠して運んでいます", ["firearms", "stimulants"]],
    ["They are smuggling heroin and ammunition", ["ammunition", "opioids"]],
    ["他们走私冰毒和黄金", ["gold", "stimulants"]],
    ["필로폰을 밀수하고 있어요", ["stimulants"]],
    ["họ buôn lậu ma túy đá và súng", ["firearms", "stimulants"]],
    ["ลักลอบนำยาบ้าและกัญชาเข้ามา", ["cannabis", "stimulants"]],
    ["mereka menyelundupkan sabu dan ganja", ["cannabis", "stimulants"]],
    ["estão contrabandeando cocaína e maconha", ["cannabis", "cocaine"]],
    ["contrabandean cocaína y pistolas", ["cocaine", "firearms"]],
    ["они провозят контрабандой гашиш и патроны", ["ammunition", "cannabis"]],
    ["उनीहरू चरस र सुन तस्करी गर्छन्", ["cannabis", "gold"]],
    ["آنها تریاک و اسلحه قاچاق می‌کنند", ["firearms", "opioids"]],
    ["象牙とコピーブランドのバッグを無申告で持ち込んでいます", ["counterfeit", "wildlife"]],
  ])("are known by their names: %s", (text, expected) => {
    expect(goodsIn(text)).toEqual(expected);
  });

  it("are not found in everyday words without anything out of order", () => {
    expect(goodsIn("野菜を市場で買いました")).toEqual([]);
    expect(goodsIn("I dropped my ice cream on the grass")).toEqual([]);
    expect(goodsIn("二人で丸亀の港へ行きました")).toEqual([]);
  });

  it.each([
    ["Stimulants in a car at Oi wharf tonight", ["stimulants"]],
    ["Stimulants are hidden in the engine room", ["stimulants"]],
    ["They bring stimulant drugs from Bangkok by parcel", ["stimulants"]],
    ["He swallowed a stimulant to smuggle it through the airport", ["stimulants"]],
    ["My neighbour gets uppers by mail, hidden in toys", ["stimulants"]],
    ["Coffee is a stimulant, he said", []],
    ["It was a stimulating lecture, and the stimulation lasted", []],
    ["The economic stimulus package hides a problem", []],
    ["He hides a stimulant laxative in his bag", []],
    ["Growth stimulants for plants are hidden in the container", []],
    ["Smugglers hide leather uppers in the container for the shoe factory", []],
  ])("by the English name of the law on stimulants, and not by its likes: %s", (text, expected) => {
    expect(goodsIn(text).filter((code) => code === "stimulants")).toEqual(expected);
  });

  it("do not make a tip of somebody's question about medicine", () => {
    const asked = triageTip({
      channel: "web",
      received_at: "2026-11-20T22:10:00+09:00",
      text: "Am I allowed to bring stimulants that my doctor prescribed for ADHD to Japan?",
    });
    expect(asked.disposition).toBe("not_customs");
  });

  it("are found in everyday words where smuggling is spoken of", () => {
    expect(goodsIn("タイから荷物に隠して「野菜」を送っています。申告していません")).toContain("cannabis");
    expect(goodsIn("he said the tina is hidden inside, don't open it")).toContain("stimulants");
  });

  it("are not what the teller denies", () => {
    expect(goodsIn("麻薬ではありません。金塊を隠しています")).toEqual(["gold"]);
    expect(goodsIn("It is not cocaine, it is gold bars hidden in the bag")).toEqual(["gold"]);
  });

  it("are the substance rather than 'drugs' where it is named", () => {
    expect(goodsIn("They smuggle illegal drugs, cocaine I think")).toEqual(["cocaine"]);
    expect(goodsIn("They smuggle illegal drugs")).toEqual(["other_drugs"]);
  });
});
