/**
 * The 47 prefectures: JIS X 0401 order, with the regional Customs of each (Customs Act enforcement order, annexed
 * table, as summed up in the office's own guide; the split prefectures carry the office of their larger part and
 * `regions.ts` holds the exceptions). Readings and names: public facts (Ministry of Internal Affairs code list).
 */
import type { Region } from "../../triage/verdict.ts";

export type Prefecture = {
  id: string;
  kanji: string;
  suffix: "道" | "都" | "府" | "県";
  kana: string;
  region: Region;
};

const rows = `
hokkaido 北海 道 ほっかい hakodate|aomori 青森 県 あおもり hakodate|iwate 岩手 県 いわて hakodate|miyagi 宮城 県 みやぎ yokohama
akita 秋田 県 あきた hakodate|yamagata 山形 県 やまがた tokyo|fukushima 福島 県 ふくしま yokohama|ibaraki 茨城 県 いばらき yokohama
tochigi 栃木 県 とちぎ yokohama|gunma 群馬 県 ぐんま tokyo|saitama 埼玉 県 さいたま tokyo|chiba 千葉 県 ちば yokohama
tokyo 東京 都 とうきょう tokyo|kanagawa 神奈川 県 かながわ yokohama|niigata 新潟 県 にいがた tokyo|toyama 富山 県 とやま osaka
ishikawa 石川 県 いしかわ osaka|fukui 福井 県 ふくい osaka|yamanashi 山梨 県 やまなし tokyo|nagano 長野 県 ながの nagoya
gifu 岐阜 県 ぎふ nagoya|shizuoka 静岡 県 しずおか nagoya|aichi 愛知 県 あいち nagoya|mie 三重 県 みえ nagoya
shiga 滋賀 県 しが osaka|kyoto 京都 府 きょうと osaka|osaka 大阪 府 おおさか osaka|hyogo 兵庫 県 ひょうご kobe
nara 奈良 県 なら osaka|wakayama 和歌山 県 わかやま osaka|tottori 鳥取 県 とっとり kobe|shimane 島根 県 しまね kobe
okayama 岡山 県 おかやま kobe|hiroshima 広島 県 ひろしま kobe|yamaguchi 山口 県 やまぐち moji|tokushima 徳島 県 とくしま kobe
kagawa 香川 県 かがわ kobe|ehime 愛媛 県 えひめ kobe|kochi 高知 県 こうち kobe|fukuoka 福岡 県 ふくおか moji
saga 佐賀 県 さが nagasaki|nagasaki 長崎 県 ながさき nagasaki|kumamoto 熊本 県 くまもと nagasaki|oita 大分 県 おおいた moji
miyazaki 宮崎 県 みやざき moji|kagoshima 鹿児島 県 かごしま nagasaki|okinawa 沖縄 県 おきなわ okinawa`;

export const prefectures: readonly Prefecture[] = rows
  .split(/[|\n]/)
  .filter((row) => row !== "")
  .map((row) => {
    const [id = "", kanji = "", suffix = "", kana = "", region = ""] = row.split(" ");
    return { id, kanji, suffix, kana, region } as Prefecture;
  });
