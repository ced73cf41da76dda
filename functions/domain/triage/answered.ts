import type { Band } from "./verdict.ts";

/** The reason a band rose, in the event log. */
export const answeredRule = "rule_answered";

/**
 * The band of a tip whose reporter answered the desk's question: someone waits for it, so it is for today, whoever set
 * the band before. What is more urgent stays as it is; the machine's own band is not touched. `C` → `B`
 */
export function bandOfAnswered(band: Band): Band {
  return band <= "B" ? band : "B";
}
