import { describe, expect, it } from "vitest";
import { countAttempts } from "../../../functions/domain/access/attempts.ts";

describe("counting attempts", () => {
  it("allows so many in a window, then says how long to wait, then allows again", () => {
    const counter = countAttempts({ most: 2, windowMs: 10_000 });
    expect([0, 1, 2, 3].map((at) => counter.attempt("a", at * 1000))).toEqual([0, 0, 8, 7]);
    expect(counter.attempt("b", 3_000)).toBe(0);
    expect(counter.attempt("a", 10_000)).toBe(0);
  });

  it("keeps no more sources than it may", () => {
    const counter = countAttempts({ most: 1, windowMs: 10_000 }, 2);
    for (const key of ["a", "b", "c"]) counter.attempt(key, 0);
    expect(counter.attempt("a", 1), "the oldest was forgotten").toBe(0);
    expect(counter.attempt("c", 1)).toBeGreaterThan(0);
  });
});
