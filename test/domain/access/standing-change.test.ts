import { describe, expect, it } from "vitest";
import type { Standing } from "../../../functions/domain/access/permits.ts";
import { losesCase, losesTip } from "../../../functions/domain/access/standing-change.ts";

const kobe: Standing = { role: "supervisor", region: "kobe" };
const tip = { state: "in_progress", region: "kobe" } as const;
const matter = { state: "open", regions: ["kobe"] } as const;

describe("an officer who is given another role or region", () => {
  it.each<[string, Standing, boolean]>([
    ["another region", { role: "supervisor", region: "moji" }, true],
    ["every region", { role: "supervisor", region: "hq" }, false],
    ["another work with the same tips", { role: "investigator", region: "kobe" }, false],
    ["triage, where what is being worked on can only be read", { role: "intake", region: "kobe" }, true],
    ["no tips at all", { role: "analyst", region: "kobe" }, true],
  ])("of %s loses what they may no longer work on, and nothing else", (_, after, loses) => {
    expect(losesTip(kobe, after, tip)).toBe(loses);
  });

  it("keeps what they could only read before, while they can read it", () => {
    const [intake, moved] = [
      { role: "intake", region: "kobe" },
      { role: "intake", region: "moji" },
    ] as const;
    expect(losesTip(intake, moved, tip)).toBe(false);
    expect(losesTip(intake, { role: "auditor", region: "kobe" }, tip)).toBe(true);
  });

  it("keeps a case as long as one tip of it, or the case itself, is of their region", () => {
    const moji: Standing = { role: "supervisor", region: "moji" };
    expect(losesCase(kobe, moji, matter)).toBe(true);
    expect(losesCase(kobe, moji, { state: "open", regions: ["kobe", "moji"] })).toBe(false);
    expect(losesCase(kobe, { role: "intake", region: "kobe" }, matter)).toBe(false);
    expect(losesCase(kobe, { role: "analyst", region: "kobe" }, matter)).toBe(true);
  });
});
