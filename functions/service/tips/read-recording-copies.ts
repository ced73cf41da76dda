import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { openSealed } from "../cases/open-sealed.ts";
import { parseId } from "../cases/parse-input.ts";
import { NotFound } from "../errors.ts";
import { openStored } from "../evidence/open-stored.ts";
import { copyId } from "../recordings/copy-id.ts";
import type { RecordingRow } from "../recordings/ports.ts";
import type { Transcript } from "../recordings/transcript.ts";
import type { DeskContext } from "../staff-context.ts";

const Timed = z.object({ start: z.number(), end: z.number(), text: z.string(), sure: z.boolean() });
const StoredTranscript: z.ZodType<Transcript> = z.object({
  version: z.literal(1),
  madeBy: z.literal("machine"),
  language: z.string().nullable(),
  segments: z.array(Timed),
  words: z.array(Timed),
});

export interface ReadRecording extends RecordingRow {
  /** Null when there is none; `broken` when its seal, or what lies inside, is not what it should be. */
  machine: Transcript | "broken" | null;
  /** The message of the tip that the machine's words came as. */
  machineMessageId: string;
}

/**
 * The recordings of a tip with their machine transcripts, for an officer who has just read the tip: its words are among
 * them, so that reading is on record already.
 */
export async function readRecordings(ctx: DeskContext, input: { tipId: string }): Promise<ReadRecording[]> {
  const recordings = await ctx.recordings.ofTip(input.tipId);
  return Promise.all(
    recordings.map(async (recording) => ({
      ...recording,
      machine: await readMachine(ctx, recording),
      machineMessageId: copyId({ evidenceId: recording.evidenceId, announcedAt: recording.at }, "message"),
    })),
  );
}

async function readMachine(
  { evidence, opener, log }: DeskContext,
  { copies, evidenceId, state }: RecordingRow,
): Promise<ReadRecording["machine"]> {
  const copy = copies.find(({ kind }) => kind === "transcript");
  if (!copy || state !== "stored") return null;
  let sealed: Uint8Array;
  try {
    sealed = await evidence.get(copy.id);
  } catch {
    // The rest of the tip is there all the same.
    log.warn({ evidenceId, code: "transcript_not_there" }, "transcript could not be fetched");
    return "broken";
  }
  return (await openSealed(opener, StoredTranscript, sealed)) ?? "broken";
}

const deeds = {
  peaks: { action: "recording.outline_opened", purpose: "view" },
  disguised: { action: "recording.disguised_saved", purpose: "download" },
} as const;

/**
 * Opens what was made of a recording, for whoever may hear the recording. That it was opened is committed first. Its peaks
 * are drawn in the page; the disguised voice is there to be saved, after a renewed proof.
 * @throws `NotFound` when there is none or they may not hear the recording; `StepUpNeeded`; `FileUnavailable`
 */
export async function openRecordingCopy(
  ctx: DeskContext,
  input: { evidenceId: string; kind: "peaks" | "disguised" },
): Promise<{ mediaType: string; plain: Uint8Array }> {
  const evidence = await ctx.desk.evidence(parseId(input.evidenceId));
  if (evidence?.kind !== "recording" || evidence.state !== "stored") throw new NotFound();
  const tip = await ctx.desk.row(evidence.tipId);
  if (!tip || !mayOnTip(ctx.officer, "open-evidence", tip)) throw new NotFound();
  const recordings = await ctx.recordings.ofTip(tip.id);
  const copy = recordings
    .find(({ evidenceId }) => evidenceId === evidence.id)
    ?.copies.find(({ kind }) => kind === input.kind);
  if (!copy) throw new NotFound();
  const { action, purpose } = deeds[input.kind];
  if (purpose === "download") requireStepUp(ctx);
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action,
    tipId: tip.id,
    caseId: tip.caseId,
    subjectId: evidence.id,
    details: { sha256: copy.sha256, purpose },
  });
  return {
    mediaType: copy.mediaType,
    plain: await openStored(ctx, { evidence, caseId: tip.caseId, copy: copy.id }),
  };
}
