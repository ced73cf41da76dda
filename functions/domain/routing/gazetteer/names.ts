import type { Region } from "../../triage/verdict.ts";
import type { PlaceKind } from "../place-mention.ts";
import { regionOfMunicipality, regionOfPrefecture } from "../regions.ts";
import { capitalised, toLatin } from "../spelling/latin.ts";
import { airports } from "./airports.ts";
import { districts } from "./districts.ts";
import { fishingPorts } from "./fishing-ports.ts";
import { municipalities } from "./municipalities.ts";
import { ports, terminals } from "./ports.ts";
import { prefectures } from "./prefectures.ts";

/** One thing a name may stand for. */
export type Entity = {
  kind: Exclude<PlaceKind, "foreign">;
  english: string;
  prefecture: string;
  region: Region | null;
  /** UN/LOCODE of a port or airport. */
  code: string | null;
  /** The bare name means this airport unless the town is spoken of (Narita). */
  hub?: boolean;
  /** The airport or port goes by another name than this one (Osaka, of Kansai): only a word for "airport" means it. */
  alias?: boolean;
};

/**
 * A name with all it may stand for. Rank 0: prefectures, ports of entry, airports, great cities; 1: the other cities, the
 * wards of Tokyo and well-known districts; 2: towns, villages, other wards. The higher the number, the more support it needs.
 */
export type PlaceName = {
  kanji: string;
  kana: string;
  rank: 0 | 1 | 2;
  entities: Entity[];
  /** The form with its suffix (千葉県, 大田区) and which entity it means. */
  full: { form: string; entity: Entity }[];
  /** The name by itself means the port or airport (関空, 大黒ふ頭). */
  named: boolean;
};

const greatCities = new Set(
  "札幌 仙台 さいたま 千葉 横浜 川崎 相模原 新潟 静岡 浜松 名古屋 京都 大阪 堺 神戸 岡山 広島 北九州 福岡 熊本 新宿 渋谷 池袋 新大久保 上野 秋葉原 銀座 六本木 歌舞伎町 豊田 豊橋 川口 東大阪 太田 大泉 船橋 八王子 門真 西成 生野 難波 博多 小倉 対馬 宮古島 石垣 稚内 根室 花咲 つくば 西川口 姫路 松戸 市川 尼崎 四日市 鈴鹿 小牧 岡崎 一宮 春日井 宇都宮 前橋 高崎 伊勢崎 所沢 越谷 大宮 浦和 町田 藤沢 厚木 横須賀 成田 羽田 関西 中部 高田馬場 白馬 ニセコ 軽井沢 箱根 倶知安 富良野 湯沢 野沢温泉 愛川 大洗 鉾田 常総 坂東 別府 奄美 那覇 糸満 与那国 久米島".split(
    " ",
  ),
);

const hubs: ReadonlySet<string> = new Set(["Narita", "Haneda", "Kansai", "Chubu", "Chitose"]);

/** Ports that sound like a far better known one: only their own characters mean them. */
const lesser: ReadonlySet<string> = new Set(["川内", "苅田", "若松", "境"]);

/** The municipality of a port that bears another name, where that decides between two Customs. */
const portTowns: Readonly<Record<string, string>> = {
  厳原: "対馬",
  比田勝: "対馬",
  郷ノ浦: "壱岐",
  三池: "大牟田",
};

function lines(data: string): string[][] {
  return data
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}

function collect(): PlaceName[] {
  const names = new Map<string, PlaceName>();
  const nameFor = (kanji: string, kana: string, rank: 0 | 1 | 2): PlaceName => {
    const key = `${kanji}|${kana}`;
    let name = names.get(key);
    if (name === undefined) {
      name = { kanji, kana, rank, entities: [], full: [], named: false };
      names.set(key, name);
    }
    name.rank = Math.min(name.rank, greatCities.has(kanji) ? 0 : rank) as 0 | 1 | 2;
    return name;
  };

  for (const { id, kanji, kana, suffix, region } of prefectures) {
    const isHokkaido = suffix === "道";
    const name = isHokkaido ? nameFor("北海道", "ほっかいどう", 0) : nameFor(kanji, kana, 0);
    const entity: Entity = {
      kind: "prefecture",
      english: capitalised(id),
      prefecture: id,
      region,
      code: null,
    };
    name.entities.push(entity);
    if (!isHokkaido) name.full.push({ form: kanji + suffix, entity });
  }
  for (const [prefecture = "", suffix = "", ...items] of lines(municipalities)) {
    for (const item of items) {
      const [written = "", kana = ""] = item.split(":");
      const [city, ward] = written.includes("/") ? written.split("/") : [written, undefined];
      const kanji = ward ?? city ?? "";
      const isTokyoWard = suffix === "区" && ward === undefined;
      const kind = suffix === "市" ? "city" : suffix === "区" ? "ward" : "town";
      const name = nameFor(kanji, kana, suffix === "市" || isTokyoWard ? 1 : 2);
      const region = regionOfMunicipality(ward === undefined ? kanji : (city ?? ""), prefecture);
      const entity: Entity = { kind, english: capitalised(toLatin(kana)), prefecture, region, code: null };
      name.entities.push(entity);
      name.full.push({ form: kanji + suffix, entity });
      if (ward !== undefined) name.full.push({ form: `${city}市${ward}区`, entity });
    }
  }
  for (const [prefecture = "", municipality = "", ...items] of lines(districts)) {
    for (const item of items) {
      const [kanji = "", kana = ""] = item.split(":");
      const region = regionOfMunicipality(municipality, prefecture);
      nameFor(kanji, kana, 1).entities.push({
        kind: "district",
        english: capitalised(toLatin(kana)),
        prefecture,
        region,
        code: null,
      });
    }
  }
  for (const [prefecture = "", municipality = "", ...items] of lines(fishingPorts)) {
    for (const item of items) {
      const [kanji = "", kana = ""] = item.split(":");
      const region = regionOfMunicipality(municipality, prefecture);
      nameFor(kanji, kana, 2).entities.push({
        kind: "fishing_port",
        english: capitalised(toLatin(kana)),
        prefecture,
        region,
        code: null,
      });
    }
  }
  for (const [code = "", english = "", kanji = "", kana = "", prefecture = ""] of lines(ports)) {
    const region = regionOfMunicipality(portTowns[kanji] ?? kanji, prefecture);
    nameFor(kanji, kana, code === "-" || lesser.has(kanji) ? 2 : 0).entities.push({
      kind: "port",
      english,
      prefecture,
      region,
      code: code === "-" ? null : code,
    });
  }
  for (const [code = "", kanji = "", kana = "", prefecture = ""] of lines(terminals)) {
    const port = [...names.values()]
      .flatMap(({ entities }) => entities)
      .find((entity) => entity.code === code);
    const name = nameFor(kanji, kana, 1);
    name.named = true;
    name.entities.push({
      kind: "port",
      english: port?.english ?? capitalised(toLatin(kana)),
      prefecture,
      region: regionOfPrefecture(prefecture),
      code,
    });
  }
  for (const [
    code = "",
    english = "",
    kanji = "",
    kana = "",
    prefecture = "",
    municipality = "",
    aliases = "",
  ] of lines(airports)) {
    const region = regionOfMunicipality(municipality, prefecture);
    const alias = english !== capitalised(toLatin(kana));
    const hub = hubs.has(english) && !alias;
    const entity: Entity = { kind: "airport", english, prefecture, region, code, hub, alias };
    nameFor(kanji, kana, 0).entities.push(entity);
    for (const alias of aliases === "-" ? [] : aliases.split("/")) {
      const name = nameFor(alias, "", 0);
      name.named = true;
      name.entities.push(entity);
    }
  }
  return [...names.values()];
}

/** Every name of the gazetteer, gathered once. */
export const placeNames: readonly PlaceName[] = collect();
