import { describe, expect, it } from "vitest";
import { displayAt } from "../../../functions/domain/cases/display.ts";

const tokyo = (time: string) => new Date(`2026-11-30T${time}+09:00`);

describe("how bright the desk is", () => {
  it("is dark from six in the evening to six in the morning in Tokyo, and by day as the device has it", () => {
    expect(displayAt(tokyo("17:59:59"), "auto")).toBeNull();
    expect(displayAt(tokyo("18:00:00"), "auto")).toBe("dark");
    expect(displayAt(tokyo("03:00:00"), "auto")).toBe("dark");
    expect(displayAt(tokyo("05:59:59"), "auto")).toBe("dark");
    expect(displayAt(tokyo("06:00:00"), "auto")).toBeNull();
  });

  it("is what the officer chose, at any hour", () => {
    for (const time of ["03:00:00", "12:00:00", "22:00:00"]) {
      expect(displayAt(tokyo(time), "light")).toBe("light");
      expect(displayAt(tokyo(time), "dark")).toBe("dark");
    }
  });
});
