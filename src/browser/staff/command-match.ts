/** How well a command answers what was typed, forgiving case, width, kana and the two ways to write romaji. */

/** Hepburn as it is written in Kunrei, so that `hikitsugi` and `hikitugi` are one word. */
const romaji: readonly (readonly [RegExp, string])[] = [
  [/sh(?=[aueo])|sy/g, "sy"],
  [/shi/g, "si"],
  [/ch(?=[aueo])|ty/g, "ty"],
  [/chi/g, "ti"],
  [/tsu/g, "tu"],
  [/j(?=[aueo])|zy/g, "zy"],
  [/ji/g, "zi"],
  [/fu/g, "hu"],
  [/ou|oo/g, "o"],
  [/uu/g, "u"],
];

/** `ﾋｷﾂｷﾞ` and `ヒキツギ` → `ひきつぎ`; `ＱＵＥＵＥ` → `queue`. Spaces stay, one between words. */
export function fold(text: string): string {
  const flat = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\s・,、]+/g, " ")
    .trim();
  return romaji.reduce((words, [hepburn, kunrei]) => words.replace(hepburn, kunrei), flat);
}

/** 0 best; null: it is not what was meant. Label and words come folded. */
export function rank(query: string, label: string, words: string): number | null {
  const wanted = fold(query);
  if (wanted === "") return 0;
  if (label.startsWith(wanted)) return 0;
  if (words.split(" ").includes(wanted)) return 1;
  if (label.includes(wanted)) return 2;
  const all = `${label} ${words}`;
  const parts = wanted.split(" ");
  if (parts.every((part) => all.startsWith(part) || all.includes(` ${part}`))) return 3;
  return parts.every((part) => all.includes(part)) ? 4 : null;
}

/** Half a syllable at the end of what is still being composed: `ひきt` → `ひき`. */
export function withoutHalf(composing: string): string {
  return composing.normalize("NFKC").replace(/(?<=[぀-ヿ])[a-z]{1,2}$/i, "");
}

/** Where a tip's id or a case's reference leads, however it was typed; null when it is neither. */
export function addressOf(query: string): string | null {
  const typed = query.normalize("NFKC").trim();
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(typed)?.[0];
  if (id) return `/staff/tips/${id.toLowerCase()}/`;
  const reference = /^SK[-‐–−ー ]?(\d{4})[-‐–−ー ](\d{1,9})$/i.exec(typed);
  return reference ? `/staff/cases/SK-${reference[1]}-${reference[2]?.padStart(6, "0")}/` : null;
}
