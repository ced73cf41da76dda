import { createHmac, createSecretKey, hash } from "node:crypto";
import type { BlindIndex } from "../service/ports.ts";
import { createSketcher } from "./sketch.ts";

const gram = 2;

/**
 * Keyed hashes that let the desk search sealed words without the database seeing one: the text is folded, cut into
 * runs of letters and digits, each run into character bigrams (which work for scripts without spaces), and each
 * bigram hashed under the key (`bytes`, 32 of them) to a signed 32-bit integer. Collisions give false hits, which the desk drops
 * after opening; a hit is never missed.
 */
export function createBlindIndex(bytes: Uint8Array): BlindIndex {
  // A key object made once: an HMAC under bytes takes four times as long.
  const key = createSecretKey(bytes);
  // Bigrams repeat from tip to tip. A bounded memory of them saves most of the hashing.
  const seen = new Map<string, number>();
  const hashGram = (text: string) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const value = createHmac("sha256", key).update("gram\0").update(text).digest().readInt32BE(0);
    if (seen.size >= 50_000) seen.clear();
    seen.set(text, value);
    return value;
  };
  const termsOf = (text: string, shortest: number) => {
    const terms = new Set<number>();
    for (const piece of grams(text, shortest)) terms.add(hashGram(piece));
    return [...terms];
  };
  const sketch = createSketcher(bytes);
  return {
    terms: (text) => termsOf(text, 1),
    // A lone character lies inside longer runs, whose bigrams do not show it: it can narrow nothing.
    queryTerms: (query) => termsOf(query, gram),
    identifier: (type, value) =>
      createHmac("sha256", key).update(`identifier\0${type}\0`).update(value).digest(),
    nameKey: (how, name) => createHmac("sha256", key).update(`name\0${how}\0`).update(name).digest(),
    sketch: (text) => sketch(foldForSearch(text)),
  };
}

/** Folds case, width and compatibility forms, so that ＣＳＱＵ finds csqu. */
export function foldForSearch(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFC");
}

function* grams(text: string, shortest: number): Generator<string> {
  for (const [run] of foldForSearch(text).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const characters = [...run];
    if (characters.length < gram) {
      if (characters.length >= shortest) yield run;
      continue;
    }
    for (let at = 0; at + gram <= characters.length; at += 1) yield characters.slice(at, at + gram).join("");
  }
}

/** A short, stable name for a key file, safe to log: tells whether two roles hold the same key. */
export function fingerprint(key: Uint8Array): string {
  return hash("sha256", key, "hex").slice(0, 8);
}
