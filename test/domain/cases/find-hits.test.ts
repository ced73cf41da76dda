import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findHits, lineAround } from "../../../functions/domain/cases/find-hits.ts";
import { foldForSearch } from "../../../functions/vault/blind-index.ts";

/** As a search reads its query. */
const runsOf = (query: string) =>
  [...foldForSearch(query).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([run]) => run);
const hitsOf = (text: string, query: string) =>
  findHits({ text, identifiers: [] }, { runs: runsOf(query), values: [] }, foldForSearch);
const found = (text: string, query: string) =>
  hitsOf(text, query).map(([start, end]) => text.slice(start, end));
const line = (text: string, query: string) =>
  lineAround(text, hitsOf(text, query))
    ?.map(({ text: words, hit }) => (hit ? `[${words}]` : words))
    .join("");

describe("what was searched for in a text", () => {
  it("is found as the search finds it: in any case, width and form of the same letters", () => {
    expect(found("船は ＧＯＬＤＥＮ Lily 号", "golden lily")).toEqual(["ＧＯＬＤＥＮ", "Lily"]);
    expect(found("ﾍﾟﾘｶﾝの絵", "ペリカン")).toEqual(["ﾍﾟﾘｶﾝ"]);
    expect(found("㍿海運", "株式会社")).toEqual(["㍿"]);
    expect(found("Cafe\u0301 Noir", "café")).toEqual(["Cafe\u0301"]);
    expect(found("ΟΔΟΣ ΑΣ", "οδος")).toEqual(["ΟΔΟΣ"]);
    expect(found("İstanbul", "istanbul")).toEqual([]);
    expect(found("İstanbul", "İSTANBUL")).toEqual(["İstanbul"]);
  });

  it("is found in scripts without spaces and in those written from the right, and never cuts a sign from its marks", () => {
    expect(found("今夜、横浜港に覚醒剤の入ったコンテナ", "横浜港")).toEqual(["横浜港"]);
    expect(found("พบยาเสพติดในน้ำที่ท่าเรือ", "ในน")).toEqual(["ในน้ำ"]);
    expect(found("บนน้ำเข้ม", "ำเ")).toEqual(["น้ำเ"]);
    expect(found("کشتی باربری در بندر یوکوهاما", "بندر")).toEqual(["بندر"]);
    expect(found("मैंने कोकीन देखा", "कोक")).toEqual(["कोकी"]);
    expect(found("👨‍👩‍👧 A", "a")).toEqual(["A"]);
  });

  it("has every place where it stands, those that touch as one, and no lone letter beside longer words", () => {
    expect(found("aba aba", "aba")).toEqual(["aba", "aba"]);
    expect(found("横浜港", "横浜 浜港")).toEqual(["横浜港"]);
    expect(found("a box at a quay", "a box")).toEqual(["box"]);
    expect(found("a box at a quay", "a")).toEqual(["a", "a", "a", "a"]);
    expect(found("nothing here", "elsewhere")).toEqual([]);
  });

  it("is a number however it was written, by what triage read there", () => {
    const text = "コンテナ CSQU 305438-3 が着く";
    const identifiers = [
      {
        type: "container" as const,
        value: "CSQU3054383",
        valid: true,
        evidence: "CSQU 305438-3",
        span: [5, 18] as [number, number],
      },
    ];
    const sought = { runs: ["csqu3054383"], values: ["CSQU3054383"] };
    expect(findHits({ text, identifiers }, sought, foldForSearch)).toEqual([[5, 18]]);
    expect(findHits({ text, identifiers }, { ...sought, values: ["CSQU3054384"] }, foldForSearch)).toEqual(
      [],
    );
  });

  it("is the same whether the rest of the text is plain or has signs that join their letters", () => {
    const units = "aZ09 ,。、Ａ！ァーヽぁゞ々〆一港鿿가힣\n\u3000";
    const words = fc.string({ unit: fc.constantFrom(...units), maxLength: 40 });
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, at, length) => {
        const query = text.slice(at % Math.max(1, text.length)).slice(0, length);
        const hits = hitsOf(text, query);
        expect(hitsOf(`${text}\nน้ำ`, query)).toEqual(hits);
        const begins = (whole: string) => lineAround(whole, hits)?.[0];
        expect(begins(`${text}${"\n".repeat(90)}น้ำ`)).toEqual(begins(text + "\n".repeat(91)));
      }),
    );
  });

  it("lies in order between whole characters, whatever the words are", () => {
    const characters = new Intl.Segmenter("und", { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(), fc.nat(6), (text, at, length) => {
        const begin = text.length === 0 ? 0 : at % text.length;
        const hits = hitsOf(text, text.slice(begin, begin + length));
        const edges = new Set([...characters.segment(text)].map(({ index }) => index).concat(text.length));
        let last = -1;
        for (const [start, end] of hits) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(edges.has(start) && edges.has(end)).toBe(true);
          last = end;
        }
        const pieces = lineAround(text, hits);
        expect(pieces === null).toBe(hits.length === 0);
        expect(pieces?.some(({ hit }) => hit) ?? true).toBe(true);
      }),
    );
  });
});

describe("the line around it", () => {
  it("is the whole of a short text on one line", () => {
    expect(line("ペリカンの絵の\n\n箱を見た", "箱")).toBe("ペリカンの絵の [箱]を見た");
    expect(line("nothing", "else")).toBeUndefined();
  });

  it("begins shortly before the first hit, with a word where words are parted, and says what it leaves out", () => {
    const long = `${"Many words before anything of note happened. ".repeat(8)}Then PELICANWHARF came in sight${", and on it went".repeat(20)}`;
    const shown = line(long, "pelicanwharf");
    expect(shown).toMatch(/^…happened\. Then \[PELICANWHARF\] came in sight, and on/);
    expect(shown).toMatch(/…$/);
    expect(shown?.length).toBeLessThan(100);
    expect(line(`${"長い前置き".repeat(20)}横浜港の倉庫`, "横浜港")).toMatch(/^….{8}\[横浜港\]の倉庫$/);
  });

  it("marks each hit that it holds and cuts one that it holds in part between characters", () => {
    expect(line("箱と箱と袋", "箱")).toBe("[箱]と[箱]と袋");
    const run = "ก็".repeat(120);
    const shown = line(`x ${run}`, run.slice(0, 100));
    expect(shown).toMatch(/^x \[(ก็)+\]…$/);
  });
});
