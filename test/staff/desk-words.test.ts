/** The desk calls one thing by one name: what was given up for it must not come back. */
import { describe, expect, it } from "vitest";
import { deskWords } from "../../src/i18n/desk.ts";

/** Each with the word that stands for it, as officers of a Japanese customs say it. */
const retired: Record<"ja" | "en", [given: RegExp, stands: string][]> = {
  ja: [
    [/事案/, "事件"],
    [/(?:架空|本番)の情報|担当.{0,9}情報|情報(?:数|の番号|の中身|はすべて|・)/, "通報"],
    [/担当する班|^班/, "部署"],
    [/作業/, "やること"],
    [/主任/, "主担当"],
    [/わきに/, "よける"],
    [/決まり:/, "規則:"],
    [/本庁/, "本省"],
    [/確認済み/, "仕分け済み"],
    [/前に到着/, "到着予定を…過ぎた"],
  ],
  en: [
    [/\b[Ll]et (it )?go\b/, "clear, remove"],
    [/\blanded\b/, "due … ago"],
    [/the what\b/, "where and what"],
    [/\bis looking at it/, "looking at it: …"],
    [/Looked at\b/, "triaged, looked into"],
  ],
};

const linesOf = (value: unknown, path = ""): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => linesOf(inner, `${path}.${name}`));

describe.each(["ja", "en"] as const)("the words of the desk, in %s", (locale) => {
  const t = deskWords(locale);

  it.each(retired[locale])("no longer say %s, but: %s", (word) => {
    expect(linesOf(t).filter(([, line]) => word.test(line))).toEqual([]);
  });

  it("name an office to be asked the same beside a tip and in the reasons for it", () => {
    const plain = (words: string) => words.replace(/^the /, "").toLowerCase();
    for (const office of ["tariff_desk", "customs_counsellor"] as const)
      expect(plain(t.reasons[office])).toBe(plain(t.referTo[office]));
  });

  it("tell apart where the work on a tip stands, what its reporter reads, and the handover of a shift", () => {
    const states: string[] = Object.values(t.states);
    const others = [...Object.values(t.tip.statuses), t.handover.title, t.handover.hand, t.handover.take];
    expect(states.filter((state) => others.includes(state))).toEqual([]);
    expect(t.states.referred).toBe(t.tip.outcomes.referred);
    expect(t.queue.columns.unit).toBe(t.case.unit);
    expect(t.handover.lists.aside).toBe(t.queue.lanes.set_aside);
  });
});
