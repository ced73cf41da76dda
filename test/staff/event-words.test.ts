import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deskWords } from "../../src/i18n/desk.ts";
import { eventDetails } from "../../src/i18n/desk-events.ts";

/** Every name under which the program writes an event, as its own source has them. */
const name =
  /"((?:tip|tips|case|text|message|queue|recording|media|evidence|account|arrivals|log|handover|partner|contact)\.[a-z_]+)"/g;
const writes = /\baction\b|Event\(|record\(deps,/;
const written = new Set(
  readdirSync("functions", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => readFileSync(join("functions", path), "utf8").split("\n"))
    .filter((line) => writes.test(line))
    .flatMap((line) => [...line.matchAll(name)].map(([, action = ""]) => action)),
);

describe.each(["ja", "en"] as const)("the event log in %s", (locale) => {
  const t = deskWords(locale);

  it("has a word for every event that the program writes", () => {
    expect(written.size).toBeGreaterThan(35);
    for (const action of written) expect(Object.keys(t.actions), action).toContain(action);
  });

  it("says what an event holds in words, and leaves out what only undo reads", () => {
    const say = (details: Record<string, string | number | boolean | null>) =>
      eventDetails({ details }, locale, t);
    expect(say({ from: "C", to: "A", stateBefore: "new" })).toBe("C → A");
    expect(say({ role: "auditor", region: "hq", roleBefore: "intake", regionBefore: "hq" })).toBe(
      `${t.roles.intake} → ${t.roles.auditor}${t.comma}${t.regions.hq}`,
    );
    expect(say({ from: null, to: "kobe", settledBefore: false })).toBe(
      `${t.regions.none} → ${t.regions.kobe}`,
    );
    expect(say({ laneBefore: "queue", code: "x" })).toBe("");
    expect(say({ band: "B", channel: "voice", files: 0 })).toContain(t.channels.voice);
    expect(say({ why: "same_container near_text", relation: "echo", likeness: 87 })).not.toMatch(/_|echo/);
    expect(say({ due: "2026-11-26T15:28:00.000Z", by: "same_container" })).toContain("28:00");
    expect(say({ rows: 3, filters: "lane band" })).toContain(`${t.queue.lane}${t.comma}${t.queue.head.band}`);
    expect(say({ rows: 3, filters: "" })).not.toContain(t.details.filters);
    expect(say({ kind: "receipt", hits: 1 })).toContain(t.queue.byReceipt);
    expect(say({ rule: "rule_landing_now", from: "C", to: "A" })).toContain(t.reasons.rule_landing_now);
  });
});
