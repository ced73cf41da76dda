/**
 * Easy Japanese writes a reading after its kanji: 税関《ぜいかん》. In text it becomes ruby; in titles and attributes,
 * where ruby cannot stand, the reading is left out. What a person typed, in fields, is given back as it is.
 */
const piece =
  /<(title)\b[^>]*>[^<]*<\/\1>|<(textarea|script)\b[\s\S]*?<\/\2>|<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g;
const written = /([\p{Script=Han}々〆ヶ]+)《([\p{Script=Hiragana}\p{Script=Katakana}ー]+)》/gu;

/**
 * `<p>税関《ぜいかん》` → `<p><span><ruby>税関<rp>（</rp><rt>ぜいかん</rt><rp>）</rp></ruby></span>`. The span keeps a line
 * of words one item where its box lays out items, as a button does; else each kanji would stand apart.
 */
export function withRuby(html: string): string {
  return html.replace(piece, (part, title?: string, kept?: string) => {
    if (kept) return part;
    if (title || part.startsWith("<")) return withoutReadings(part);
    const shown = part.replace(written, "<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>");
    return shown === part ? part : `<span>${shown}</span>`;
  });
}

function withoutReadings(tag: string): string {
  return tag
    .split(/(\svalue="[^"]*")/)
    .map((part) => (part.startsWith(' value="') ? part : part.replace(written, "$1")))
    .join("");
}
