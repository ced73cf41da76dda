import fc from "fast-check";
import { describe, expect, it } from "vitest";
import owners from "../../../content/data/voice-owners.json" with { type: "json" };
import { readKeyed } from "../../../functions/channels/voice/keyed-number.ts";
import { containerCheckDigit } from "../../../functions/domain/identifiers/container.ts";

const keysOf = (letters: string) =>
  [...letters].map((letter) => "22233344455566677778889999"[letter.charCodeAt(0) - 65] ?? letter).join("");

describe("a container number by keypad", () => {
  it("is read from one key a letter, and read back in groups", () => {
    expect(readKeyed("container", "27783054383")).toEqual({
      kind: "accepted",
      value: "CSQU3054383",
      others: expect.any(Array),
      groups: ["CSQU", "305", "438", "3"],
    });
  });

  it("finds every number of a known owner among its readings", () => {
    const serial = fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, "0"));
    fc.assert(
      fc.property(fc.constantFrom(...owners), serial, (owner, digits) => {
        const number = `${owner}${digits}${containerCheckDigit(owner + digits)}`;
        const read = readKeyed("container", keysOf(owner) + number.slice(4));
        expect(read.kind).toBe("accepted");
        expect([read.value, ...read.others]).toContain(number);
      }),
    );
  });

  it("cannot be confirmed when the check digit is wrong, and is kept all the same", () => {
    const read = readKeyed("container", "27783054384");
    expect(read.kind).toBe("doubtful");
    expect([read.value, ...read.others]).toContain("CSQU3054384");
  });

  it.each(["2778305438", "277830543834", "00003054383", "27713054383"])(
    "that is none (%s) is kept as the keys pressed",
    (keys) => {
      expect(readKeyed("container", keys)).toMatchObject({ kind: "doubtful", value: keys, others: [] });
    },
  );
});

describe("a flight or waybill by keypad", () => {
  it("reads the airline from its two keys, the ones nearest to Japan first", () => {
    expect(readKeyed("flight", "64921")).toMatchObject({
      kind: "plain",
      value: "NH921",
      groups: ["NH", "921"],
    });
    expect(readKeyed("flight", "64921").others).toContain("MH921");
    expect(readKeyed("flight", "721234")).toMatchObject({ kind: "plain", value: "7C1234" });
  });

  it("keeps the keys of an airline that nobody knows", () => {
    expect(readKeyed("flight", "00921")).toMatchObject({ kind: "doubtful", value: "00921" });
  });

  it("tells a waybill's check digit at once", () => {
    expect(readKeyed("waybill", "17644028154")).toMatchObject({
      kind: "accepted",
      value: "176-44028154",
      groups: ["176", "4402", "8154"],
    });
    expect(readKeyed("waybill", "17644028155").kind).toBe("doubtful");
    expect(readKeyed("waybill", "1764402815").kind).toBe("doubtful");
  });

  it("is refused when it is too short to be worth keeping, or holds a star", () => {
    for (const keys of ["", "1", "12", "12*4"]) expect(readKeyed("waybill", keys).kind).toBe("refused");
  });
});
