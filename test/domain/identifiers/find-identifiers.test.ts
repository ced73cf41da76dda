import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentifiers } from "../../../functions/domain/identifiers/find-identifiers.ts";
import { normalise } from "../../../functions/domain/text/normalise.ts";
import { Identifier } from "../../../functions/domain/triage/verdict.ts";
import examples from "./examples.json" with { type: "json" };

const found = (text: string) => findIdentifiers(text).map((x) => `${x.type} ${x.value}${x.valid ? "" : "!"}`);

/** Invented words and what must be found in them; `!` marks a failed check digit. */
const EXAMPLES = Object.entries(examples as unknown as Record<string, [text: string, found: string[]][]>);

describe.each(EXAMPLES)("identifiers as people give them: %s", (_type, table) => {
  it.each(table)("in %j finds %j", (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });
});

describe("a text with several identifiers", () => {
  it("lists each once, in order, at its first place", () => {
    const text = "CSQU3054383 と TG9641便、もう一度 csqu 305438-3、連絡は 090-0000-1234";
    expect(found(text)).toEqual(["container CSQU3054383", "flight TG9641", "phone +819000001234"]);
    expect(findIdentifiers(text)[0]?.span).toEqual([0, 11]);
  });

  it("reads no telephone number out of a container, a waybill or a parcel", () => {
    const text = "コンテナ CSQU 090123 4 と AWB 090-12345675 と小包 EE090123456JP";
    expect(findIdentifiers(text).filter((x) => x.type === "phone")).toEqual([]);
  });

  it("never lists the tip line's own number, however it is written, nor emergency numbers", () => {
    for (const own of [
      "0120-461-961",
      "0120461961",
      "+81 120-461-961",
      "ゼロイチニーゼロ ヨンロクイチ キュウロクイチ",
      "110",
      "118番",
      "119",
    ]) {
      expect(found(`電話 ${own} です`)).toEqual([]);
    }
  });

  it("keeps the evidence as the teller wrote it, and the span around it", () => {
    const text = "番号は ＣＳＱＵ　３０５４３８－３ です";
    const [container] = findIdentifiers(text);
    expect(container?.evidence).toBe("ＣＳＱＵ　３０５４３８－３");
    expect(text.slice(...(container?.span ?? [0, 0]))).toBe(container?.evidence);
  });
});

describe("any text at all", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          "IMO ",
          "CSQU",
          "3",
          "５",
          "北緯",
          "さん",
          "に",
          "°",
          "N",
          "@",
          "t.me/",
          "+81",
          "-",
          "品川",
          "300",
          "あ",
          " ",
          "\ud800",
          "\u0301",
          "TG",
          "九",
          "double ",
          "Telegram ",
        ),
        { maxLength: 80 },
      )
      .map((parts) => parts.join("")),
  );

  it("never throws, and answers well-formed identifiers whose span is the evidence", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const identifier of findIdentifiers(text)) {
          expect(Identifier.safeParse(identifier).success).toBe(true);
          const [start, end] = identifier.span ?? [0, 0];
          expect(text.slice(start, end)).toBe(identifier.evidence);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("lists no two identifiers that overlap or repeat", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const list = findIdentifiers(text);
        expect(new Set(list.map((x) => `${x.type} ${x.value}`)).size).toBe(list.length);
        for (let i = 1; i < list.length; i++) {
          expect(list[i]?.span?.[0]).toBeGreaterThanOrEqual(list[i - 1]?.span?.[1] ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("reads 20,000 hostile characters without backtracking", () => {
    const units = [
      "1",
      "1 ",
      "1-",
      "a",
      "@a",
      "a.",
      "北緯34度",
      "N3 ",
      "なにわ30 さ ",
      "LINE a_1 ",
      "に",
      "いち",
      "공일",
      "이",
      "CSQU3054384 ",
      "IMO 1234567 ",
      "+1 ",
      "a at a dot ",
      "アット",
      "سی و ",
      "S as in ",
      "AWB 123-",
      "34° 12' ",
      "a\u0301\u0302",
      "\ud83d",
    ];
    findIdentifiers("warm ".repeat(400));
    for (const unit of units) {
      const text = unit.repeat(20_000).slice(0, 20_000);
      const before = process.cpuUsage();
      findIdentifiers(text);
      const { user, system } = process.cpuUsage(before);
      // Linear work takes some 30 ms; the wide limit is for a busy machine, a backtracking pattern takes minutes.
      expect((user + system) / 1000, JSON.stringify(unit)).toBeLessThan(600);
    }
  });
});

describe("native digits", () => {
  it("gives an identifier the same value whatever script its digits are in", () => {
    const zeroes = [0x660, 0x6f0, 0x966, 0xe50, 0x1040, 0x17e0, 0xff10];
    for (const zero of zeroes) {
      const native = "3054383".replace(/[0-9]/g, (d) => String.fromCodePoint(zero + Number(d)));
      expect(normalise(native).text).toBe("3054383");
      expect(found(`コンテナ CSQU${native}`)).toEqual(["container CSQU3054383"]);
    }
  });
});
