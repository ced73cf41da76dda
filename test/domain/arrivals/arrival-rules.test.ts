import { describe, expect, it } from "vitest";
import type { Arrival } from "../../../functions/domain/arrivals/arrival.ts";
import { arrivalBand } from "../../../functions/domain/arrivals/arrival-clock.ts";
import {
  type ArrivalCandidate,
  chooseArrival,
  type ExpectingTip,
} from "../../../functions/domain/arrivals/choose-arrival.ts";
import { regionOfPort } from "../../../functions/domain/arrivals/port-region.ts";
import { settleKeys } from "../../../functions/domain/arrivals/settle-keys.ts";

const tip = (given: Partial<ExpectingTip> = {}): ExpectingTip => ({
  receivedAt: new Date("2026-11-20T12:00+09:00"),
  eta: null,
  urgency: "undated",
  region: null,
  placeCodes: [],
  ...given,
});
let count = 0;
const arrival = (due: string, given: Partial<ArrivalCandidate> = {}): ArrivalCandidate => {
  count += 1;
  return {
    arrivalId: `a${String(count).padStart(4, "0")}`,
    type: "container",
    how: "same",
    port: "JPYOK",
    scheduledOn: due.slice(0, 10),
    dueAt: new Date(`${due}+09:00`),
    ...given,
  };
};
const chosen = (told: Partial<ExpectingTip>, ...candidates: ArrivalCandidate[]) =>
  chooseArrival(tip(told), candidates)?.arrivalId ?? null;

describe("the arrival a tip means", () => {
  it("is a consignment's by its number alone, and none of long ago", () => {
    const due = arrival("2026-12-10T08:00");
    expect(chosen({}, due)).toBe(due.arrivalId);
    expect(chosen({}, arrival("2026-11-10T08:00"))).toBeNull();
  });

  it("is a ship's next call, or the one on the day told", () => {
    const ship = { type: "imo" } as const;
    const [past, next, later] = [
      arrival("2026-11-18T08:00", ship),
      arrival("2026-11-22T08:00", ship),
      arrival("2026-12-02T08:00", ship),
    ];
    expect(chosen({}, past, later, next)).toBe(next.arrivalId);
    expect(chosen({ eta: "2026-12-01" }, past, next, later)).toBe(later.arrivalId);
    expect(chosen({ eta: "2027-01-10" }, past, next, later)).toBeNull();
  });

  it("is the call at the port told, when a ship makes several", () => {
    const ship = { type: "imo" } as const;
    const [first, second] = [
      arrival("2026-11-21T08:00", ship),
      arrival("2026-11-22T20:00", { ...ship, port: "JPUKB" }),
    ];
    expect(chosen({ placeCodes: ["JPUKB"] }, first, second)).toBe(second.arrivalId);
    expect(chosen({ region: "kobe" }, first, second)).toBe(second.arrivalId);
    expect(chosen({}, first, second)).toBe(first.arrivalId);
  });

  it("is a flight's only on its day, also when it is late", () => {
    const flight = { type: "flight", port: "JPNRT" } as const;
    const [today, tomorrow] = [arrival("2026-11-20T18:30", flight), arrival("2026-11-21T18:30", flight)];
    expect(chosen({ eta: "2026-11-21" }, today, tomorrow)).toBe(tomorrow.arrivalId);
    expect(chosen({ eta: "2026-11-23" }, today, tomorrow)).toBeNull();
    expect(chosen({}, today, tomorrow)).toBeNull();
    expect(chosen({ urgency: "now" }, today, tomorrow)).toBe(today.arrivalId);
    const late = arrival("2026-11-22T01:30", { ...flight, scheduledOn: "2026-11-21" });
    expect(chosen({ eta: "2026-11-21" }, late)).toBe(late.arrivalId);
  });

  it("by a name's sound or a slip in the number needs the day or the port", () => {
    for (const given of [
      { type: "vessel_name", how: "sounds_like" },
      { type: "container", how: "one_slip" },
    ] as const) {
      const due = arrival("2026-11-22T08:00", given);
      expect(chosen({}, due), given.how).toBeNull();
      expect(chosen({ eta: "2026-11-21" }, due), given.how).toBe(due.arrivalId);
      expect(chosen({ region: "yokohama" }, due), given.how).toBe(due.arrivalId);
      expect(chosen({ eta: "2026-12-21" }, due), given.how).toBeNull();
    }
    const nearly = arrival("2026-11-22T08:00", { type: "vessel_name", how: "nearly" });
    expect(chosen({ eta: "2026-11-22" }, nearly)).toBeNull();
    expect(chosen({ eta: "2026-11-22", placeCodes: ["JPYOK"] }, nearly)).toBe(nearly.arrivalId);
  });

  it("is the exacter one of two", () => {
    const [ship, box] = [
      arrival("2026-11-21T08:00", { type: "vessel_name", how: "sounds_like" }),
      arrival("2026-11-22T08:00"),
    ];
    expect(chosen({ eta: "2026-11-21" }, ship, box)).toBe(box.arrivalId);
  });
});

describe("the clock", () => {
  const due = new Date("2026-11-21T06:00+09:00");
  const before = (hours: number) => new Date(due.getTime() - hours * 3_600_000);
  const band = (hours: number, given: Partial<Parameters<typeof arrivalBand>[0]> = {}) =>
    arrivalBand({ disposition: "actionable", dueAt: due, how: "same", ...given }, before(hours))?.band ??
    null;

  it("calls for today from three days before, for now from one, and until the goods are landed", () => {
    expect([100, 73, 72, 25, 24, 1, 0, -11, -13].map((hours) => band(hours))).toEqual([
      null,
      null,
      "B",
      "B",
      "A",
      "A",
      "A",
      "A",
      null,
    ]);
  });

  it("makes no A of rumour or of a number with a slip", () => {
    expect(band(2, { disposition: "information" })).toBe("B");
    expect(band(2, { how: "one_slip" })).toBe("B");
  });

  it("leaves alone what is not for Customs", () => {
    expect(band(2, { disposition: "not_customs" })).toBeNull();
    expect(band(2, { disposition: "abuse" })).toBeNull();
  });
});

describe("which arrival a row of a file is about", () => {
  const now = new Date("2026-11-20T12:00Z");
  const row = (dueAt: string, given: Partial<Arrival> = {}): Arrival => ({
    kind: "vessel",
    imo: "9074729",
    mmsi: null,
    name: null,
    localName: null,
    flight: null,
    container: null,
    awb: null,
    port: "JPYOK",
    scheduledOn: dueAt.slice(0, 10),
    dueAt: new Date(dueAt).toISOString(),
    cancelled: false,
    base: "ship",
    pin: null,
    ...given,
  });
  const known = (key: string, dueAt: string) => ({ base: "ship", key, dueAt: new Date(dueAt) });

  it("is the one named by its voyage", () => {
    expect(settleKeys([row("2027-01-01T00:00Z", { pin: "voyage 12E" })], [], now)).toEqual([
      "ship|voyage 12E",
    ]);
  });

  it("is the nearest within reach without one, each known one once", () => {
    const there = [known("a", "2026-11-22T00:00Z"), known("b", "2026-11-23T00:00Z")];
    const rows = [row("2026-11-22T20:00Z"), row("2026-11-23T00:00Z")];
    expect(settleKeys(rows, there, now)).toEqual(["a", "b"]);
  });

  it("is a new one when the known are far off or over", () => {
    const there = [known("a", "2026-11-19T00:00Z"), known("b", "2026-12-19T00:00Z")];
    expect(settleKeys([row("2026-11-21T00:00Z")], there, now)).toEqual(["ship|2026-11-21T00:00:00.000Z"]);
    expect(settleKeys([row("2026-11-21T00:00Z", { kind: "cargo" })], there, now)).toEqual(["a"]);
  });

  it("is never given a key that another arrival has", () => {
    const there = [known("ship|2026-11-21T00:00:00.000Z", "2026-12-19T00:00Z")];
    expect(settleKeys([row("2026-11-21T00:00Z")], there, now)).toEqual(["ship|2026-11-21T00:00:00.000Z|2"]);
  });
});

describe("a port", () => {
  it.each([
    ["JPYOK", "yokohama"],
    ["JPNRT", "tokyo"],
    ["JPKIX", "osaka"],
    ["JPSMN", "kobe"],
    ["JPHKT", "moji"],
    ["JPNAH", "okinawa"],
    ["KRPUS", null],
  ])("%s is looked after by %s", (code, region) => {
    expect(regionOfPort(code)).toBe(region);
  });
});
