import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseConfig } from "../../functions/config.ts";
import { readOpenMetrics } from "../support/exposition.ts";
import { dataDirectory, type Program, startProgram, until } from "../support/program.ts";

let data: ReturnType<typeof dataDirectory>;
const running: Program[] = [];
beforeEach(() => {
  data = dataDirectory();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.stop()));
  await data.remove();
});

async function start(env: Record<string, string>): Promise<Program> {
  const program = startProgram({ DATA_DIR: data.path, ...env });
  running.push(program);
  await program.line("Ready.");
  return program;
}

async function scrape(program: Program) {
  const answer = await fetch(await program.line("Metrics"), {
    headers: { accept: "application/openmetrics-text; version=1.0.0" },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe(
    "application/openmetrics-text; version=1.0.0; charset=utf-8",
  );
  return readOpenMetrics(await answer.text());
}

describe("METRICS_PORT", () => {
  test("one listener of its own gives the counts of all roles and of the supervisor", async () => {
    const program = await start({ METRICS_PORT: "0" });
    const scraped = await scrape(program);
    for (const role of ["public", "staff", "worker"]) {
      expect(scraped.value("shirokuro_role_up", { role }), role).toBe(1);
      expect(scraped.value("shirokuro_role_restarts_total", { role }), role).toBe(0);
    }
    for (const role of ["public", "staff", "worker", "supervisor"])
      expect(scraped.value("process_resident_memory_bytes", { role }), role).toBeGreaterThan(1e7);
  });

  test("it answers GET /metrics and nothing else, and no door of ours answers it", async () => {
    const program = await start({ METRICS_PORT: "0" });
    const address = await program.line("Metrics");
    expect(new URL(address).hostname).toBe("127.0.0.1");
    expect((await fetch(new URL("/", address))).status).toBe(404);
    expect((await fetch(address, { method: "POST" })).status).toBe(405);
    const plain = await fetch(address);
    expect(plain.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(await plain.text()).not.toContain("# EOF");
  });

  test("a role that ends is counted and shown as down until it is back", async () => {
    const program = await start({ METRICS_PORT: "0" });
    const before = await scrape(program);
    expect(before.value("shirokuro_role_restarts_total", { role: "public" })).toBe(0);
    await program.ask("public", "/crash").catch(() => undefined);
    await until(
      async () => (await scrape(program)).value("shirokuro_role_restarts_total", { role: "public" }) === 1,
    );
    await until(async () => (await scrape(program)).value("shirokuro_role_up", { role: "public" }) === 1);
    expect((await scrape(program)).value("shirokuro_role_up", { role: "staff" })).toBe(1);
  });

  test("without it nothing listens and nothing is counted", async () => {
    const program = await start({});
    expect(program.output()).not.toContain("Metrics");
  });

  test("must be a port of its own", () => {
    const parsed = parseConfig({ METRICS_PORT: "8080" });
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      "METRICS_PORT: write another port than PORT and STAFF_PORT, so that counts are on no door",
    ]);
  });

  test("that is taken stops the start with one line", async () => {
    const first = await start({ METRICS_PORT: "0" });
    const port = new URL(await first.line("Metrics")).port;
    const other = dataDirectory();
    const second = startProgram({ DATA_DIR: other.path, METRICS_PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`METRICS_PORT: port ${port} on 127.0.0.1 is in use`);
    await other.remove();
  });
});
