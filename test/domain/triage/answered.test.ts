import { describe, expect, it } from "vitest";
import { bandOfAnswered } from "../../../functions/domain/triage/answered.ts";
import { Band } from "../../../functions/domain/triage/verdict.ts";

describe("an answer to the desk's question", () => {
  it("is for today, and lowers nothing that is more urgent", () => {
    expect(Band.options.map(bandOfAnswered)).toEqual(["A", "B", "B", "B"]);
  });
});
