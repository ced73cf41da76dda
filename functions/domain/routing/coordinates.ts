import type { Region } from "../triage/verdict.ts";
import { regionOfMunicipality } from "./regions.ts";

/**
 * Points on Japan's coasts and islands, `prefecture lat lon [municipality]`, dense where the seas of two Customs meet; and
 * points of the neighbours (`-`), so that their waters are not taken for ours. By hand from public maps, to 0.1 degree.
 */
const points = `
hokkaido 45.4 141.7|hokkaido 45.2 141.2|hokkaido 44.4 143.4|hokkaido 44.0 145.2|hokkaido 43.3 145.6|hokkaido 43.0 144.4|hokkaido 42.3 143.3
hokkaido 42.6 141.6|hokkaido 41.8 140.7|hokkaido 42.1 139.5|hokkaido 43.2 141.0|hokkaido 43.9 141.6|hokkaido 43.1 141.4|hokkaido 43.8 142.4|hokkaido 41.9 143.2
aomori 41.5 140.9|aomori 40.8 140.7|aomori 40.5 141.5|aomori 40.7 139.9|iwate 39.6 142.0|iwate 39.0 141.7|iwate 39.7 141.2|iwate 40.2 141.8
akita 39.7 140.1|akita 39.9 139.7|akita 40.2 140.0|yamagata 38.9 139.8|yamagata 39.2 139.5|yamagata 38.3 140.3|miyagi 38.3 141.0|miyagi 38.4 141.5|miyagi 38.9 141.6
fukushima 37.0 141.0|fukushima 37.8 141.0|fukushima 37.4 140.4|ibaraki 36.3 140.6|ibaraki 35.9 140.7|ibaraki 36.8 140.8|tochigi 36.6 139.9|gunma 36.4 139.1|saitama 35.9 139.5
chiba 35.7 140.9|chiba 35.1 140.1|chiba 34.9 139.9|chiba 35.6 140.1|chiba 35.8 140.3 成田|chiba 35.4 140.4|tokyo 35.6 139.8|tokyo 34.7 139.4|tokyo 34.1 139.5|tokyo 33.1 139.8
tokyo 27.1 142.2|tokyo 24.3 154.0|tokyo 24.8 141.3|tokyo 30.5 140.3|tokyo 20.4 136.1|tokyo 32.5 139.8|kanagawa 35.4 139.6|kanagawa 35.1 139.6|kanagawa 35.2 139.1
niigata 37.9 139.0|niigata 38.1 138.4|niigata 37.1 138.2|niigata 38.4 139.4|toyama 36.8 137.2|ishikawa 37.5 137.3|ishikawa 36.6 136.6|ishikawa 37.4 136.7|ishikawa 37.9 136.9|fukui 36.2 136.1|fukui 35.6 135.8|fukui 35.7 136.1
yamanashi 35.7 138.6|nagano 36.6 138.2|nagano 35.9 137.9|gifu 35.4 136.8|gifu 36.1 137.3|shizuoka 34.6 138.2|shizuoka 34.6 138.8|shizuoka 35.0 138.5|shizuoka 34.7 137.7|shizuoka 35.0 139.1
aichi 34.6 137.1|aichi 35.0 136.9|aichi 34.8 137.4|mie 34.3 136.9|mie 34.9 136.6|mie 33.9 136.2|shiga 35.2 136.1|kyoto 35.7 135.3|kyoto 35.0 135.8|kyoto 35.8 135.1|osaka 34.6 135.4|osaka 34.3 135.2
hyogo 34.7 135.2|hyogo 35.7 134.6|hyogo 34.3 134.8|hyogo 34.8 134.6|nara 34.5 135.9|wakayama 33.5 135.8|wakayama 34.2 135.1|wakayama 33.7 135.4|tottori 35.5 134.2|tottori 35.5 133.4
shimane 36.2 133.2|shimane 37.2 131.9|shimane 35.5 133.0|shimane 34.9 132.1|shimane 34.7 131.8|okayama 34.5 133.8|hiroshima 34.3 132.4|hiroshima 34.4 133.2|yamaguchi 34.0 131.8|yamaguchi 34.4 131.2|yamaguchi 34.4 130.9|yamaguchi 34.8 131.1|yamaguchi 33.9 132.3
tokushima 34.0 134.6|tokushima 33.6 134.4|kagawa 34.4 134.0|kagawa 34.5 134.3|ehime 33.9 132.7|ehime 33.4 132.1|ehime 33.2 132.5|ehime 34.2 133.0|kochi 33.3 134.2|kochi 33.5 133.6|kochi 32.8 132.9|kochi 32.7 132.6
fukuoka 33.7 130.4|fukuoka 33.9 130.9|fukuoka 34.2 130.1|fukuoka 33.0 130.4 大牟田|fukuoka 33.6 131.0|saga 33.6 129.9 唐津|saga 33.2 130.3|nagasaki 34.6 129.4 対馬|nagasaki 34.1 129.2 対馬|nagasaki 33.8 129.7 壱岐
nagasaki 32.7 129.8|nagasaki 33.2 129.6|nagasaki 32.7 128.8|nagasaki 33.0 129.1|nagasaki 32.0 128.4|nagasaki 32.7 130.3|kumamoto 32.8 130.6|kumamoto 32.4 130.0|kumamoto 32.2 130.4
oita 33.3 131.7|oita 33.0 132.0|oita 33.7 131.6|miyazaki 31.9 131.5|miyazaki 32.6 131.7|miyazaki 31.5 131.4|kagoshima 31.6 130.6|kagoshima 31.2 130.3|kagoshima 31.4 131.1|kagoshima 30.4 130.9|kagoshima 28.4 129.5|kagoshima 27.4 128.6|kagoshima 29.6 129.7|kagoshima 31.7 129.8|kagoshima 27.8 128.9
okinawa 26.2 127.7|okinawa 26.8 128.2|okinawa 24.4 124.2|okinawa 24.8 125.3|okinawa 24.5 123.0|okinawa 25.8 131.2|okinawa 25.7 123.5|okinawa 26.3 126.8
- 35.1 129.1|- 34.8 128.6|- 35.5 129.4|- 33.4 126.5|- 37.5 130.9|- 37.7 129.0|- 34.5 127.5|- 43.1 131.9|- 42.8 133.0|- 46.6 142.8|- 46.0 142.0|- 45.5 147.9|- 44.0 146.0|- 25.1 121.7|- 24.0 121.6|- 25.0 121.5|- 31.2 122.0|- 28.0 121.5|- 30.0 122.3|- 47.0 139.0|- 45.0 136.0|- 41.0 130.0|- 39.2 127.5|- 13.5 144.8|- 15.2 145.7|- 18.5 121.0|- 20.5 122.0|- 53.0 158.6|- 50.0 155.5`
  .trim()
  .split(/[|\n]/)
  .map((line) => {
    const [prefecture = "", lat = "", lon = "", municipality = ""] = line.split(" ");
    return { prefecture, lat: Number(lat), lon: Number(lon), municipality };
  });

/** About the width of Japan's exclusive economic zone, in kilometres. */
const FARTHEST = 390;

/** Great-circle distance in kilometres. */
function distance(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, a)));
}

/**
 * The Customs (and prefecture) nearest to a position in decimal degrees, for tips that name no place, e.g. `(34.67, 129.52)` →
 * Tsushima: `{ prefecture: "nagasaki", region: "moji" }`. Null outside Japan's land and waters, as far as nearest points
 * tell, and for what is no position.
 */
export function placeOfCoordinates(lat: number, lon: number): { prefecture: string; region: Region } | null {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  let nearest: (typeof points)[number] | null = null;
  let least = FARTHEST;
  for (const point of points) {
    const far = distance(lat, lon, point.lat, point.lon);
    if (far < least) {
      least = far;
      nearest = point;
    }
  }
  if (nearest === null || nearest.prefecture === "-") return null;
  const region = regionOfMunicipality(nearest.municipality, nearest.prefecture);
  return region === null ? null : { prefecture: nearest.prefecture, region };
}

/** The Customs nearest to a position; null outside Japan's waters. */
export function regionOfCoordinates(lat: number, lon: number): Region | null {
  return placeOfCoordinates(lat, lon)?.region ?? null;
}
