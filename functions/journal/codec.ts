import { crc32 } from "node:zlib";
import type { JournalEntry } from "../service/ports.ts";

/** A record is: length of the payload (u32 BE), CRC-32 of the payload (u32 BE), payload (JSON, bytes in base64). */
const headerBytes = 8;
const maxPayload = 8 * 1024 * 1024;

export function encodeRecord(entry: JournalEntry): Buffer {
  const payload = Buffer.from(JSON.stringify(entry, replaceBytes));
  const record = Buffer.allocUnsafe(headerBytes + payload.length);
  record.writeUInt32BE(payload.length, 0);
  record.writeUInt32BE(crc32(payload), 4);
  payload.copy(record, headerBytes);
  return record;
}

export interface DecodedRecord {
  entry: JournalEntry;
  position: number;
  length: number;
}

export interface DecodedSegment {
  records: DecodedRecord[];
  /**
   * `whole`: every byte was read. `torn`: the last record is incomplete, as after a crash in the middle of a write
   * that was never acknowledged. `damaged`: a complete record fails its checksum.
   */
  end: "whole" | "torn" | "damaged";
}

/** Reads a segment from its start until its end or the first record that cannot be trusted. */
export function decodeSegment(bytes: Buffer): DecodedSegment {
  const records: DecodedRecord[] = [];
  let position = 0;
  while (position < bytes.length) {
    if (bytes.length - position < headerBytes) return { records, end: "torn" };
    const size = bytes.readUInt32BE(position);
    const end = position + headerBytes + size;
    if (size > maxPayload) return { records, end: "damaged" };
    if (end > bytes.length) return { records, end: "torn" };
    const entry = decodeRecord(bytes.subarray(position, end));
    // A write cut short by a crash can leave a last record of the right size but wrong bytes: it too was never
    // acknowledged. Anywhere else a bad checksum means a failing disk.
    if (!entry) return { records, end: end === bytes.length ? "torn" : "damaged" };
    records.push({ entry, position, length: headerBytes + size });
    position = end;
  }
  return { records, end: "whole" };
}

/** One whole record, or undefined when its checksum fails. */
export function decodeRecord(record: Buffer): JournalEntry | undefined {
  const payload = record.subarray(headerBytes);
  if (record.readUInt32BE(4) !== crc32(payload)) return undefined;
  return JSON.parse(payload.toString("utf8"), reviveBytes) as JournalEntry;
}

function replaceBytes(this: Record<string, unknown>, key: string, value: unknown): unknown {
  // Buffer.toJSON runs before the replacer, so look at the holder's own value.
  const raw = this[key];
  if (raw instanceof Uint8Array)
    return { $bytes: Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString("base64") };
  return value;
}

function reviveBytes(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("$bytes" in value)) return value;
  return typeof value.$bytes === "string" ? Buffer.from(value.$bytes, "base64") : value;
}
