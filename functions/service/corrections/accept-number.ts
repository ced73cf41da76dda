import { z } from "zod";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { composeWords } from "../../domain/intake/report.ts";
import { SealedWords } from "../../domain/intake/sealed-words.ts";
import { correctable, mendWords, rejudge } from "../../domain/triage/correct-number.ts";
import { summarise, type VerdictSummary } from "../../domain/triage/summary.ts";
import { triageTip } from "../../domain/triage/triage.ts";
import { IdentifierType, Lang } from "../../domain/triage/verdict.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { openSealed } from "../cases/open-sealed.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import type { WholeTip } from "../cases/ports.ts";
import { NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { openCorrections, sealCorrection } from "./open-corrections.ts";

const Input = z.object({
  tipId: z.string(),
  version,
  type: IdentifierType,
  given: z.string().max(100),
  accepted: z.string().max(100),
});

/**
 * "Did the caller mean CSQU3054383?" Yes: the tip is judged as if they had said it, is found by that number, and is
 * compared with other tips and arrivals again. The words stay as they were said.
 * @throws `NotFound`, `NotAllowed` (`no_such_candidate`), `StaleVersion`, `BadInput`
 */
export async function acceptNumber(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "correct");
  const whole = await ctx.desk.whole(tip.id);
  if (!whole) throw new NotFound();
  const source = await sourceOf(ctx, whole, input);
  const known = await openCorrections(ctx, tip.id);
  if (!source || known.some((each) => each.type === input.type && each.given === input.given)) {
    // Somebody may have taken it so since the tip was loaded: then this officer is late, not wrong.
    if ((await ctx.desk.row(tip.id))?.version !== tip.version) throw new StaleVersion();
    throw new NotAllowed("no_such_candidate");
  }
  const { text } = composeWords(source.words.report);
  const mended = triageTip({
    channel: tip.channel,
    received_at: source.at.toISOString(),
    text: mendWords(text, source.found, input.accepted).slice(0, 20_000),
  });
  const now = rejudge(summaryOf(whole), {
    before: summarise(source.words.verdict),
    after: summarise(mended),
  });
  // The officer's own band stands unless the number asks for a more urgent one.
  const overruled = tip.band !== tip.machineBand;
  const band = overruled && tip.band <= now.band ? tip.band : now.band;
  const id = uuid7(ctx.clock(), ctx.random(10));
  const { type, given: said, accepted } = input;
  return commit(ctx, tip, {
    set: {
      verdict: {
        band,
        machineBand: now.band,
        score: now.score,
        reasons: now.reasons,
        identifiers: now.identifiers,
      },
    },
    correction: {
      add: {
        id,
        type,
        sealed: await sealCorrection(ctx, { type, given: said, accepted, messageId: source.messageId }),
        hash: ctx.index.identifier(type, accepted),
        before: {
          band: tip.band,
          machineBand: tip.machineBand,
          score: tip.score,
          reasons: whole.reasons,
          identifiers: tip.identifiers,
        },
      },
    },
    event: {
      action: "tip.number_accepted",
      details: {
        identifier: type,
        correction: id,
        ...(band === tip.band ? {} : { from: tip.band, to: band }),
      },
    },
  });
}

/** The words that hold the number: the report, or what came later, the newest first. */
async function sourceOf(ctx: DeskContext, whole: WholeTip, input: z.infer<typeof Input>) {
  const sources = [
    ...whole.messages
      .filter(({ from }) => from === "reporter")
      .map(({ id, at, sealed }) => ({ messageId: id as string | null, at, sealed }))
      .reverse(),
    { messageId: null, at: whole.receivedAt, sealed: whole.sealed },
  ];
  for (const { messageId, at, sealed } of sources) {
    const words = await openSealed(ctx.opener, SealedWords, sealed);
    const found = words && correctable(words.verdict, input);
    if (words && found) return { messageId, at, words, found };
  }
  return null;
}

function summaryOf(tip: WholeTip): VerdictSummary {
  return {
    lang: Lang.catch("ja").parse(tip.lang),
    disposition: tip.disposition,
    categories: tip.categories,
    region: tip.region,
    places: tip.placeCodes,
    urgency: tip.urgency,
    eta: tip.eta,
    identifiers: tip.identifiers,
    threat_to_life: tip.threatToLife,
    band: tip.machineBand,
    score: tip.score,
    reasons: [...tip.reasons],
  };
}
