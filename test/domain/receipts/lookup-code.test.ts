import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLookup, readLookup } from "../../../functions/domain/receipts/lookup-code.ts";

describe("the code that stands for a receipt in an address", () => {
  it("is read back to the same five bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (lookup) => {
        const code = formatLookup(lookup);
        expect(code).toMatch(/^RC-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        expect(readLookup(code)).toEqual(lookup);
      }),
    );
    expect(formatLookup(new Uint8Array([0, 0, 0, 0, 1]))).toBe("RC-0000-0001");
  });

  it("is nothing else that an officer may look for", () => {
    for (const words of [
      "",
      "RC",
      "RC-7K3M",
      "rc-7k3m-q2xd",
      "RC-7K3M-Q2XD9",
      "RC-7K3M-Q2XU",
      " RC-7K3M-Q2XD",
      "PR-7K3MQ-2XD9T",
    ])
      expect(readLookup(words), words).toBeNull();
  });
});
