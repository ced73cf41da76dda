import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { uuid7 } from "../../../functions/domain/ids/uuid7.ts";

const moment = fc.date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("a UUIDv7", () => {
  it("has the form the standard asks for and carries its time", () => {
    fc.assert(
      fc.property(moment, random, (now, bytes) => {
        const id = uuid7(now, bytes);
        expect(z.uuidv7().safeParse(id).success).toBe(true);
        expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
      }),
    );
  });

  it("sorts by time", () => {
    fc.assert(
      fc.property(moment, moment, random, random, (one, two, first, second) => {
        fc.pre(one.getTime() !== two.getTime());
        expect(uuid7(one, first) < uuid7(two, second)).toBe(one < two);
      }),
    );
  });

  it("needs its randomness", () => {
    expect(() => uuid7(new Date(0), new Uint8Array(9))).toThrow(RangeError);
  });
});
