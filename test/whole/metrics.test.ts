import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { readOpenMetrics, type Scraped } from "../support/exposition.ts";
import { until } from "../support/program.ts";

let program: BuiltProgram;
beforeAll(async () => {
  program = await startBuiltProgram({ METRICS_PORT: "0" });
});
afterAll(() => program?.stop());

const scrapeText = async () => {
  const answer = await fetch(await program.process.line("Metrics"), {
    headers: { accept: "application/openmetrics-text" },
  });
  return answer.text();
};

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(new URL(path, program.publicUrl), {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "VelvetBrowser/1.0", ...headers },
    body: JSON.stringify(body),
  });

describe("the whole program's counts", () => {
  let scraped: Scraped;
  let text: string;
  beforeAll(async () => {
    const tip = { locale: "ja", text: "ベルベット埠頭で瑠璃色の箱を見た", idempotencyKey: randomUUID() };
    expect((await post("/api/tips", tip)).status).toBe(201);
    expect((await post("/api/tips", { ...tip, text: "他の言葉" })).status).toBe(422);
    await post("/partner/v1/tips", { text: "x" }, { authorization: "Bearer skp_velvetkey" });
    await post("/twilio/sms", {});
    await fetch(new URL("/ja/", program.publicUrl));
    await fetch(new URL("/ja/report/?q=velvetquery", program.publicUrl));
    await fetch(new URL(`/staff/tips/${randomUUID()}/`, program.staffUrl), { redirect: "manual" });
    await until(async () => {
      const counts = readOpenMetrics(await scrapeText());
      return counts.value("shirokuro_journal_lag_seconds_count", { role: "public" }) === 1;
    });
    text = await scrapeText();
    scraped = readOpenMetrics(text);
  });

  it("say what was accepted and what was refused, by channel and code", () => {
    const role = "public";
    expect(scraped.value("shirokuro_tips_accepted_total", { role, channel: "web" })).toBe(1);
    expect(scraped.value("shirokuro_tips_refused_total", { role, channel: "web", code: "key_reused" })).toBe(
      1,
    );
    expect(
      scraped.value("shirokuro_tips_refused_total", { role, channel: "partner", code: "key_wrong" }),
    ).toBe(1);
    expect(scraped.value("shirokuro_hook_answers_total", { role, hook: "sms", status: "503" })).toBe(1);
    expect(scraped.value("shirokuro_journal_waiting", { role })).toBe(0);
  });

  it("time the doors of both roles by route pattern", () => {
    const timed = (role: string, route: string, method: string) =>
      scraped.value("shirokuro_request_duration_seconds_count", { role, route, method });
    expect(timed("public", "/api/tips", "POST")).toBe(2);
    expect(timed("public", "/:locale/report/", "GET")).toBe(1);
    expect([...scraped.samples.keys()].some((key) => key.includes('role="staff",route="/staff/'))).toBe(true);
  });

  it("show the worker's queues by state", () => {
    const queue = "recording.fetch";
    for (const state of ["deferred", "ready", "active", "failed"])
      expect(scraped.value("shirokuro_jobs", { role: "worker", queue, state }), state).toBe(0);
  });

  it("hold no word, key, address, query or browser", () => {
    expect(text).not.toMatch(/velvet|ベルベット|瑠璃|127\.0\.0\.1|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  });
});
