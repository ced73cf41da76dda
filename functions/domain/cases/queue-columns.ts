/** The columns of the queue beside band and what it is about, which every row has. */
import { z } from "zod";

export const QueueColumn = z.enum([
  "due",
  "numbers",
  "places",
  "how",
  "received",
  "state",
  "owner",
  "case",
  "unit",
  "grade",
  "score",
]);
export type QueueColumn = z.infer<typeof QueueColumn>;

/** How soon, how and when it came, how sure. */
export const usualColumns: readonly QueueColumn[] = ["due", "how", "score"];

/** Chosen columns in the table's own order, each once. */
export function orderColumns(chosen: readonly QueueColumn[]): QueueColumn[] {
  return QueueColumn.options.filter((column) => chosen.includes(column));
}
