import { readFileSync } from "node:fs";
import { resolve } from "node:path";

// Read, not imported: halves of characters are more than a bundler will take.
const words: Hostile[] = JSON.parse(readFileSync(resolve(import.meta.dirname, "words.json"), "utf8"));

export interface Hostile {
  name: string;
  kind: "markup" | "address" | "formula" | "letters" | "code";
  words: string;
}

/** Every string of the corpus, with `mark` to be seen again and `script` where one would run. */
export function hostileWords(mark = "MARK", script = "alert(1)"): Hostile[] {
  return words.map((each) => ({
    ...each,
    words: each.words.replaceAll("MARK", mark).replaceAll("SCRIPT", script),
  }));
}
