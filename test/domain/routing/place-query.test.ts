import { expect, test } from "vitest";
import { placeOfQuery } from "../../../functions/domain/routing/place-query.ts";

test.each([
  ["横浜港", "JPYOK"],
  ["横浜", "JPYOK"],
  [" Port of Yokohama ", "JPYOK"],
  ["cảng Yokohama", "JPYOK"],
  ["요코하마", "JPYOK"],
  ["یوکوهاما", "JPYOK"],
  ["jpyok", "JPYOK"],
  ["成田空港", "JPNRT"],
  ["นาริตะ", "JPNRT"],
])("a query that is a port's or airport's name in any language means it: %s", (query, code) => {
  expect(placeOfQuery(query)).toBe(code);
});

test.each(["横浜港の倉庫", "frozen fish Kobe", "神戸と横浜", "부산항", "シャブ", "CSQU3054383", "", "港"])(
  "a query that says more, or names no such place of Japan, means none: %s",
  (query) => {
    expect(placeOfQuery(query)).toBeNull();
  },
);
