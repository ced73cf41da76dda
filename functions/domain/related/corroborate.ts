import type { PairVerdict } from "./classify-pair.ts";

/**
 * How many independent voices a tip has beside its own. An echo counts as what it echoes: two copies of one other
 * report are one voice.
 * @param independent the tips related to it as independent
 * @param echoes pairs of tips of which one echoes the other
 */
export function countVoices(
  tipId: string,
  independent: readonly string[],
  echoes: readonly (readonly [string, string])[],
): number {
  const leaders = new Map([tipId, ...independent].map((id) => [id, id]));
  const leaderOf = (id: string): string => {
    const leader = leaders.get(id) ?? id;
    return leader === id ? id : leaderOf(leader);
  };
  for (const [a, b] of echoes) {
    if (!leaders.has(a)) leaders.set(a, a);
    if (!leaders.has(b)) leaders.set(b, b);
    leaders.set(leaderOf(a), leaderOf(b));
  }
  const own = leaderOf(tipId);
  return new Set(independent.map(leaderOf).filter((leader) => leader !== own)).size;
}

interface Candidate {
  id: string;
  verdict: PairVerdict;
}
export interface KeptRelation extends Candidate {
  verdict: PairVerdict & { relation: "independent" | "echo" };
}

/** A flood of copies must not make rows by its square. */
const mostEchoes = 5;
const mostIndependent = 50;

/**
 * Which relations of a tip to keep. One that echoes an earlier tip keeps only that: what else they share, the earlier
 * has already. Ids sort by time.
 */
export function chooseRelations(tipId: string, candidates: readonly Candidate[]): KeptRelation[] {
  const related = candidates.filter(isRelated).sort((a, b) => (a.id < b.id ? -1 : 1));
  const echoes = related.filter(({ verdict }) => verdict.relation === "echo");
  const earlier = echoes.filter(({ id }) => id < tipId);
  if (earlier.length > 0) return earlier.slice(0, mostEchoes);
  const independent = related.filter(({ verdict }) => verdict.relation === "independent");
  return [...echoes.slice(0, mostEchoes), ...independent.slice(-mostIndependent)];
}

function isRelated(candidate: Candidate): candidate is KeptRelation {
  return candidate.verdict.relation !== "unrelated";
}
