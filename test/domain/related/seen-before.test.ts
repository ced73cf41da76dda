import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { containerCheckDigit } from "../../../functions/domain/identifiers/container.ts";
import { bandsOf } from "../../../functions/domain/related/likeness.ts";
import { type Labelled, relate, type Seen, see, seeLabelled } from "./seen.ts";

const folder = new URL("../../examples/tips/", import.meta.url);
const examples: Labelled[] = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line));

const pairOf = (a: string, b: string) => [a, b].sort().join(" ");

/** Every pair that is found to be related, as "id id" → relation. */
function relations(seen: readonly Seen[]): Map<string, string> {
  const found = new Map<string, string>();
  seen.forEach((a, at) => {
    for (const b of seen.slice(at + 1)) {
      const { relation } = relate(a, b);
      if (relation !== "unrelated") found.set(pairOf(a.id, b.id), relation);
    }
  });
  return found;
}

describe("labelled tips of every language", () => {
  const labelled = new Map(
    examples.flatMap(({ id, gold }) =>
      gold.same_as ? [[pairOf(id, gold.same_as), gold.echo ? "echo" : "independent"] as const] : [],
    ),
  );

  it("are related as labelled where they share an identifier or words, and not one pair more, among all", () => {
    const meant = new Map(
      examples.map(({ id, gold }) => [
        id,
        gold.identifiers.map(({ type, value, intended }) => `${type} ${intended ?? value}`),
      ]),
    );
    const findable = [...labelled].filter(([pair, relation]) => {
      const [a, b] = pair.split(" ").map((id) => meant.get(id) ?? []);
      return relation === "echo" || a?.some((value) => b?.includes(value));
    });
    expect(findable.length).toBeGreaterThanOrEqual(6);
    expect(Object.fromEntries(relations(examples.map(seeLabelled)))).toEqual(Object.fromEntries(findable));
  });

  it("are related to none but the labelled ones also as triage reads them by itself", () => {
    const found = relations(examples.map(see));
    for (const [pair, relation] of found) expect(labelled.get(pair), pair).toBe(relation);
    const echoes = [...labelled].filter(([, relation]) => relation === "echo");
    for (const [pair] of echoes) expect(found.get(pair), pair).toBe("echo");
  });
});

/** Numbers from a seed, so that a failure can be had again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Unrelated tips that use the same goods, ports, days and turns of phrase over and over. */
function inventTips(
  count: number,
): { id: string; channel: "web" | "sms"; received_at: string; text: string }[] {
  const below = numbers(20_261_127);
  const one = (list: readonly string[]) => list[below(list.length)] ?? "";
  const digits = (length: number) => Array.from({ length }, () => below(10)).join("");
  const letters = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(65 + below(26))).join("");
  const container = () => {
    const head = `${letters(3)}U${digits(6)}`;
    return head + containerCheckDigit(head);
  };
  const awb = () => {
    const serial = digits(7);
    return `${one(["131", "205", "176", "618"])}-${serial}${Number(serial) % 7}`;
  };
  const goods = ["覚醒剤", "大麻", "コカイン", "金塊", "拳銃", "偽ブランド品", "象牙", "たばこ"];
  const english = [
    "meth",
    "cannabis",
    "cocaine",
    "gold bars",
    "handguns",
    "fake bags",
    "ivory",
    "cigarettes",
  ];
  const ports = ["横浜港", "神戸港", "名古屋港", "博多港", "大阪港", "清水港", "新潟港", "那覇港"];
  const abroad = ["Yokohama", "Kobe", "Nagoya", "Hakata", "Osaka", "Narita", "Niigata", "Naha"];
  const trades = ["倉庫", "通関業", "漁業", "運送会社", "ホテル", "飲食店", "中古車店", "建設現場"];
  const jobs = ["clerk", "driver", "guard", "cleaner", "docker", "student", "cook", "broker"];
  const days = ["明日", "明後日", "今夜", "来週の月曜", "今週末"];
  const ways = [
    "床下",
    "タイルの箱",
    "機械の中",
    "冷凍の魚の腹",
    "ぬいぐるみ",
    "二重底のかばん",
    "家具の脚",
    "缶詰",
  ];
  const proofs = [
    "電話を聞きました",
    "本人の自慢です",
    "重さが合いません",
    "夜に積み替えました",
    "金を渡していました",
  ];
  const kana = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(0x30a2 + below(80))).join("");
  const word = () => letters(4 + below(5)).toLowerCase();
  return Array.from({ length: count }, (_, n) => {
    const received_at = new Date(Date.UTC(2026, 9, 1) + n * 17 * 60_000).toISOString();
    const cargo = [`コンテナ${container()}`, `AWB ${awb()}`, `${kana(4)}の荷物`];
    const load = [`container ${container()}`, `AWB ${awb()}`, `a crate for ${word()}`];
    const japanese = `${one(trades)}の者です。${kana(4)}という${20 + below(50)}歳くらいの男が、${one(days)}${below(24)}時ごろ${one(ports)}の${kana(5)}${below(90)}番で${one(cargo)}を受け取ります。${one(ways)}に${one(goods)}が${below(90)}キロ。${one(proofs)}。車は${kana(3)}の白。`;
    const foreign = `I am a ${one(jobs)} near ${one(abroad)}. ${word()} ${word()} gets ${below(90)} kilos of ${one(english)} tomorrow at ${below(12)} in ${one(load)}, ${word()} street ${digits(3)}. ${word()} told ${word()} on ${word()}.`;
    const channel = below(2) === 0 ? "web" : "sms";
    return { id: `n${n}`, channel, received_at, text: below(2) === 0 ? japanese : foreign };
  });
}

describe("5,000 unrelated tips in the same turns of phrase", () => {
  it("are not related at all", () => {
    const seen = inventTips(5_000).map(see);
    // As the database finds candidates: by a shared hash or a shared band.
    const holders = new Map<string, Seen[]>();
    for (const one of seen) {
      const bands = bandsOf(one.tip.sketch.least).map((band) => `band ${band}`);
      for (const key of new Set([...one.hashes.keys(), ...one.meets.keys(), ...bands])) {
        const group = holders.get(key) ?? [];
        group.push(one);
        holders.set(key, group);
      }
    }
    const found = new Map<string, string[]>();
    let compared = 0;
    for (const group of holders.values())
      group.forEach((a, at) => {
        for (const b of group.slice(at + 1)) {
          compared += 1;
          const { relation, why } = relate(a, b);
          if (relation !== "unrelated") found.set(pairOf(a.id, b.id), why);
        }
      });
    expect(compared).toBeGreaterThan(1_000);
    expect(Object.fromEntries([...found].slice(0, 6))).toEqual({});
  }, 120_000);
});
