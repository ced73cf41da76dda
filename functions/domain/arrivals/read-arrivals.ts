import {
  type Arrival,
  type ArrivalColumn,
  type ArrivalFields,
  ArrivalRow,
  arrivalColumns,
} from "./arrival.ts";
import { readCsv } from "./read-csv.ts";

/** Why a row, or a file, was refused: the line, the column where one is to blame, and a code; never a value. */
export interface Refusal {
  line: number;
  column: ArrivalColumn | null;
  code: string;
}

export type ArrivalsFile =
  | { ok: true; rows: number; arrivals: Arrival[]; refused: Refusal[] }
  /** The file as a whole is none of ours: nothing of it is taken. */
  | { ok: false; refusal: Refusal };

/** More than a year of Japan's ship entries. */
export const mostRows = 500_000;

/**
 * Reads a file of arrivals: a line of column names, then one arrival a line. A row that is not right is refused by its
 * line and the others are read; of two rows about one arrival the later counts.
 */
export function readArrivals(text: string): ArrivalsFile {
  const csv = readCsv(text);
  if (!csv.ok) return { ok: false, refusal: { line: csv.line, column: null, code: csv.code } };
  const [head, ...records] = csv.records;
  const refuse = (code: string, line = head?.line ?? 1): ArrivalsFile => ({
    ok: false,
    refusal: { line, column: null, code },
  });
  if (!head) return refuse("empty");
  const columns = head.fields.map((field) => field.trim().toLowerCase());
  if (columns.some((column) => !isColumn(column))) return refuse("unknown_column");
  if (new Set(columns).size < columns.length) return refuse("column_twice");
  if (!columns.includes("eta") || !columns.includes("port")) return refuse("missing_column");
  if (records.length > mostRows) return refuse("too_many_rows", records[mostRows]?.line);

  const arrivals = new Map<string, Arrival>();
  const refused: Refusal[] = [];
  const none = Object.fromEntries(arrivalColumns.map((column) => [column, ""])) as ArrivalFields;
  for (const { line, fields } of records) {
    if (fields.length !== columns.length) {
      refused.push({ line, column: null, code: "number_of_fields" });
      continue;
    }
    const row: Record<string, string> = { ...none };
    columns.forEach((column, at) => {
      row[column] = fields[at] ?? "";
    });
    const parsed = ArrivalRow.safeParse(row);
    if (parsed.success) {
      const { base, pin, dueAt } = parsed.data;
      arrivals.set(`${base}|${pin ?? dueAt}`, parsed.data);
    } else
      for (const { path, message } of parsed.error.issues) {
        const column = String(path[0] ?? "");
        refused.push({ line, column: isColumn(column) ? column : null, code: message });
      }
  }
  return { ok: true, rows: records.length, arrivals: [...arrivals.values()], refused };
}

function isColumn(name: string): name is ArrivalColumn {
  return arrivalColumns.some((column) => column === name);
}
