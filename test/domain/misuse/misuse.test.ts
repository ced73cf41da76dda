import { describe, expect, it } from "vitest";
import lineLimits from "../../../content/data/voice-limits.json" with { type: "json" };
import {
  type CallFacts,
  callSigns,
  LineLimits,
  messageSigns,
  wayOf,
} from "../../../functions/domain/misuse/judge-call.ts";
import { isSetApart, MisuseSign, type Substance } from "../../../functions/domain/misuse/signs.ts";
import { laneOf } from "../../../functions/domain/routing/lane.ts";

const limits = LineLimits.parse(lineLimits);
const usual: CallFacts = { calls: 1, atOnce: 1, keys: 5, hasty: 0, spokeWithOfficer: false };
const idle: Substance = {
  threat_to_life: false,
  keyed: false,
  disposition: "information",
  identifiers: [],
};

describe("the signs of a call", () => {
  it("are none for a first call, and for one of a caller who was cut off again and again", () => {
    expect(callSigns(usual, limits)).toEqual([]);
    expect(callSigns({ ...usual, calls: 8 }, limits)).toEqual([]);
  });

  it("tell a flood, a switchboard that dials all at once, and keys that nobody listened for", () => {
    expect(callSigns({ ...usual, calls: limits.floodAfter + 1 }, limits)).toEqual(["caller_flood"]);
    expect(callSigns({ ...usual, atOnce: limits.atOnce + 1 }, limits)).toEqual(["calls_at_once"]);
    expect(callSigns({ ...usual, keys: 4, hasty: 4 }, limits)).toEqual(["hasty_keys"]);
  });

  it("take one unhurried key for a person, and two saved with the number too", () => {
    expect(callSigns({ ...usual, keys: 9, hasty: 8 }, limits)).toEqual([]);
    expect(callSigns({ ...usual, keys: 2, hasty: 2 }, limits)).toEqual([]);
  });

  it("never count a withheld number as one caller", () => {
    expect(callSigns({ ...usual, calls: null, atOnce: null }, limits)).toEqual([]);
    expect(wayOf({ calls: null }, 1, limits)).toBe("whole");
  });

  it("are none once an officer has spoken with the caller", () => {
    expect(callSigns({ calls: 99, atOnce: 99, keys: 9, hasty: 9, spokeWithOfficer: true }, limits)).toEqual(
      [],
    );
  });
});

describe("what a call is answered with", () => {
  it("is the whole line, and past a limit a recording: never nothing", () => {
    expect(wayOf({ calls: limits.straightAfter }, limits.lines, limits)).toBe("whole");
    expect(wayOf({ calls: limits.straightAfter + 1 }, 1, limits)).toBe("line_limit");
    expect(wayOf({ calls: 1 }, limits.lines + 1, limits)).toBe("over_capacity");
  });

  it("eases a number off before it takes its calls for a flood", () => {
    expect(limits.straightAfter).toBeLessThan(limits.floodAfter);
  });
});

describe("the signs of a text message", () => {
  it("are a flood of one number, and one wording from many", () => {
    expect(messageSigns({ messages: limits.messages, sameWords: 1 }, limits)).toEqual([]);
    expect(messageSigns({ messages: limits.messages + 1, sameWords: 1 }, limits)).toEqual(["message_flood"]);
    expect(messageSigns({ messages: null, sameWords: limits.sameMessage }, limits)).toEqual(["same_message"]);
  });
});

describe("the lane of a tip that bears signs", () => {
  const every = MisuseSign.options;
  it("is quarantine for each sign alone, when there is nothing to act on", () => {
    for (const sign of every) expect(isSetApart([sign], idle), sign).toBe(true);
    expect(isSetApart([], idle)).toBe(false);
  });

  it.each<[string, Partial<Substance>]>([
    ["a life in danger", { threat_to_life: true }],
    ["a number whose check digit holds", { identifiers: [{ type: "container", valid: 1, invalid: 0 }] }],
    ["goods that were keyed in", { keyed: true }],
    ["words to act on", { disposition: "actionable" }],
  ])("is the queue for %s, whatever the signs", (_what, substance) => {
    expect(isSetApart(every, { ...idle, ...substance })).toBe(false);
    expect(laneOf({ ...idle, ...substance }, { signs: every, keyed: substance.keyed ?? false })).toBe(
      "queue",
    );
  });

  it("is not the queue for a number that does not check: anybody can say digits", () => {
    const identifiers = [{ type: "container" as const, valid: 0, invalid: 2 }];
    expect(isSetApart(["caller_flood"], { ...idle, identifiers })).toBe(true);
  });

  it("is what the words ask for where there are no signs", () => {
    expect(laneOf({ ...idle, disposition: "abuse" })).toBe("quarantine");
    expect(laneOf({ ...idle, disposition: "abuse", threat_to_life: true })).toBe("queue");
    expect(laneOf(idle)).toBe("queue");
  });
});
