import { mkdir, readdir, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../service/ports.ts";
import { decodeSegment } from "./codec.ts";
import type { PendingRecord, RecoveredSegment } from "./pending.ts";

export const segmentSuffix = ".journal";

/**
 * Reads what earlier runs left in `folder`, oldest first. A torn tail was never acknowledged and is passed over; a
 * damaged segment is set aside under `.damaged` after its readable records are taken, for a person to look at.
 */
export async function recoverSegments(folder: string, log: Log): Promise<PendingRecord[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => name.endsWith(segmentSuffix)).sort();
  const found: PendingRecord[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { records, end } = decodeSegment(await readFile(path));
    const segment: RecoveredSegment = { path, waiting: records.length, close: async () => undefined };
    if (end === "damaged") {
      segment.path = `${path}.damaged`;
      await rename(path, segment.path);
      log.error({ code: "journal_damaged", count: records.length }, "journal segment damaged, kept aside");
      // Its records are applied from memory; the file stays.
      segment.waiting = Number.POSITIVE_INFINITY;
    } else if (records.length === 0) {
      await unlink(path);
    }
    for (const { entry } of records) found.push({ entry, segment, durable: Promise.resolve() });
  }
  return found;
}
