import { jaModel, Parser } from "budoux";

/**
 * Japanese has no spaces, and a browser may end a line within any word. In what is read at a glance (headings, buttons,
 * navigation, leads, the short lines of campaigns) lines end between phrases, which BudouX finds when a page is made:
 * `<wbr>` stands there, and the style forbids every other place (`.phrases` in `src/styles/base.css`).
 */
const parser = new Parser(jaModel);
const dictionary = new Intl.Segmenter("ja", { granularity: "word" });

const piece =
  /<(title|textarea|script|select)\b[\s\S]*?<\/\1>|<(?<tag>\/?[a-z][\w-]*)(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g;
const glanced: ReadonlySet<string> = new Set(
  ["h1", "h2", "h3", "h4", "legend", "label", "summary", "dt", "th"].concat(["a", "button"]),
);
const glancedClass = /\sclass="(?:[^"]*\s)?(?:hero-say|facts|ruled|ways|steps|chips)[\s"]/;
/** What no line may end within: kanji with their reading, 税関《ぜいかん》, and a written-out character, `&amp;`. */
const atom = /[\p{Script=Han}々〆ヶ]+《[^》]*》|&#?\w+;|[\s\S]/gu;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/** `<h2>こんなことに気づいたら</h2>` → `<h2><span class="phrases">こんな<wbr>ことに<wbr>気づいたら</span></h2>`. */
export function withPhrases(html: string): string {
  let within = "";
  let depth = 0;
  return html.replace(piece, (part, _kept: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return part.startsWith("<") || within === "" ? part : phrased(part);
    if (within === "" && (glanced.has(tag) || glancedClass.test(part))) within = tag;
    if (tag === within) depth += 1;
    if (tag === `/${within}`) depth -= 1;
    if (depth === 0) within = "";
    return part;
  });
}

function phrased(text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (!japanese.test(words)) return text;
  return `${before}<span class="phrases">${phrasesOf(words).join("<wbr>")}</span>${after}`;
}

/**
 * `phrasesOf("旅先で、人のかばんを運ぶよう")` → `["旅先で、", "人の", "かばんを", "運ぶよう"]`. A phrase ends only where the
 * dictionary ends a word too: the model alone cuts に|おい and 航|空. Nor is one letter of kana a phrase.
 */
export function phrasesOf(text: string): string[] {
  const atoms = text.match(atom) ?? [];
  const letters = atoms.map((each) => each.replace(/《.*》/, "").replace(/^&.+$/, "\uFFFC"));
  const plain = letters.join("");
  const ends = new Set(parser.parseBoundaries(plain));
  const words = new Set([...dictionary.segment(plain)].map(({ index }) => index));
  const phrases: string[] = [];
  let phrase = "";
  let at = 0;
  for (const [index, each] of atoms.entries()) {
    if (ends.has(at) && words.has(at) && !/^\p{Script=Hiragana}?$/u.test(phrase)) {
      phrases.push(phrase);
      phrase = "";
    }
    phrase += each;
    at += letters[index]?.length ?? 0;
  }
  return phrase === "" ? phrases : [...phrases, phrase];
}
