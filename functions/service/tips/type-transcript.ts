import { createHash } from "node:crypto";
import { z } from "zod";
import { beginsWork } from "../../domain/cases/work.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { limits } from "../../domain/intake/limits.ts";
import type { Report } from "../../domain/intake/report.ts";
import { encodeSealed, SealedWords } from "../../domain/intake/sealed-words.ts";
import { Locale } from "../../domain/locales/locales.ts";
import { mergeVerdicts } from "../../domain/triage/merge-verdicts.ts";
import { summarise, type VerdictSummary } from "../../domain/triage/summary.ts";
import { loadTip } from "../cases/load-tip.ts";
import { openSealed } from "../cases/open-sealed.ts";
import { parseId, parseInput, version, words } from "../cases/parse-input.ts";
import type { EvidenceRow, TipRow } from "../cases/ports.ts";
import { NotFound, StaleVersion } from "../errors.ts";
import { copyId } from "../recordings/copy-id.ts";
import type { RecordingRow } from "../recordings/ports.ts";
import type { DeskContext } from "../staff-context.ts";
import { assessWords } from "./assess-words.ts";
import { stillUnheard } from "./still-unheard.ts";

const Input = z.object({ evidenceId: z.string(), version, text: words(limits.text) });

/**
 * What an officer heard on a recording, or their correction of what was written down of it. The words are sealed,
 * searched and triaged, and join the tip as later words do; every earlier transcript stays.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function typeTranscript(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const evidence = await ctx.desk.evidence(parseId(input.evidenceId));
  if (evidence?.kind !== "recording" || evidence.state !== "stored") throw new NotFound();
  const tip = await loadTip(ctx, { tipId: evidence.tipId, version: input.version }, "transcribe");
  const recordings = await ctx.recordings.ofTip(tip.id);
  const locale = Locale.catch("ja").parse(tip.locale);
  // Browsers send line ends of their own.
  const report: Report = { locale, text: input.text.replaceAll("\r\n", "\n"), goods: [] };
  const facts = { channel: tip.channel, receivedAt: evidence.at };
  const { verdict, summary, ...found } = assessWords(report, facts, ctx.index);
  const unheard = assessWords({ ...report, text: "" }, { ...facts, channel: "voice" }, ctx.index).summary;
  const id = uuid7(ctx.clock(), ctx.random(10));
  const hash = (label: string) => createHash("sha256").update(`${label} ${id}`).digest();
  const first = recordings.every(({ evidenceId, typed }) => evidenceId !== evidence.id || typed.length === 0);
  const action = first ? "recording.typed" : "recording.corrected";
  const added = await ctx.recordings.addTranscript({
    tipId: tip.id,
    evidenceId: evidence.id,
    version: tip.version,
    words: {
      kind: "addition",
      id,
      at: ctx.clock().toISOString(),
      channel: tip.channel,
      locale,
      receiptHash: new Uint8Array(),
      threadRecipient: "",
      idemHash: hash("typed transcript"),
      wordsHash: hash("typed transcript words"),
      sealed: await ctx.sealer.seal(encodeSealed({ version: 1, report, verdict })),
      summary: await weigh(ctx, { tip, evidence, recordings, summary, unheard }),
      ...found,
      evidence: [],
    },
    event: { actorId: ctx.officer.id, action },
    begins: beginsWork(ctx.officer, tip, action),
  });
  if (!added) throw new StaleVersion();
  ctx.log.info({ tipId: tip.id, code: action }, "transcript typed");
  return added;
}

/**
 * The verdict that joins the tip's. While another of its recordings has not been heard, its mark stays. With the last
 * one heard, the tip is judged by all that was said, keyed in and typed, and no longer by its silence or by a machine.
 */
async function weigh(
  ctx: DeskContext,
  given: {
    tip: TipRow;
    evidence: EvidenceRow;
    recordings: readonly RecordingRow[];
    summary: VerdictSummary;
    unheard: VerdictSummary;
  },
): Promise<VerdictSummary> {
  const { tip, evidence, recordings, summary, unheard } = given;
  const whole = await ctx.desk.whole(tip.id);
  if (!whole) throw new NotFound();
  const open = async (sealed: Uint8Array, wanted: (words: SealedWords) => boolean = () => true) => {
    const said = await openSealed(ctx.opener, SealedWords, sealed);
    return said && said.report.text !== "" && wanted(said) ? summarise(said.verdict) : null;
  };
  // Where a recording never came, what a machine heard of it is all there is.
  const allCame = recordings.every(({ state }) => state !== "missing");
  const machine = (row: RecordingRow) =>
    copyId({ evidenceId: row.evidenceId, announcedAt: row.at }, "message");
  const own = recordings.find(({ evidenceId }) => evidenceId === evidence.id);
  const replaced = own?.typed[0]?.id ?? (own && machine(own));
  const byId = async (id: string | undefined) => {
    const message = whole.messages.find((each) => each.id === id);
    return message ? open(message.sealed) : null;
  };
  // What the provider's machine heard is tied to the call, to no recording.
  const byMachine = await Promise.all(
    whole.messages
      .filter(({ from }) => from === "reporter")
      .map(({ sealed }) => open(sealed, ({ madeBy }) => madeBy === "machine")),
  );
  const told = beyond(summary, [await byId(replaced), ...byMachine]);
  if (!whole.reasons.some(({ code }) => code === "unheard_recording")) return told;
  const waits = ({ evidenceId, state, typed }: RecordingRow) =>
    evidenceId !== evidence.id && typed.length === 0 && (state === "stored" || state === "pending");
  if (recordings.some(waits)) return stillUnheard(told, unheard);
  const outdated = new Set(
    recordings.flatMap((row) => [
      machine(row),
      ...row.typed.slice(row.evidenceId === evidence.id ? 0 : 1).map(({ id }) => id),
    ]),
  );
  const said = await Promise.all([
    open(whole.sealed),
    ...whole.messages
      .filter(({ id, from }) => from === "reporter" && !outdated.has(id))
      .map(({ sealed }) => open(sealed, ({ madeBy }) => madeBy !== "machine" || !allCame)),
  ]);
  return [...said, summary].filter((each) => each !== null).reduce(mergeVerdicts);
}

/** A correction repeats what it corrects: an identifier that was counted is not counted again. */
function beyond(summary: VerdictSummary, earlier: readonly (VerdictSummary | null)[]): VerdictSummary {
  const counted = (type: string, how: "valid" | "invalid") =>
    Math.max(0, ...earlier.map((each) => each?.identifiers.find((row) => row.type === type)?.[how] ?? 0));
  return {
    ...summary,
    identifiers: summary.identifiers
      .map(({ type, valid, invalid }) => ({
        type,
        valid: Math.max(0, valid - counted(type, "valid")),
        invalid: Math.max(0, invalid - counted(type, "invalid")),
      }))
      .filter(({ valid, invalid }) => valid + invalid > 0),
  };
}
