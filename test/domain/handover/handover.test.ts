import { describe, expect, it } from "vitest";
import {
  handoverDay,
  handoverSign,
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
    // Written a little early it is this morning's all the same.
    expect(isHandoverDue(now, tokyo("2026-11-30T08:00:00"))).toBe(false);
    expect(isHandoverDue(now, tokyo("2026-11-30T07:59:59"))).toBe(true);
  });

  it("tells from the last one on, a day when there was none, three days at most", () => {
    const now = tokyo("2026-11-30T08:30:00");
    expect(tellsSince(now, null)).toEqual(tokyo("2026-11-29T08:30:00"));
    expect(tellsSince(now, tokyo("2026-11-29T20:00:00"))).toEqual(tokyo("2026-11-29T20:00:00"));
    expect(tellsSince(now, tokyo("2026-10-01T08:30:00"))).toEqual(tokyo("2026-11-27T08:30:00"));
  });

  it("is reminded of from 08:00 to 09:30, until it is handed over and a colleague has taken over", () => {
    const sign = (time: string, last: Parameters<typeof handoverSign>[1], officer = "day") =>
      handoverSign(tokyo(`2026-11-30T${time}`), last, officer);
    const handed = (time: string, taken = false) => ({ handedAt: tokyo(time), handedBy: "night", taken });
    const yesterday = handed("2026-11-29T08:31:00", true);
    for (const last of [null, yesterday, handed("2026-11-30T07:59:59")]) {
      expect(sign("07:59:59", last)).toBeNull();
      for (const time of ["08:00:00", "08:30:00", "09:29:59"]) expect(sign(time, last), time).toBe("hand");
      expect(sign("09:30:00", last)).toBeNull();
      expect(sign("20:00:00", last)).toBeNull();
    }
    for (const at of ["08:00:00", "08:45:00"]) {
      const written = handed(`2026-11-30T${at}`);
      expect(sign("09:00:00", written, "night")).toBeNull();
      expect(sign("09:00:00", written)).toBe("take");
      expect(sign("09:00:00", { ...written, taken: true })).toBeNull();
      expect(sign("09:30:00", written)).toBeNull();
    }
  });
});
