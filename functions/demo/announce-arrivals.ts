import { importArrivals } from "../service/arrivals/import-arrivals.ts";
import type { DemoArrival } from "./content.ts";
import type { DemoWiring } from "./wire-demo.ts";

const columns = ["kind", "imo", "name", "flight", "container", "awb", "port", "eta", "voyage"] as const;

/** Takes the invented arrivals as the file an office would import. The same again changes nothing. */
export async function announceArrivals(
  { staff }: Pick<DemoWiring, "staff">,
  arrivals: readonly DemoArrival[],
  begunAt: Date,
): Promise<void> {
  const lines = arrivals.map((arrival) => {
    const fields: Partial<Record<(typeof columns)[number], string>> = {
      ...arrival,
      eta: etaOf(arrival, begunAt),
    };
    return columns.map((column) => fields[column] ?? "").join(",");
  });
  const bytes = Buffer.from([columns.join(","), ...lines, ""].join("\n"));
  const { refused } = await importArrivals(staff, "command", { bytes });
  if (refused.length > 0) throw new Error("a demonstration arrival was refused");
}

/** `2026-11-28T05:00`, Tokyo's time. */
function etaOf({ inDays, hour }: DemoArrival, begunAt: Date): string {
  const day = new Date(begunAt.getTime() + (9 + 24 * inDays) * 3_600_000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, "0")}:00`;
}
