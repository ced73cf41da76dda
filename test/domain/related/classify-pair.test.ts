import { describe, expect, it } from "vitest";
import {
  type ComparedTip,
  classifyPair,
  type SharedIdentifier,
} from "../../../functions/domain/related/classify-pair.ts";
import { orders } from "../../../functions/domain/related/likeness.ts";

/** A text of 100 shingles of which `same` in 60 least hashes agree with every other one's. */
const sketch = (same: number, shingles = 100) => ({
  shingles,
  least: Array.from({ length: orders }, (_, at) =>
    at < same ? at : Math.floor(Math.random() * 2 ** 30) + 1000,
  ),
});

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 12) + minutes * 60_000);

const tip = (given: Partial<ComparedTip> = {}): ComparedTip => ({
  receivedAt: at(0),
  channel: "web",
  lang: "ja",
  region: null,
  eta: null,
  categories: [],
  placeCodes: [],
  named: [],
  sketch: sketch(0),
  ...given,
});
const later = (given: Partial<ComparedTip> = {}) => tip({ receivedAt: at(300), channel: "sms", ...given });
const shares = (
  type: SharedIdentifier["type"],
  given: Partial<SharedIdentifier> = {},
): SharedIdentifier[] => [{ type, how: "same", common: false, ...given }];
const relation = (a: ComparedTip, b: ComparedTip, shared: SharedIdentifier[] = []) =>
  classifyPair(a, b, shared).relation;

describe("two tips", () => {
  it.each([
    "container",
    "awb",
    "postal",
    "imo",
    "mmsi",
    "plate",
    "phone",
    "email",
    "handle",
    "coordinates",
  ] as const)("that name the same %s in other words are independent", (type) => {
    expect(relation(tip(), later(), shares(type))).toBe("independent");
  });

  it.each(["flight", "vessel_name"] as const)(
    "that name the same %s need a day, place or goods in common, since it comes again and again",
    (type) => {
      expect(relation(tip(), later(), shares(type))).toBe("unrelated");
      const fits = { eta: "2026-11-21", placeCodes: ["JPNRT"] };
      expect(relation(tip(fits), later(fits), shares(type))).toBe("independent");
      const calls = [tip({ ...fits, categories: ["gold"] }), later({ ...fits, eta: "2026-11-28" })] as const;
      expect(relation(...calls, shares(type))).toBe("unrelated");
    },
  );

  it("that share nothing but place, day and goods are unrelated", () => {
    const fits: Partial<ComparedTip> = {
      eta: "2026-11-21",
      region: "tokyo",
      placeCodes: ["JPNRT"],
      categories: ["gold"],
    };
    expect(relation(tip(fits), later(fits))).toBe("unrelated");
  });

  it("one character apart in a number need the day or the place besides", () => {
    const slip = shares("container", { how: "one_slip" });
    expect(relation(tip(), later(), slip)).toBe("unrelated");
    const fits: Partial<ComparedTip> = { eta: "2026-11-21", region: "yokohama" };
    expect(relation(tip(fits), later(fits), slip)).toBe("independent");
  });

  it("that share a number which many tips hold are not related by it alone", () => {
    const number = shares("phone", { common: true });
    expect(relation(tip(), later(), number)).toBe("unrelated");
    const fits: Partial<ComparedTip> = { eta: "2026-11-21", placeCodes: ["JPSMN"] };
    expect(relation(tip(fits), later(fits), number)).toBe("independent");
  });

  it("that share a number after more than four months are two matters", () => {
    expect(relation(tip(), later({ receivedAt: at(130 * 24 * 60) }), shares("container"))).toBe("unrelated");
  });

  it("with nearly the same words are one voice, also weeks later and by another channel", () => {
    const words = { sketch: sketch(45) };
    const copy = { sketch: sketch(45) };
    expect(classifyPair(tip(words), later({ ...copy, receivedAt: at(40 * 24 * 60) }), [])).toMatchObject({
      relation: "echo",
      why: ["near_text"],
      likeness: 75,
    });
    expect(relation(tip(words), later({ ...copy, receivedAt: at(100 * 24 * 60) }))).toBe("unrelated");
  });

  it("with the same few words are one voice only in one burst", () => {
    const words = { sketch: sketch(60, 6) };
    expect(relation(tip(words), later({ ...words, receivedAt: at(30) }))).toBe("echo");
    expect(relation(tip(words), later({ ...words, receivedAt: at(90) }))).toBe("unrelated");
  });

  it("in the words of one form about two consignments are two matters", () => {
    const form = { sketch: sketch(50), named: ["container"] as const };
    expect(relation(tip(form), later(form))).toBe("unrelated");
    expect(relation(tip(form), later({ ...form, named: ["awb"] }))).toBe("unrelated");
    expect(relation(tip(form), later(form), shares("container"))).toBe("echo");
    expect(relation(tip(form), later({ ...form, named: [] }))).toBe("echo");
  });

  it("from one channel in one language within minutes are the same reporter again", () => {
    const again = tip({ receivedAt: at(12) });
    expect(classifyPair(tip(), again, shares("handle"))).toMatchObject({
      relation: "echo",
      why: ["same_burst", "same_handle"],
    });
    expect(relation(tip(), tip({ receivedAt: at(12), lang: "vi" }), shares("handle"))).toBe("independent");
    expect(relation(tip(), tip({ receivedAt: at(45) }), shares("handle"))).toBe("independent");
  });

  it("are judged the same whichever comes first", () => {
    const a = tip({ eta: "2026-11-21", categories: ["gold"], sketch: sketch(20) });
    const b = later({ eta: "2026-11-21", region: "kobe", sketch: sketch(20) });
    const shared = shares("vessel_name", { how: "sounds_like" });
    expect(classifyPair(a, b, shared)).toEqual(classifyPair(b, a, shared));
  });
});
