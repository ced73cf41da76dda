import { describe, expect, it, vi } from "vitest";
import { expose, mergeFamilies } from "../../functions/metrics/exposition.ts";
import { codeLabel, createRegistry, type Registry } from "../../functions/metrics/registry.ts";
import { readOpenMetrics } from "../support/exposition.ts";

const openMetrics = "application/openmetrics-text; version=1.0.0";
const text = async (registry: Registry, accept = openMetrics) =>
  expose(await registry.collect(), accept).text;

describe("counts", () => {
  it("are kept by their labels and written as OpenMetrics", async () => {
    const registry = createRegistry();
    const tips = registry.counter("tips", "Tips by channel.");
    tips.add({ channel: "web" });
    tips.add({ channel: "web" }, 2);
    tips.add({ channel: "sms" });
    registry.gauge("waiting", "What waits.", () => [{ value: 3.5 }]);
    expect(await text(registry)).toBe(
      [
        "# HELP tips Tips by channel.",
        "# TYPE tips counter",
        'tips_total{channel="web"} 3',
        'tips_total{channel="sms"} 1',
        "# HELP waiting What waits.",
        "# TYPE waiting gauge",
        "waiting 3.5",
        "# EOF",
        "",
      ].join("\n"),
    );
  });

  it("are written in the older format for who does not ask for OpenMetrics", async () => {
    const registry = createRegistry();
    registry.counter("tips", "Tips.").add({});
    const { contentType, text: written } = expose(await registry.collect(), "*/*");
    expect(contentType).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(written).toBe("# HELP tips_total Tips.\n# TYPE tips_total counter\ntips_total 1\n");
  });

  it("of durations fall into each bucket that bounds them", async () => {
    const registry = createRegistry();
    const lag = registry.histogram("lag_seconds", "Lag.", [0.1, 1]);
    for (const seconds of [0.05, 0.1, 0.5, 7]) lag.observe({ route: "/a" }, seconds);
    const scraped = readOpenMetrics(await text(registry));
    const of = (le: string) => scraped.value("lag_seconds_bucket", { route: "/a", le });
    expect([of("0.1"), of("1.0"), of("+Inf")]).toEqual([2, 3, 4]);
    expect(scraped.value("lag_seconds_count", { route: "/a" })).toBe(4);
    expect(scraped.value("lag_seconds_sum", { route: "/a" })).toBeCloseTo(7.65);
  });

  it("of several processes become one family each, told apart by their labels", async () => {
    const [one, other] = [createRegistry(), createRegistry()];
    one.counter("tips", "Tips.").add({});
    other.counter("tips", "Tips.").add({}, 5);
    const merged = mergeFamilies([
      { labels: { role: "public" }, families: await one.collect() },
      { labels: { role: "worker" }, families: await other.collect() },
    ]);
    const scraped = readOpenMetrics(expose(merged, openMetrics).text);
    expect(scraped.value("tips_total", { role: "public" })).toBe(1);
    expect(scraped.value("tips_total", { role: "worker" })).toBe(5);
  });

  it("that cannot be read, or not soon, are left out and hold up nothing", async () => {
    vi.useFakeTimers();
    const registry = createRegistry();
    registry.gauge("broken", "Broken.", () => Promise.reject(new Error("words of a tip")));
    registry.gauge("slow", "Slow.", () => new Promise(() => undefined));
    registry.gauge("good", "Good.", () => [{ value: 1 }]);
    const collected = registry.collect();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await collected).map(({ name }) => name)).toEqual(["good"]);
    vi.useRealTimers();
  });
});

describe("labels", () => {
  it.each(["/staff/tips/:id/", "/:locale{[a-z-]+}/report/", "RE0123456789abcdef0123456789abcdef", "200"])(
    "may be %s",
    (value) => {
      expect(codeLabel(value)).toBe(value);
    },
  );

  it.each([
    "+818012345678",
    "192.0.2.17",
    "someone@mail.example",
    "今夜、横浜港に",
    "two\nlines",
    "x".repeat(121),
  ])("are never %j", (value) => {
    expect(codeLabel(value)).toBe("other");
  });

  it("do not fill the memory, whatever comes: past 500 all that is new counts as one", async () => {
    const registry = createRegistry();
    const requests = registry.counter("requests", "Requests.");
    for (let n = 0; n < 10_000; n += 1) requests.add({ route: `/r${n % 9_000}` });
    const [family] = await registry.collect();
    expect(family?.samples.length).toBeLessThanOrEqual(501);
    expect(family?.samples.reduce((sum, { value }) => sum + value, 0)).toBe(10_000);
    expect(family?.samples.at(-1)?.labels).toEqual({ route: "other" });
  });

  it("are escaped as the format asks", async () => {
    const registry = createRegistry();
    registry.counter("c", "A \\ and\nb.").add({ route: 'a"b\\c' });
    expect(await text(registry)).toContain("# HELP c A \\\\ and\\nb.\n");
    expect(await text(registry)).toContain('c_total{route="a\\"b\\\\c"} 1');
  });
});
