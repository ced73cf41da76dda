/**
 * `npm run --silent triage`: one report a line in (JSON, `{"id","channel","received_at","text"}`), one verdict a line out, in the
 * same order. A line that is no report is answered with an error of its own; the others still get their verdict, and the
 * command ends with 1.
 */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import { triageTip } from "../domain/triage/triage.ts";
import { TriageInput } from "../domain/triage/verdict.ts";

interface Refusal {
  id?: string;
  error: { code: "not_json" | "not_a_report"; message: string };
}

/** The answer to one line. */
function answer(line: string): { ok: boolean; body: object } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return {
      ok: false,
      body: { error: { code: "not_json", message: "the line is not JSON" } } satisfies Refusal,
    };
  }
  const parsed = TriageInput.safeParse(value);
  if (parsed.success) return { ok: true, body: { id: parsed.data.id, ...triageTip(parsed.data) } };
  const id = z.object({ id: z.string() }).safeParse(value).data?.id;
  const message = parsed.error.issues
    .map(({ path, message }) => `${path.join(".") || "line"}: ${message}`)
    .join("; ");
  return {
    ok: false,
    body: { ...(id && { id }), error: { code: "not_a_report", message } } satisfies Refusal,
  };
}

async function main(): Promise<number> {
  let failed = false;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const { ok, body } = answer(line);
    if (!ok) failed = true;
    if (!process.stdout.write(`${JSON.stringify(body)}\n`)) await once(process.stdout, "drain");
  }
  return failed ? 1 : 0;
}

process.exitCode = await main();
