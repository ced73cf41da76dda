import { describe, expect, it } from "vitest";
import { StaffRole } from "../../../functions/domain/access/officer.ts";
import { TipState } from "../../../functions/domain/cases/tip-state.ts";
import { beginsWork } from "../../../functions/domain/cases/work.ts";

const officer = { id: "o1", role: "investigator", region: "kobe" } as const;
const tip = { state: "assigned", region: "kobe", owner: { id: "o1" } } as const;

describe("the work on a tip", () => {
  it("begins with what its owner does with the matter, not with looking, sorting or passing on", () => {
    for (const act of ["message.sent", "tip.noted", "tip.graded", "recording.typed", "case.task_added"])
      expect(beginsWork(officer, tip, act), act).toBe(true);
    for (const act of ["tip.read", "tip.taken", "tip.assigned", "tip.status_set", "tip.undone", "tip.joined"])
      expect(beginsWork(officer, tip, act), act).toBe(false);
  });

  it("begins once, on what is assigned", () => {
    expect(TipState.options.filter((state) => beginsWork(officer, { ...tip, state }, "tip.noted"))).toEqual([
      "assigned",
    ]);
  });

  it("is begun by nobody but its owner, and by no role that could not go on with it", () => {
    expect(beginsWork({ ...officer, id: "o2" }, tip, "tip.noted")).toBe(false);
    expect(beginsWork(officer, { ...tip, owner: null }, "tip.noted")).toBe(false);
    expect(StaffRole.options.filter((role) => beginsWork({ ...officer, role }, tip, "tip.noted"))).toEqual([
      "investigator",
      "supervisor",
    ]);
  });
});
