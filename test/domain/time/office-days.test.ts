import holidays from "@holiday-jp/holiday_jp";
import { describe, expect, it } from "vitest";
import {
  addDays,
  isHoliday,
  isOfficeDay,
  officeClose,
  tokyoDay,
} from "../../../functions/domain/time/office-days.ts";

describe("the office's calendar", () => {
  it("has the holidays that the public list has, each day from 2022 to 2050", () => {
    const wrong: string[] = [];
    for (let day = "2022-01-01"; day < "2051-01-01"; day = addDays(day, 1))
      if (isHoliday(day) !== holidays.isHoliday(new Date(`${day}T12:00:00`))) wrong.push(day);
    expect(wrong).toEqual([]);
  });

  it("is closed at weekends, on holidays and over New Year", () => {
    expect(isOfficeDay("2026-11-20")).toBe(true);
    for (const day of ["2026-11-21", "2026-11-22", "2026-11-23", "2026-12-29", "2027-01-03", "2026-09-22"])
      expect(isOfficeDay(day), day).toBe(false);
    expect(isOfficeDay("2026-12-28")).toBe(true);
    expect(isOfficeDay("2027-01-04")).toBe(true);
  });

  it("counts closes from the moment in Tokyo: after 17:15 the day is over", () => {
    // Friday noon, and a three-day weekend ahead.
    const noon = new Date("2026-11-20T12:00:00+09:00");
    expect(officeClose(noon, 1).toISOString()).toBe("2026-11-20T08:15:00.000Z");
    expect(officeClose(noon, 2).toISOString()).toBe("2026-11-24T08:15:00.000Z");
    const evening = new Date("2026-11-20T17:15:00+09:00");
    expect(officeClose(evening, 1).toISOString()).toBe("2026-11-24T08:15:00.000Z");
    const yearEnd = new Date("2026-12-28T20:00:00+09:00");
    expect(tokyoDay(officeClose(yearEnd, 1))).toBe("2027-01-04");
    // Half past midnight in Tokyo is the day before in Greenwich.
    expect(tokyoDay(officeClose(new Date("2026-11-24T00:30:00+09:00"), 1))).toBe("2026-11-24");
  });
});
