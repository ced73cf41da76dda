import { describe, expect, test } from "vitest";
import { placeOfCoordinates, regionOfCoordinates } from "../../../functions/domain/routing/coordinates.ts";
import { findPlaces } from "../../../functions/domain/routing/find-places.ts";
import { prefectures } from "../../../functions/domain/routing/gazetteer/prefectures.ts";
import { regionOfMunicipality, regionOfPrefecture } from "../../../functions/domain/routing/regions.ts";
import { routeTip } from "../../../functions/domain/routing/route.ts";

const region = (text: string) => routeTip(findPlaces(text), text).region;

describe("the nine Customs", () => {
  test("share all 47 prefectures as the office's table says", () => {
    const shares = Object.groupBy(prefectures, (prefecture) => prefecture.region);
    const table = Object.fromEntries(
      Object.entries(shares).map(([name, list]) => [name, list?.map(({ id }) => id).join(" ")]),
    );
    expect(table).toEqual({
      hakodate: "hokkaido aomori iwate akita",
      tokyo: "yamagata gunma saitama tokyo niigata yamanashi",
      yokohama: "miyagi fukushima ibaraki tochigi chiba kanagawa",
      nagoya: "nagano gifu shizuoka aichi mie",
      osaka: "toyama ishikawa fukui shiga kyoto osaka nara wakayama",
      kobe: "hyogo tottori shimane okayama hiroshima tokushima kagawa ehime kochi",
      moji: "yamaguchi fukuoka oita miyazaki",
      nagasaki: "saga nagasaki kumamoto kagoshima",
      okinawa: "okinawa",
    });
  });

  test.each([
    ["成田", "chiba", "tokyo"],
    ["多古", "chiba", "tokyo"],
    ["芝山", "chiba", "tokyo"],
    ["市川", "chiba", "yokohama"],
    ["銚子", "chiba", "yokohama"],
    ["大牟田", "fukuoka", "nagasaki"],
    ["久留米", "fukuoka", "nagasaki"],
    ["みやま", "fukuoka", "nagasaki"],
    ["大木", "fukuoka", "nagasaki"],
    ["飯塚", "fukuoka", "moji"],
    ["唐津", "saga", "moji"],
    ["伊万里", "saga", "moji"],
    ["玄海", "saga", "moji"],
    ["鳥栖", "saga", "nagasaki"],
    ["対馬", "nagasaki", "moji"],
    ["壱岐", "nagasaki", "moji"],
    ["佐世保", "nagasaki", "nagasaki"],
  ])("split %s in %s towards %s", (name, prefecture, expected) => {
    expect(regionOfMunicipality(name, prefecture)).toBe(expected);
  });

  test("know no prefecture that is none", () => {
    expect(regionOfPrefecture("atlantis")).toBeNull();
    expect(regionOfMunicipality("成田", "atlantis")).toBeNull();
  });

  test.each([
    ["千葉県成田市の倉庫に隠してある", "tokyo"],
    ["千葉県市川市原木の倉庫に隠してある", "tokyo"],
    ["市川市の倉庫に隠してある", "yokohama"],
    ["大牟田の倉庫にある", "nagasaki"],
    ["三池港に着く", "nagasaki"],
    ["厳原港に着く", "moji"],
    ["鳥栖の倉庫にある", "nagasaki"],
  ])("look after %s", (text, expected) => {
    expect(region(text)).toBe(expected);
  });
});

describe("several places", () => {
  test.each([
    ["横浜港に着いた荷物は、いま高崎の倉庫に保管されています", "tokyo"],
    ["札幌に住んでいます。船は下関港に着きます", "moji"],
    ["釜山から博多港に着く", "moji"],
    ["Moro em Hamamatsu. O navio chega no porto de Kobe", "kobe"],
    ["清水港ではなく大阪港に入る", "osaka"],
  ])("in %s leave the goods to %s", (text, expected) => {
    expect(region(text)).toBe(expected);
  });

  test("keep the ones that did not decide", () => {
    const routing = routeTip(findPlaces("釜山から博多港に着く"), "");
    expect(routing.chosen?.code).toBe("JPHKT");
    expect(routing.rest.map(({ name }) => name)).toEqual(["Busan"]);
  });

  test("a country abroad alone decides nothing", () => {
    expect(region("タイから日本に送るそうです")).toBeNull();
  });
});

describe("a position", () => {
  test.each([
    [34.6667, 129.5167, "moji"],
    [36.65, 133.15, "kobe"],
    [35.62, 139.8, "tokyo"],
    [26.2, 127.6, "okinawa"],
    [45.3, 141.8, "hakodate"],
    [33.9, 135.1, "osaka"],
    [24.45, 122.95, "okinawa"],
    [37.5, 138.5, "tokyo"],
    [32.6, 128.7, "nagasaki"],
  ])("at %d, %d is for %s", (lat, lon, expected) => {
    expect(regionOfCoordinates(lat, lon)).toBe(expected);
  });

  test.each([
    [35.1, 129.05],
    [25.1, 121.8],
    [0, 0],
    [51.5, 0],
    [43.1, 131.9],
    [Number.NaN, 139],
    [95, 139],
  ])("at %d, %d is not Japan's", (lat, lon) => {
    expect(placeOfCoordinates(lat, lon)).toBeNull();
  });
});
