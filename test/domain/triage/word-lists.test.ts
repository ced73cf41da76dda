import { describe, expect, it } from "vitest";
import { GOODS_TABLES } from "../../../functions/domain/goods/tables.ts";
import { CUE_KINDS } from "../../../functions/domain/triage/cues/cue-table.ts";
import { CUE_TABLES } from "../../../functions/domain/triage/cues/tables.ts";
import { Lang } from "../../../functions/domain/triage/verdict.ts";

const words: (readonly [string | undefined, string])[] = [
  ...GOODS_TABLES.flatMap(({ langs, rows }) =>
    rows.flatMap((row) => row.words.split("|").map((word) => [langs[0], word] as const)),
  ),
  ...CUE_TABLES.flatMap(({ langs, cues, denial }) =>
    [...Object.values(cues), denial?.before ?? "x", denial?.after ?? "x"].flatMap((list) =>
      list.split("|").map((word) => [langs[0], word] as const),
    ),
  ),
];

describe("the word lists", () => {
  it("have no empty word and no star inside one, where it would never match", () => {
    expect(words.length).toBeGreaterThan(20_000);
    expect(words.filter(([, word]) => word.trim() === "" || /.\*./u.test(word))).toEqual([]);
  });

  it("know the goods and the circumstances of a tip in every language of the verdict", () => {
    const goods = new Set(GOODS_TABLES.flatMap(({ langs }) => langs));
    const cues = new Set(CUE_TABLES.flatMap(({ langs }) => langs));
    expect(Lang.options.filter((lang) => !goods.has(lang))).toEqual([]);
    expect(Lang.options.filter((lang) => !cues.has(lang))).toEqual([]);
  });

  it("speak of a threat, a question and a stranger's fear in each of them", () => {
    for (const lang of Lang.options) {
      const kinds = new Set(
        CUE_TABLES.filter(({ langs }) => langs.includes(lang)).flatMap(({ cues }) => Object.keys(cues)),
      );
      expect(
        ["threat", "help", "asking", "permit", "fraud", "secrecy", "conceal", "hearsay"].filter(
          (kind) => !kinds.has(kind),
        ),
        lang,
      ).toEqual([]);
      for (const kind of kinds) expect(CUE_KINDS).toContain(kind);
    }
  });
});
