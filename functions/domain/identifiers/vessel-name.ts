import { type Normalised, normalise } from "../text/normalise.ts";
import type { Span } from "../triage/verdict.ts";

/** A vessel called by name; `name` is normalised (第八海宝丸, SUN HARBINGER), without M/V and the like. */
export type VesselName = { name: string; evidence: string; span: Span };

const JAPANESE =
  /(?:第[0-9一二三四五六七八九十百〇]{1,4})?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8}丸/gu;

/**
 * Finds vessels called by name in a text, once each.
 * @param text the original words
 */
export function findVesselNames(text: string, light: Normalised = normalise(text)): VesselName[] {
  const found = new Map<string, VesselName>();
  for (const match of light.text.matchAll(JAPANESE)) {
    const span = light.toOriginal(match.index, match.index + match[0].length);
    if (!found.has(match[0])) found.set(match[0], { name: match[0], evidence: text.slice(...span), span });
  }
  return [...found.values()];
}
