/**
 * Airports of Japan: the customs airports (Customs Act enforcement order, annexed table) and the larger others, with their
 * UN/LOCODE (UNECE code list). One line: `code English kanji kana prefecture municipality aliases`; aliases (`/` between, `-` for none) name
 * the airport by themselves, the name needs a word for "airport" or a flight nearby where a city shares it.
 */
export const airports = `
JPNRT Narita 成田 なりた chiba 成田 成田国際空港/新東京国際空港/nrt
JPHND Haneda 羽田 はねだ tokyo 大田 東京国際空港/hnd
JPKIX Kansai 関西 かんさい osaka 泉佐野 関空/かんくう/関西国際空港/kix
JPKIX Kansai 大阪 おおさか osaka 泉佐野 -
JPHND Haneda 東京 とうきょう tokyo 大田 -
JPITM Itami 伊丹 いたみ hyogo 伊丹 大阪国際空港/大阪空港
JPUKB Kobe 神戸 こうべ hyogo 神戸 -
JPNGO Chubu 中部 ちゅうぶ aichi 常滑 セントレア/せんとれあ/centrair/中部国際空港
JPNGO Nagoya 名古屋 なごや aichi 名古屋 小牧空港/県営名古屋空港
JPFUK Fukuoka 福岡 ふくおか fukuoka 福岡 -
JPKKJ Kitakyushu 北九州 きたきゅうしゅう fukuoka 北九州 -
JPCTS Chitose 新千歳 しんちとせ hokkaido 千歳 -
JPCTS Chitose 千歳 ちとせ hokkaido 千歳 -
JPCTS Chitose 札幌 さっぽろ hokkaido 札幌 -
JPOKD Okadama 丘珠 おかだま hokkaido 札幌 -
JPHKD Hakodate 函館 はこだて hokkaido 函館 -
JPAKJ Asahikawa 旭川 あさひかわ hokkaido 旭川 -
JPKUH Kushiro 釧路 くしろ hokkaido 釧路 -
JPOBO Obihiro 帯広 おびひろ hokkaido 帯広 -
JPMMB Memanbetsu 女満別 めまんべつ hokkaido 大空 -
JPWKJ Wakkanai 稚内 わっかない hokkaido 稚内 -
JPAOJ Aomori 青森 あおもり aomori 青森 -
JPMSJ Misawa 三沢 みさわ aomori 三沢 -
JPHNA Hanamaki 花巻 はなまき iwate 花巻 -
JPHNA Hanamaki いわて花巻 いわてはなまき iwate 花巻 -
JPSDJ Sendai 仙台 せんだい miyagi 名取 -
JPAXT Akita 秋田 あきた akita 秋田 -
JPGAJ Yamagata 山形 やまがた yamagata 東根 -
JPSYO Shonai 庄内 しょうない yamagata 酒田 -
JPFKS Fukushima 福島 ふくしま fukushima 須賀川 -
JPIBR Ibaraki 茨城 いばらき ibaraki 小美玉 -
JPKIJ Niigata 新潟 にいがた niigata 新潟 -
JPTOY Toyama 富山 とやま toyama 富山 -
JPKMQ Komatsu 小松 こまつ ishikawa 小松 -
JPFSZ Shizuoka 静岡 しずおか shizuoka 牧之原 富士山静岡空港
JPMMJ Matsumoto 松本 まつもと nagano 松本 -
JPSHM Nanki-Shirahama 南紀白浜 なんきしらはま wakayama 白浜 -
JPTTJ Tottori 鳥取 とっとり tottori 鳥取 -
JPYGJ Yonago 米子 よなご tottori 境港 -
JPIZO Izumo 出雲 いずも shimane 出雲 -
JPOKJ Okayama 岡山 おかやま okayama 岡山 -
JPHIJ Hiroshima 広島 ひろしま hiroshima 三原 -
JPIWK Iwakuni 岩国 いわくに yamaguchi 岩国 -
JPUBJ Yamaguchi-Ube 山口宇部 やまぐちうべ yamaguchi 宇部 -
JPTKS Tokushima 徳島 とくしま tokushima 松茂 -
JPTAK Takamatsu 高松 たかまつ kagawa 高松 -
JPMYJ Matsuyama 松山 まつやま ehime 松山 -
JPKCZ Kochi 高知 こうち kochi 南国 -
JPHSG Saga 佐賀 さが saga 佐賀 -
JPNGS Nagasaki 長崎 ながさき nagasaki 大村 -
JPTSJ Tsushima 対馬 つしま nagasaki 対馬 -
JPKMJ Kumamoto 熊本 くまもと kumamoto 益城 -
JPOIT Oita 大分 おおいた oita 国東 -
JPKMI Miyazaki 宮崎 みやざき miyazaki 宮崎 -
JPKOJ Kagoshima 鹿児島 かごしま kagoshima 霧島 -
JPASJ Amami 奄美 あまみ kagoshima 奄美 -
JPOKA Naha 那覇 なは okinawa 那覇 -
JPOKA Naha 沖縄 おきなわ okinawa 那覇 -
JPISG Ishigaki 石垣 いしがき okinawa 石垣 -
JPSHI Shimojishima 下地島 しもじしま okinawa 宮古島 -
JPMMY Miyako 宮古 みやこ okinawa 宮古島 -`;
