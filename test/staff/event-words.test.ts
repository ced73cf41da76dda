import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { undoableCaseNames } from "../../functions/domain/cases/case-undo.ts";
import { Handling } from "../../functions/domain/cases/grading.ts";
import { NoteVisible } from "../../functions/domain/cases/note.ts";
import { Outcome } from "../../functions/domain/cases/outcome.ts";
import { PublicStatusCode } from "../../functions/domain/cases/public-status.ts";
import { undoableNames } from "../../functions/domain/cases/undo.ts";
import { Unit } from "../../functions/domain/cases/unit.ts";
import { Locale, localeFacts } from "../../functions/domain/locales/locales.ts";
import { MisuseSign } from "../../functions/domain/misuse/signs.ts";
import { DeskTextKey, QuestionCode } from "../../functions/domain/texts/desk-text.ts";
import { Channel, Disposition, IdentifierType } from "../../functions/domain/triage/verdict.ts";
import { deskWords } from "../../src/i18n/desk.ts";
import { eventDetails, isTold, wordsOf } from "../../src/i18n/desk-events.ts";
import { writtenDetails } from "../support/written-details.ts";

/** Every name under which the program writes an event, as its own source has them. */
const name =
  /"((?:tip|tips|case|view|text|message|queue|recording|media|evidence|account|arrivals|log|handover|partner|contact)\.[a-z_]+)"/g;
const writes = /\baction\b|Event\(|record\(deps,/;
const written = new Set(
  readdirSync("functions", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => readFileSync(join("functions", path), "utf8").split("\n"))
    .filter((line) => writes.test(line))
    .flatMap((line) => [...line.matchAll(name)].map(([, action = ""]) => action)),
);

const details = writtenDetails(".");

/** The codes of each detail that has one of a list. */
const possible: Readonly<Record<string, readonly string[]>> = {
  channel: Channel.options,
  identifier: IdentifierType.options,
  disposition: Disposition.options,
  status: PublicStatusCode.options,
  outcome: Outcome.options,
  question: QuestionCode.options,
  visible: NoteVisible.options,
  handling: Handling.options,
  unit: Unit.options,
  role: StaffRole.options,
  region: StaffRegion.options,
  team: StaffRegion.options,
  undone: [...undoableNames, ...undoableCaseNames],
  means: ["code", "passkey", "backup_code"],
  relation: ["independent", "echo"],
  kind: [
    "tip",
    "answer",
    "receipt",
    "view",
    "original",
    "file",
    "recording",
    "peaks",
    "disguised",
    "transcript",
  ],
};

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

  it("has words, or silence on purpose, for every detail that the program writes", () => {
    // Among them those that are written through a variable, a spread or an argument.
    for (const name of [
      "view",
      "sessions",
      "added",
      "refused",
      "rule",
      "opened",
      "closing",
      "into",
      "batch",
      "tries",
    ])
      expect([...details.keys()], name).toContain(name);
    expect(details.size).toBeGreaterThan(60);
    for (const [name, path] of details) expect(isTold(name, t), `${name} in ${path}`).toBe(true);
  });

  it("says of what is so its name alone, and nothing of what is not", () => {
    for (const name of details.keys()) {
      expect(eventDetails({ details: { [name]: true } }, locale, t), name).not.toMatch(/true/);
      expect(eventDetails({ details: { [name]: false } }, locale, t), name).not.toMatch(/false/);
    }
    expect(eventDetails({ details: { contact: true } }, locale, t)).toBe(t.details.contact);
    expect(eventDetails({ details: { contact: false, note: false } }, locale, t)).toBe("");
  });

  it("has a word for every code that a detail may hold", () => {
    for (const [name, codes] of Object.entries(possible)) {
      const words = wordsOf(name, t) ?? {};
      for (const code of codes) expect(Object.keys(words), `${name} ${code}`).toContain(code);
    }
    const say = (held: Record<string, string>) => eventDetails({ details: held }, locale, t);
    for (const key of DeskTextKey.options)
      expect(say({ key }), key).not.toMatch(/[a-z]_|status|\.(label|text)/);
    for (const code of Locale.options) expect(say({ locale: code }), code).toBe(localeFacts[code].name);
    for (const target of ["ja", "en"]) expect(say({ target })).toContain(t.langs[target as "ja"]);
    for (const sign of MisuseSign.options) expect(Object.keys(t.misuse), sign).toContain(sign);
  });
});
