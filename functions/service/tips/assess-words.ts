import { findVesselNames } from "../../domain/identifiers/vessel-name.ts";
import type { Report } from "../../domain/intake/report.ts";
import { composeWords } from "../../domain/intake/report.ts";
import type { VerdictSummary } from "../../domain/triage/summary.ts";
import { summarise } from "../../domain/triage/summary.ts";
import { triageTip } from "../../domain/triage/triage.ts";
import type { Channel, Verdict } from "../../domain/triage/verdict.ts";
import { Category } from "../../domain/triage/verdict.ts";
import type { BlindIndex, IdentifierHash } from "../ports.ts";

export interface Assessment {
  verdict: Verdict;
  summary: VerdictSummary;
  terms: number[];
  identifiers: IdentifierHash[];
}

/** Triages the words in memory and derives all that may stay readable of them: codes, counts and keyed hashes. */
export function assessWords(
  report: Omit<Report, "contact">,
  facts: { channel: Channel; receivedAt: Date },
  index: BlindIndex,
): Assessment {
  const { text } = composeWords(report);
  // Beyond 20,000 characters (a long text and long fields) the end is still searched and read, only not scored.
  const verdict = triageTip({
    channel: facts.channel,
    received_at: facts.receivedAt.toISOString(),
    text: text.slice(0, 20_000),
  });
  const summary = summarise(verdict);
  const ticked = report.goods.flatMap((choice) => Category.safeParse(choice).data ?? []);
  summary.categories = [...new Set([...summary.categories, ...ticked])];
  return { verdict, summary, terms: index.terms(text), identifiers: hashIdentifiers(text, verdict, index) };
}

function hashIdentifiers(text: string, verdict: Verdict, index: BlindIndex): IdentifierHash[] {
  const found: IdentifierHash[] = verdict.identifiers.map(({ type, value, valid }) => ({
    type,
    hash: index.identifier(type, value),
    valid,
  }));
  for (const vessel of findVesselNames(text)) {
    found.push({ type: "vessel_name", hash: index.identifier("vessel_name", vessel.name), valid: true });
  }
  const once = new Map(
    found.map((entry) => [`${entry.type} ${Buffer.from(entry.hash).toString("hex")}`, entry]),
  );
  return [...once.values()];
}
