import { describe, expect, it } from "vitest";
import {
  handoverDay,
  isHandoverDue,
  lastHandoverTime,
  tellsSince,
} from "../../../functions/domain/handover/handover.ts";

const tokyo = (text: string) => new Date(`${text}+09:00`);

describe("the handover at 08:30 in Tokyo", () => {
  it("is the latest one that has come", () => {
    expect(lastHandoverTime(tokyo("2026-11-30T08:30:00"))).toEqual(tokyo("2026-11-30T08:30:00"));
    expect(lastHandoverTime(tokyo("2026-11-30T08:29:59"))).toEqual(tokyo("2026-11-29T08:30:00"));
    expect(lastHandoverTime(tokyo("2027-01-01T00:00:00"))).toEqual(tokyo("2026-12-31T08:30:00"));
    expect(handoverDay(tokyo("2026-11-30T00:10:00"))).toBe("2026-11-30");
  });

  it("is due until something was handed over since then", () => {
    const now = tokyo("2026-11-30T09:00:00");
    expect(isHandoverDue(now, null)).toBe(true);
    expect(isHandoverDue(now, tokyo("2026-11-29T08:40:00"))).toBe(true);
    expect(isHandoverDue(now, tokyo("2026-11-30T08:31:00"))).toBe(false);
    expect(isHandoverDue(tokyo("2026-11-30T08:00:00"), tokyo("2026-11-29T08:31:00"))).toBe(false);
  });

  it("tells from the last one on, a day when there was none, three days at most", () => {
    const now = tokyo("2026-11-30T08:30:00");
    expect(tellsSince(now, null)).toEqual(tokyo("2026-11-29T08:30:00"));
    expect(tellsSince(now, tokyo("2026-11-29T20:00:00"))).toEqual(tokyo("2026-11-29T20:00:00"));
    expect(tellsSince(now, tokyo("2026-10-01T08:30:00"))).toEqual(tokyo("2026-11-27T08:30:00"));
  });
});
