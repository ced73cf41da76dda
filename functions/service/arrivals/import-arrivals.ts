import { mayAtDesk } from "../../domain/access/permits.ts";
import type { Arrival } from "../../domain/arrivals/arrival.ts";
import { type Refusal, readArrivals } from "../../domain/arrivals/read-arrivals.ts";
import type { Officer } from "../actor.ts";
import { NotFound } from "../errors.ts";
import { hashName } from "../tips/assess-words.ts";
import type { ArrivalKey, ImportContext, ImportedCounts } from "./ports.ts";

/** More than half a million rows have. */
export const mostBytes = 64 * 1024 * 1024;

export interface ImportReport extends ImportedCounts {
  /** Rows of the file without its head. */
  rows: number;
  /** What was not taken and why, by line; a refusal without rows means the file as a whole. */
  refused: Refusal[];
}

/**
 * Takes announced arrivals from a file of comma-separated values (UTF-8, or Shift_JIS as older spreadsheets write). Rows that are not
 * right are refused by line, all others go in together; the same file again changes nothing. The worker matches new
 * and changed ones with the tips. `check` only tells what would happen.
 * @throws `NotFound` for an officer who may not
 */
export async function importArrivals(
  ctx: ImportContext,
  by: { officer: Officer } | "command",
  input: { bytes: Uint8Array; check?: boolean },
): Promise<ImportReport> {
  if (by !== "command" && !mayAtDesk(by.officer, "arrivals")) throw new NotFound();
  const text = input.bytes.byteLength > mostBytes ? "too_large" : decode(input.bytes);
  if (typeof text !== "object") return refusedWhole({ line: 1, column: null, code: text });
  const file = readArrivals(text.words);
  if (!file.ok) return refusedWhole(file.refusal);
  const { arrivals, refused, rows } = file;
  const at = ctx.clock();
  if (input.check) return { ...(await ctx.arrivals.compare(arrivals, at)), rows, refused };
  const counts = await ctx.arrivals.importAll(arrivals, (arrival) => keysOf(ctx, arrival), {
    at,
    actor: by === "command" ? { kind: "system" } : { kind: "staff", id: by.officer.id },
    refused: refused.length,
  });
  ctx.log.info({ code: "arrivals_imported", ...counts, refused: refused.length }, "arrivals imported");
  return { ...counts, rows, refused };
}

function refusedWhole(refusal: Refusal): ImportReport {
  return { added: 0, changed: 0, unchanged: 0, rows: 0, refused: [refusal] };
}

function decode(bytes: Uint8Array): { words: string } | "not_text" {
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      return { words: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
    } catch {
      // Not in this one.
    }
  }
  return "not_text";
}

/** The hashes by which tips find an arrival: a consignment by its number, a ship by its numbers and names. */
function keysOf({ index }: ImportContext, arrival: Arrival): ArrivalKey[] {
  const keys: ArrivalKey[] = [];
  const same = (type: "container" | "awb" | "imo" | "mmsi" | "flight", value: string | null) => {
    if (value !== null) keys.push({ type, how: "same", hash: index.identifier(type, value) });
  };
  if (arrival.kind === "cargo") {
    same("container", arrival.container);
    same("awb", arrival.awb);
  } else if (arrival.kind === "flight") same("flight", arrival.flight);
  else {
    same("imo", arrival.imo);
    same("mmsi", arrival.mmsi);
    for (const name of [arrival.name, arrival.localName])
      if (name !== null)
        for (const { type, how, hash } of hashName(name, index))
          if (how !== "one_slip") keys.push({ type, how, hash });
  }
  return keys;
}
