import { describe, expect, it } from "vitest";
import { initialsOf } from "../../../functions/domain/cases/initials.ts";

describe("an officer's initials", () => {
  it.each([
    ["佐藤 花子", "佐藤"],
    ["佐藤花子", "佐藤"],
    ["林", "林"],
    ["Hanako Sato", "HS"],
    ["Maria da Silva", "MS"],
    ["Plato", "PL"],
    ["   ", "?"],
    ["김 민수", "김"],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
