/** Whether someone's life or body is in danger now: the teller's, a courier's, anyone's. Its own flag, whatever else is true. */
import { isDrug } from "../goods/find-goods.ts";
import { type Quote, quoteCue, type Reading } from "./read-report.ts";

/** How much each sign weighs; two points are a threat. */
const WEIGHTS = { threat: 1.5, captive: 1, weapon_at_hand: 1, swallowed: 1, help: 0.5 } as const;

/**
 * Whether the threat may be over something to be carried or taken in: "or they kill my sister" is what a courier says
 * who names no goods. Beside an insult it is rather the teller who threatens.
 */
function isOverGoods({ cues, goods }: Reading): boolean {
  if (goods.categories.length > 0 || cues.has("recruit") || cues.has("secrecy")) return true;
  return !cues.has("insult") && (cues.has("carry") || cues.has("consign"));
}

/**
 * The words that show danger, or null. One sign alone is often a figure of speech or an insult: it takes two of different
 * kinds, or one beside goods that people are hurt for.
 */
export function findThreat(reading: Reading): Quote | null {
  const { cues, goods } = reading;
  let weight = 0;
  for (const [kind, points] of Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][])
    if (cues.has(kind)) weight += points;
  if (cues.has("swallowed") && goods.categories.some(({ code }) => isDrug(code))) weight += 1;
  if (cues.has("threat") && isOverGoods(reading)) weight += 0.5;
  if (cues.has("help") && (cues.has("weapon_at_hand") || cues.has("captive"))) weight += 0.5;
  if (cues.has("captive") && (cues.has("recruit") || goods.categories.length > 0)) weight += 0.5;
  if (cues.has("weapon_at_hand") && cues.has("threat")) weight += 0.5;
  const strong =
    cues.has("threat") || cues.has("captive") || cues.has("weapon_at_hand") || cues.has("swallowed");
  if (!strong || weight < 2) return null;
  if (cues.has("stopped") && !cues.has("help")) return null;
  return quoteCue(reading, "weapon_at_hand", "threat", "swallowed", "captive");
}
