import { describe, expect, it } from "vitest";
import { phrasesOf, withPhrases } from "../../src/i18n/phrases.ts";
import { withRuby } from "../../src/i18n/ruby.ts";
import { language } from "../../src/i18n/strings.ts";
import { brotliSize, prerendered } from "./built.ts";

describe("the phrases of Japanese", () => {
  it.each([
    ["こんなことに気づいたら", ["こんな", "ことに", "気づいたら"]],
    ["旅先で、人のかばんを運ぶよう頼まれた", ["旅先で、", "人のかばんを", "運ぶよう頼まれた"]],
    ["ネットで知らせる", ["ネットで", "知らせる"]],
    ["薬物", ["薬物"]],
    ["", []],
  ])("of %s are %j", (text, phrases) => {
    expect(phrasesOf(text)).toEqual(phrases);
  });

  it.each(["航空会社", "におい", "部屋に", "手がかりは", "お問い合わせの", "電子たばこ", "あへんに"])(
    "never cut the word %s, as the model alone would",
    (word) => {
      for (const phrase of phrasesOf(`${word}気づいたこと`))
        expect(word.startsWith(phrase) && phrase !== word).toBe(false);
    },
  );

  it("are the whole text in its order, whatever it holds", () => {
    for (const text of [
      "密輸《みつゆ》を見《み》た A&amp;B 。",
      "Shift キーを3回",
      "👮‍♀️に言う",
      "&#39;税関&#39;の人",
    ])
      expect(phrasesOf(text).join("")).toBe(text);
  });

  it("end neither inside a reading nor inside a written-out character", () => {
    const phrases = phrasesOf(
      "税関職員《ぜいかんしょくいん》は見《み》たことを&quot;知《し》らせる&quot;と言《い》う",
    );
    for (const phrase of phrases) {
      expect(phrase.match(/《/g)?.length).toBe(phrase.match(/》/g)?.length);
      expect(phrase).not.toMatch(/&[^;]*$/);
    }
    expect(phrases.length).toBeGreaterThan(3);
  });
});

describe("a page in Japanese", () => {
  it("ends the lines of a heading, button or short line between phrases", () => {
    expect(withPhrases('<h2 id="a"> 夜の港と海 </h2>')).toBe(
      '<h2 id="a"> <span class="phrases">夜の<wbr>港と<wbr>海</span> </h2>',
    );
    expect(withPhrases('<ul class="ruled"><li>銃や弾を見た</li></ul><p>銃や弾を見た</p>')).toBe(
      '<ul class="ruled"><li><span class="phrases">銃や弾を<wbr>見た</span></li></ul><p>銃や弾を見た</p>',
    );
  });

  it.each([
    "<p>夜の港と海で見たこと</p>",
    '<div dir="auto">夜の港と海で見たこと</div>',
    '<button title="夜の港と海">OK</button>',
    "<title>夜の港と海</title>",
    '<label>A<textarea name="text">夜の港と海</textarea></label>',
    '<label><select><option value="夜の港">夜の港と海</option></select></label>',
    '<h2>0120-461-961</h2><a href="tel:0120461961">0120-461-961</a>',
  ])("leaves %s as it is: running text, what a person typed, attributes, numbers", (html) => {
    expect(withPhrases(html)).toBe(html);
  });

  it("reads the same when its marks are taken away, in easy Japanese with the readings above the kanji", () => {
    const bare = (html: string) => html.replace(/<(?!ruby|\/ruby|rp|\/rp|rt|\/rt)[^>]+>/g, "");
    const html = "<h3>仕事《しごと》を手伝《てつだ》ってと言《い》われた</h3>";
    expect(bare(withRuby(withPhrases(html)))).toBe(bare(withRuby(html)));
    expect(withRuby(withPhrases(html))).toContain("<wbr>");
  });

  it("carries them where it is built, and no page of another language does", () => {
    const pages = prerendered();
    const home = pages.find(({ path }) => path === "/ja/")?.html ?? "";
    expect(home).toContain(phrasesOf(language("ja").t.line.report).join("<wbr>"));
    for (const { path, html } of pages) expect(html.includes("<wbr>"), path).toBe(/^\/ja/.test(path));
    expect(brotliSize("/ja/")).toBeLessThan(14 * 1024);
  });
});
