import { z } from "zod";
import { IdentifierType } from "../../domain/triage/verdict.ts";
import { openWords, sealWords } from "../cases/officer-words.ts";
import type { DeskContext } from "../staff-context.ts";
import type { VerdictColumns } from "./ports.ts";

const Sealed = z.object({
  type: IdentifierType,
  given: z.string(),
  accepted: z.string(),
  /** The message whose words hold it; null: the report itself. */
  messageId: z.uuid().nullable(),
});
type Sealed = z.infer<typeof Sealed>;

export interface OpenedCorrection extends Sealed {
  id: string;
  at: Date;
  officerName: string | null;
  before: VerdictColumns;
}

export function sealCorrection(ctx: DeskContext, correction: Sealed): Promise<Uint8Array> {
  return sealWords(ctx.sealer, JSON.stringify(correction));
}

/** The corrections of a tip that stand; one that cannot be opened is left out. */
export async function openCorrections(ctx: DeskContext, tipId: string): Promise<OpenedCorrection[]> {
  const rows = await ctx.corrections.ofTip(tipId);
  const opened = await Promise.all(
    rows.map(async ({ sealed, ...row }) => {
      const said = parse(await openWords(ctx.opener, sealed));
      return said && { ...row, ...said };
    }),
  );
  return opened.filter((correction) => correction !== null);
}

function parse(words: string | null): Sealed | null {
  try {
    return Sealed.parse(JSON.parse(words ?? ""));
  } catch {
    return null;
  }
}
