import { triageTip } from "../../functions/domain/triage/triage.ts";
import { inventText, seeded } from "./corpus.ts";
import { percentiles } from "./load.ts";

export interface TriageResult {
  characters: number;
  texts: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  max: number;
}

/** Triage alone, on texts of one length that mix languages; the first tenth warms up and is not counted. */
export function measureTriage(characters: number, texts: number): TriageResult {
  const random = seeded(characters);
  const taken: number[] = [];
  for (let n = 0; n < texts; n += 1) {
    const text = inventText(random, characters);
    const startedAt = performance.now();
    triageTip({ channel: "web", received_at: "2026-11-20T13:10:00.000Z", text });
    taken.push(performance.now() - startedAt);
  }
  const counted = taken.slice(Math.floor(texts / 10));
  const { p50, p99 } = percentiles(counted);
  return { characters, texts: counted.length, p50, p99, max: Math.max(...counted) };
}
