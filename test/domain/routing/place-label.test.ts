import { expect, it } from "vitest";
import { placeLabel } from "../../../functions/domain/routing/place-label.ts";

it("names a port or an airport by its code, as what it is", () => {
  expect(placeLabel("JPYOK", "port")).toEqual({ ja: "横浜", en: "Yokohama" });
  expect(placeLabel("JPNGO", "port")).toEqual({ ja: "名古屋", en: "Nagoya" });
  expect(placeLabel("JPNGO", "airport")).toEqual({ ja: "中部", en: "Chubu" });
  expect(placeLabel("JPCTS", "airport")).toEqual({ ja: "新千歳", en: "Chitose" });
  expect(placeLabel("JPNRT", "port")).toBeNull();
  expect(placeLabel("-", "port")).toBeNull();
  expect(placeLabel("JPXXX", "airport")).toBeNull();
});
