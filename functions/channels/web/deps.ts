/** What the HTML door is given: verbs bound to their context, and a way to draw a page. Nothing of the world else. */
import type { Context } from "hono";
import type { PublicPageLocals, PublicStatusCode, ShownMessage } from "../../domain/intake/public-page.ts";
import type { TipRequest } from "../../domain/intake/report.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import type { EvidenceRef, Log, RandomBytes } from "../../service/ports.ts";
import type { ReadStatusWords } from "../../service/texts/status-words.ts";

/** A file as it was sent; the bytes are plain and live in memory only. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

export interface WebDoorDeps {
  /** Resolves when the sealed tip is durable. Throws `KeyReused`, `TooMany`. `receipt` in 16 bare digits. */
  submit(
    request: TipRequest,
    evidence: EvidenceRef[],
  ): Promise<{ receipt: string; acceptedAt: Date; again: boolean }>;
  /** Cleans, seals and stores files. Throws `BadInput` with paths `files.0` … */
  acceptFiles(
    files: SentFile[],
    options: { keepOriginal: boolean },
  ): Promise<{ evidence: EvidenceRef[]; notes: readonly { index: number; removed: string }[] }>;
  /** The same for a receipt nobody has as for an empty thread. Throws `DatabaseAway`, `TooMany`. */
  followUp(receipt: string): Promise<{ status: PublicStatusCode; messages: ShownMessage[] }>;
  /** What a status is called in a language, in the desk's own words where it has some. Never throws. */
  statusWords: ReadStatusWords;
  /** Resolves when the sealed words are durable. Throws `TooMany`. */
  addMessage(addition: {
    receipt: string;
    locale: Locale;
    text: string;
    idempotencyKey: string;
  }): Promise<unknown>;
  /** Draws the on-demand page at `path`. */
  render(path: string, locals: { page: PublicPageLocals }): Promise<Response>;
  /** Throws `TooMany` when this sender came too often; it is asked after the words are read, so that none is lost. */
  limit?(c: Context, door: "report" | "follow-up"): void | Promise<void>;
  random: RandomBytes;
  log: Log;
  /** Without a slash at the end. */
  publicUrl: string;
}
