import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBlindIndex } from "../../functions/vault/blind-index.ts";
import { createIntakeKeys } from "../../functions/vault/keys.ts";
import { createSealer } from "../../functions/vault/seal.ts";

const key = (byte: number) => new Uint8Array(32).fill(byte);
const keys = createIntakeKeys(key(1), key(2), key(3));

describe("the public role's keys", () => {
  it("derive the same receipt from the same key and another from another", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 16 }), fc.string({ minLength: 16 }), (one, two) => {
        expect(keys.receiptFor(one)).toMatch(/^\d{16}$/);
        expect(keys.receiptFor(one) === keys.receiptFor(two)).toBe(one === two);
      }),
    );
  });

  it("give nothing to someone who has the words but not the key", () => {
    const other = createIntakeKeys(key(4), key(5), key(6));
    expect(other.receiptFor("0123456789abcdef")).not.toBe(keys.receiptFor("0123456789abcdef"));
    expect(Buffer.compare(other.hashReceipt("1".repeat(16)), keys.hashReceipt("1".repeat(16)))).not.toBe(0);
    expect(Buffer.compare(other.lookupReceipt("1".repeat(16)), keys.lookupReceipt("1".repeat(16)))).not.toBe(
      0,
    );
  });

  it("never let a value of one kind stand for another", () => {
    const value = "1234567890123456";
    const kinds = [
      keys.hashIdempotency(value),
      keys.hashWords(value),
      keys.hashReceipt(value),
      keys.lookupReceipt(value),
      keys.hashSender(value, "2026-11-20"),
      keys.hashSender(value, "2026-11-21"),
    ];
    expect(new Set(kinds.map((hash) => Buffer.from(hash).toString("hex"))).size).toBe(kinds.length);
  });

  it("tell apart numbers and days that read the same in a row", () => {
    const one = keys.hashSender("12026", "-11-20");
    const two = keys.hashSender("2026", "1-11-20");
    expect(Buffer.compare(one, two)).not.toBe(0);
  });

  it("open a thread with the receipt alone, and only with that receipt", async () => {
    const thread = keys.threadFor("1234567890123456");
    const sealed = await createSealer([thread.recipient]).seal(Buffer.from("質問があります"));
    expect(Buffer.from(await keys.threadFor("1234567890123456").open(sealed)).toString()).toBe(
      "質問があります",
    );
    await expect(keys.threadFor("1234567890123457").open(sealed)).rejects.toThrow();
  });
});

describe("the search hashes", () => {
  const index = createBlindIndex(key(5));

  it("find any part of a run of letters, in any script and width", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "今夜横浜港にシャブが着く",
          "thung hàng ở cảng Yokohama",
          "ตู้คอนเทนเนอร์ที่ท่าเรือ",
          "محموله در بندر",
        ),
        fc.nat(),
        fc.integer({ min: 2, max: 6 }),
        (text, from, length) => {
          const run = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])[0] ?? "";
          const letters = [...run];
          const start = from % Math.max(1, letters.length - 1);
          const query = letters.slice(start, start + length).join("");
          const terms = new Set(index.terms(text));
          expect(index.queryTerms(query).every((term) => terms.has(term))).toBe(true);
        },
      ),
    );
    const terms = new Set(index.terms("コンテナ CSQU"));
    expect(index.queryTerms("ｃｓｑｕ").every((term) => terms.has(term))).toBe(true);
  });

  it("ask for nothing when a query is too short to narrow anything", () => {
    expect(index.queryTerms("横")).toEqual([]);
    expect(index.queryTerms("!? -")).toEqual([]);
  });

  it("mean nothing under another key", () => {
    const other = createBlindIndex(key(6));
    const shared = index.terms("横浜港の倉庫").filter((term) => other.terms("横浜港の倉庫").includes(term));
    expect(shared).toEqual([]);
    const [one, two] = [index, other].map((each) =>
      Buffer.from(each.identifier("container", "CSQU3054383")).toString("hex"),
    );
    expect(one).not.toBe(two);
  });
});
