import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Verdict } from "../../functions/domain/triage/verdict.ts";

const command = fileURLToPath(new URL("../../functions/cli/triage.ts", import.meta.url));

/** Runs the command over lines; each answer is parsed JSON. */
function run(lines: readonly string[]): { status: number | null; answers: unknown[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
    input: lines.map((line) => `${line}\n`).join(""),
    encoding: "utf8",
  });
  return {
    status,
    answers: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
    stderr,
  };
}

const report = (id: string, text: string): string =>
  JSON.stringify({ id, channel: "web", received_at: "2026-11-20T22:10:00+09:00", text });

describe("npm run triage", () => {
  it("answers each line with a verdict that carries its id, in order", () => {
    const { status, answers, stderr } = run([
      report("a", "明日 横浜港に着くコンテナ CSQU3054383 に覚醒剤が隠してあります"),
      "",
      report("b", "How much duty do I pay on my parcel?"),
    ]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const verdicts = z.array(Verdict.extend({ id: z.string() })).parse(answers);
    expect(verdicts.map(({ id, disposition }) => [id, disposition])).toEqual([
      ["a", "actionable"],
      ["b", "not_customs"],
    ]);
  });

  it("names what is wrong with a bad line, still answers the others, and ends with 1", () => {
    const { status, answers } = run([
      "not json",
      JSON.stringify({ id: "x", channel: "fax", received_at: "2026-11-20T22:10:00+09:00", text: "…" }),
      JSON.stringify({ channel: "web", received_at: "yesterday", text: "…" }),
      report("c", "ok"),
    ]);
    expect(status).toBe(1);
    expect(answers).toEqual([
      { error: { code: "not_json", message: expect.any(String) } },
      { id: "x", error: { code: "not_a_report", message: expect.stringContaining("channel") } },
      { error: { code: "not_a_report", message: expect.stringContaining("received_at") } },
      expect.objectContaining({ id: "c", band: expect.any(String) }),
    ]);
  });
});
