import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PartnerName } from "../../../functions/domain/partners/partner-tip.ts";
import { readReference, referenceFromMac } from "../../../functions/domain/partners/reference.ts";

const mac = (text: string) => createHash("sha256").update(text).digest();

describe("a partner's reference", () => {
  it("is the first fifty bits of the hash in ten letters and digits that can be read out", () => {
    expect(referenceFromMac(new Uint8Array(32))).toBe("PR-00000-00000");
    expect(referenceFromMac(new Uint8Array(32).fill(255))).toBe("PR-ZZZZZ-ZZZZZ");
    expect(referenceFromMac(Uint8Array.of(0, 0, 0, 0, 0, 0, 0x40, 0))).toBe("PR-00000-00001");
    const many = Array.from({ length: 2_000 }, (_, n) => referenceFromMac(mac(`${n}`)));
    expect(new Set(many).size).toBe(many.length);
    expect(many.every((each) => /^PR-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(each))).toBe(true);
  });

  it("reads back however it is typed", () => {
    const reference = referenceFromMac(mac("a"));
    expect(readReference(reference)).toBe(reference);
    expect(readReference(` ${reference.toLowerCase().replaceAll("-", " ")} `)).toBe(reference);
    expect(readReference("pr0o1il-zzzzz")).toBe("PR-00111-ZZZZZ");
    expect(readReference("pr-abcde-fghjk")).toBe("PR-ABCDE-FGHJK");
    expect(readReference("ＰＲ－０００００－０００００")).toBe("PR-00000-00000");
  });

  it.each(["PR-00000-0000", "SK-2026-000123", "PR-UUUUU-UUUUU", "PROMISED LAND", "PR department", "覚醒剤"])(
    "is not %s",
    (typed) => {
      expect(readReference(typed)).toBeNull();
    },
  );
});

describe("a partner's name", () => {
  it.each(["日本港運協会", "Harbour Transport Association (Kobe)"])("may be %s", (name) => {
    expect(PartnerName.parse(`  ${name} `)).toBe(name);
  });
  it.each(["", "   ", "two\nlines", "turned \u202Eround", "x".repeat(101)])("may not be %j", (name) => {
    expect(PartnerName.safeParse(name).success).toBe(false);
  });
});
