import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReceipt, Receipt, receiptFromMac } from "../../../functions/domain/receipts/receipt.ts";

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 });

describe("a receipt", () => {
  it("reads back from its own groups, spaces and dashes", () => {
    fc.assert(
      fc.property(digits, (list) => {
        const receipt = list.join("");
        expect(Receipt.parse(formatReceipt(receipt))).toBe(receipt);
        expect(Receipt.parse(formatReceipt(receipt).replaceAll(" ", "-"))).toBe(receipt);
      }),
    );
  });

  it.each([
    ["full width", 0xff10],
    ["Persian", 0x06f0],
    ["Devanagari", 0x0966],
    ["Burmese", 0x1040],
    ["Thai", 0x0e50],
    ["Khmer", 0x17e0],
    ["Arabic", 0x0660],
  ])("reads digits typed in %s", (_name, zero) => {
    fc.assert(
      fc.property(digits, (list) => {
        const typed = list.map((digit) => String.fromCodePoint(zero + digit)).join("");
        expect(Receipt.parse(typed)).toBe(list.join(""));
      }),
    );
  });

  it.each(["", "123", "1234 5678 9012 345", "1234 5678 9012 34567", "1234 5678 9012 345x"])(
    "is not %j",
    (typed) => {
      expect(Receipt.safeParse(typed).success).toBe(false);
    },
  );

  it("is always sixteen digits, also when the number is small", () => {
    expect(receiptFromMac(new Uint8Array(32))).toBe("0000000000000000");
    expect(receiptFromMac(new Uint8Array(32).fill(255))).toBe("6744073709551615");
  });

  it("is shown in four groups", () => {
    expect(formatReceipt("1234567890123456")).toBe("1234 5678 9012 3456");
  });
});
