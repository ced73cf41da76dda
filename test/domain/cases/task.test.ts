import { describe, expect, it } from "vitest";
import { proposeDue } from "../../../functions/domain/cases/task.ts";

const now = new Date("2026-11-20T12:00:00+09:00");
const iso = (proposals: ReturnType<typeof proposeDue>) =>
  proposals.map(({ code, at }) => [code, at.toISOString()]);

describe("when a task could be due", () => {
  it("is two hours before the first arrival ahead, then the closes of three office days", () => {
    const arrivals = [new Date("2026-11-21T06:40:00+09:00"), new Date("2026-11-20T18:00:00+09:00"), null];
    expect(iso(proposeDue(now, arrivals))).toEqual([
      ["before_arrival", "2026-11-20T07:00:00.000Z"],
      ["this_close", "2026-11-20T08:15:00.000Z"],
      ["next_close", "2026-11-24T08:15:00.000Z"],
      ["third_close", "2026-11-25T08:15:00.000Z"],
    ]);
  });

  it("is not before an arrival that is less than two hours away, or past", () => {
    const late = [new Date("2026-11-20T13:30:00+09:00"), new Date("2026-11-19T00:00:00+09:00")];
    expect(proposeDue(now, late).map(({ code }) => code)).toEqual([
      "this_close",
      "next_close",
      "third_close",
    ]);
  });
});
