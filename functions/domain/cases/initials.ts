/** Two letters that stand for an officer on a row: `佐藤 花子` → `佐藤`, `Hanako Sato` → `HS`, `実演 受付` → `実演`. */
export function initialsOf(name: string): string {
  const words = name
    .normalize("NFKC")
    .trim()
    .split(/[\s・]+/u)
    .filter((word) => word !== "");
  const [first = "", second] = words;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(first))
    return [...first].slice(0, 2).join("");
  const letters =
    second === undefined ? [...first].slice(0, 2) : [[...first][0], [...(words.at(-1) ?? "")][0]];
  return letters.join("").toUpperCase() || "?";
}
