import type { Region } from "../triage/verdict.ts";
import { prefectures } from "./gazetteer/prefectures.ts";

const byPrefecture = new Map(prefectures.map(({ id, region }) => [id, region]));

/**
 * The parts of four prefectures that another Customs looks after than the rest. Municipalities by their kanji without
 * suffix; the districts (郡) named in the rule are spelled out as the towns that lie in them.
 */
const exceptions: Readonly<Record<string, { region: Region; municipalities: readonly string[] }>> = {
  chiba: { region: "tokyo", municipalities: ["成田", "多古", "芝山", "原木"] },
  fukuoka: {
    region: "nagasaki",
    municipalities: [
      "大牟田",
      "久留米",
      "柳川",
      "八女",
      "筑後",
      "大川",
      "小郡",
      "うきは",
      "みやま",
      "大刀洗",
      "大木",
      "広川",
    ],
  },
  saga: { region: "moji", municipalities: ["唐津", "伊万里", "玄海", "有田"] },
  nagasaki: { region: "moji", municipalities: ["対馬", "壱岐"] },
};

/**
 * The Customs that looks after a prefecture (or the larger part of it), e.g. `"mie"` → `"nagoya"`. Null for a name
 * that is no prefecture. Names are romaji without macrons, lower case.
 */
export function regionOfPrefecture(prefecture: string): Region | null {
  return byPrefecture.get(prefecture) ?? null;
}

/**
 * The Customs that looks after one municipality, by its kanji without 市・区・町・村, e.g. `("成田", "chiba")` →
 * `"tokyo"`, `("千葉", "chiba")` → `"yokohama"`. Null for an unknown prefecture.
 */
export function regionOfMunicipality(name: string, prefecture: string): Region | null {
  const exception = exceptions[prefecture];
  if (exception?.municipalities.includes(name)) return exception.region;
  return regionOfPrefecture(prefecture);
}
