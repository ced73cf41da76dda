import { describe, expect, it } from "vitest";
import { withRuby } from "../../src/i18n/ruby.ts";

const ruby = "<ruby>税関<rp>（</rp><rt>ぜいかん</rt><rp>）</rp></ruby>";

describe("readings in easy Japanese", () => {
  it.each([
    ["stand above their kanji", "<p>これは税関《ぜいかん》です", `<p><span>これは${ruby}です</span>`],
    ["stay with each word", "税関《ぜいかん》と税関《ぜいかん》", `<span>${ruby}と${ruby}</span>`],
    [
      "stay in one item of a button",
      "<a>税関《ぜいかん》<b>へ</b></a>",
      `<a><span>${ruby}</span><b>へ</b></a>`,
    ],
    [
      "are left out of the tab's title",
      "<title>税関《ぜいかん》 | シロクロ</title>",
      "<title>税関 | シロクロ</title>",
    ],
    ["are left out of attributes", '<a title="税関《ぜいかん》へ">', '<a title="税関へ">'],
    [
      "reach past a sign in an attribute",
      '<a title="a > 税関《ぜいかん》">税関《ぜいかん》',
      `<a title="a > 税関"><span>${ruby}</span>`,
    ],
    ["leave what a person typed", '<input value="税関《ぜいかん》">', '<input value="税関《ぜいかん》">'],
    [
      "leave a long answer",
      "<textarea>\n税関《ぜいかん》</textarea>",
      "<textarea>\n税関《ぜいかん》</textarea>",
    ],
    ["need kanji before them", "《ぜいかん》", "《ぜいかん》"],
    ["need kana within them", "税関《税関》", "税関《税関》"],
  ])("%s", (_, written, shown) => {
    expect(withRuby(written)).toBe(shown);
  });
});
