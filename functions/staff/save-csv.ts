import type { Context } from "hono";
import { tokyoDate } from "../domain/arrivals/arrival.ts";

/** A list that the browser saves and nobody else keeps, named by what it holds and its day in Tokyo: `queue-2026-11-30.csv`. */
export function saveCsv(c: Context, name: string, at: Date, csv: string): Response {
  return c.body(csv, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}-${tokyoDate(at)}.csv"`,
    "cache-control": "no-store",
  });
}
