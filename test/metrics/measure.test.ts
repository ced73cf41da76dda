import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { problem } from "../../functions/channels/problem.ts";
import { expose } from "../../functions/metrics/exposition.ts";
import { measureProcess } from "../../functions/metrics/measure-process.ts";
import { measureDoors, measureRequests } from "../../functions/metrics/measure-requests.ts";
import { createRegistry, type Registry } from "../../functions/metrics/registry.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { readOpenMetrics } from "../support/exposition.ts";
import { type TestIntake, testIntake } from "../support/intake.ts";

let registry: Registry;
beforeEach(() => {
  registry = createRegistry();
});
const scrape = async () =>
  readOpenMetrics(expose(await registry.collect(), "application/openmetrics-text").text);

describe("requests", () => {
  const app = () =>
    new Hono()
      .use(measureRequests(registry), measureDoors(registry))
      .post("/:locale/report/", (c) => c.html("look again", 422))
      .post("/api/tips", (c) =>
        problem(c, 422, "This key has been used.", [{ path: "", code: "key_reused", message: "" }]),
      )
      .post("/partner/v1/tips", (c) => problem(c, 401, "Send the key."))
      .post("/twilio/voice/:step", (c) => c.text("", 403))
      .get("/staff/tips/:id/", (c) => c.text("a tip"))
      .get("/fails", () => {
        throw new Error("words of a tip");
      });

  it("are counted and timed by the route's pattern; nothing of the address or the sender is in the counts", async () => {
    const door = app();
    const headers = { "user-agent": "SecretBrowser", "x-forwarded-for": "192.0.2.77" };
    await door.request("/staff/tips/0193-secret/?q=SecretQuery", { headers });
    await door.request("/nowhere/SecretPath", { headers });
    await door.request("/nowhere", { method: "SECRET", headers });
    await door.request("/fails");
    const scraped = await scrape();
    const count = (route: string, method: string, status: string) =>
      scraped.value("shirokuro_requests_total", { route, method, status });
    expect(count("/staff/tips/:id/", "GET", "200")).toBe(1);
    expect(count("/*", "GET", "404")).toBe(1);
    expect(count("/*", "other", "404")).toBe(1);
    expect(count("/fails", "GET", "500")).toBe(1);
    const timed = { route: "/staff/tips/:id/", method: "GET" };
    expect(scraped.value("shirokuro_request_duration_seconds_count", timed)).toBe(1);
    expect([...scraped.samples.keys()].join("\n")).not.toMatch(/secret|192\.0\.2|nowhere|words/i);
  });

  it("with a tip that was refused are counted by channel and code, the telephone's answers by status", async () => {
    const door = app();
    for (const path of ["/ja/report/", "/en/report/", "/api/tips", "/partner/v1/tips", "/twilio/voice/said"])
      await door.request(path, { method: "POST" });
    const scraped = await scrape();
    const refused = (channel: string, code: string) =>
      scraped.value("shirokuro_tips_refused_total", { channel, code });
    expect(refused("web", "invalid")).toBe(2);
    expect(refused("web", "key_reused")).toBe(1);
    expect(refused("partner", "key_wrong")).toBe(1);
    expect(refused("voice", "forbidden")).toBe(1);
    expect(scraped.value("shirokuro_hook_answers_total", { hook: "voice", status: "403" })).toBe(1);
  });
});

describe("the process", () => {
  it("says how much memory it holds and how late it comes round", async () => {
    measureProcess(registry);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const until = performance.now() + 250;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const scraped = await scrape();
    expect(scraped.value("process_resident_memory_bytes")).toBeGreaterThan(1e7);
    expect(scraped.value("process_cpu_seconds_total")).toBeGreaterThan(0);
    const worst = scraped.value("shirokuro_event_loop_lag_seconds", { of: "max" });
    expect(worst).toBeGreaterThan(0.15);
    const after = await scrape();
    expect(after.value("shirokuro_event_loop_lag_seconds", { of: "max" }) ?? 0).toBeLessThan(worst ?? 0);
  });
});

describe("the journal", () => {
  let database: TestDatabase;
  let intake: TestIntake;
  let now = new Date("2026-11-20T13:10:00Z");
  const open = async (databaseUrl?: string) => {
    const where = databaseUrl === undefined ? {} : { databaseUrl };
    intake = await testIntake(database, { clock: () => now, metrics: registry, ...where });
  };
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    await intake.remove();
    await database.drop();
  });
  const submit = () =>
    submitTip(intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: { locale: "ja", text: "港に不審な船", goods: [] },
    });

  it("counts what it took by channel, and how long it took to be in the database", async () => {
    await open();
    await submit();
    await submit();
    await intake.drained();
    const scraped = await scrape();
    expect(scraped.value("shirokuro_tips_accepted_total", { channel: "web" })).toBe(2);
    expect(scraped.value("shirokuro_tips_accepted_total", { channel: "voice" })).toBe(0);
    expect(scraped.value("shirokuro_journal_entries_total", { kind: "tip" })).toBe(2);
    expect(scraped.value("shirokuro_journal_lag_seconds_count")).toBe(2);
    expect(scraped.value("shirokuro_journal_waiting")).toBe(0);
    expect(scraped.value("shirokuro_journal_oldest_seconds")).toBe(0);
    expect(scraped.value("shirokuro_database_away")).toBe(0);
  });

  it("says how much waits while the database is away, and since when", async () => {
    await open("postgresql://nobody:x@127.0.0.1:9/none");
    await submit();
    now = new Date(now.getTime() + 90_000);
    await submit();
    await expect.poll(async () => (await scrape()).value("shirokuro_database_away")).toBe(1);
    const scraped = await scrape();
    expect(scraped.value("shirokuro_journal_waiting")).toBe(2);
    expect(scraped.value("shirokuro_journal_oldest_seconds")).toBe(90);
    expect(scraped.value("shirokuro_journal_stuck")).toBe(0);
  });

  it("counts nothing that was not written", async () => {
    await open();
    await intake.journal.close(0);
    await expect(submit()).rejects.toThrow("journal closed");
    expect((await scrape()).value("shirokuro_tips_accepted_total", { channel: "web" })).toBe(0);
  });
});
