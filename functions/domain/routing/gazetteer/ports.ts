/**
 * Sea ports of Japan: the open ports (開港, Customs Act enforcement order, annexed table 1) and the larger others, with
 * the UN/LOCODE where one exists (UNECE code list). One line: `code English kanji kana prefecture`; `-` for no code.
 * A port that shares its name with a city needs a word for "port", or ships nearby, to be meant (see `find-places.ts`).
 */
export const ports = `
JPMBE Mombetsu 紋別 もんべつ hokkaido
JPABA Abashiri 網走 あばしり hokkaido
JPNEM Nemuro 根室 ねむろ hokkaido
JPKUH Kushiro 釧路 くしろ hokkaido
JPTOK Tokachi 十勝 とかち hokkaido
JPTMK Tomakomai 苫小牧 とまこまい hokkaido
JPMUR Muroran 室蘭 むろらん hokkaido
JPHKD Hakodate 函館 はこだて hokkaido
JPOTR Otaru 小樽 おたる hokkaido
JPISI Ishikari 石狩 いしかり hokkaido
JPISI Ishikari 石狩湾新 いしかりわんしん hokkaido
JPRMI Rumoi 留萌 るもい hokkaido
JPWKJ Wakkanai 稚内 わっかない hokkaido
JPAOJ Aomori 青森 あおもり aomori
JPHHE Hachinohe 八戸 はちのへ aomori
JPMYK Miyako 宮古 みやこ iwate
JPKIS Kamaishi 釜石 かまいし iwate
JPOFT Ofunato 大船渡 おおふなと iwate
JPKSN Kesennuma 気仙沼 けせんぬま miyagi
JPISM Ishinomaki 石巻 いしのまき miyagi
JPSDJ Sendai 仙台 せんだい miyagi
JPSDJ Sendai 仙台塩釜 せんだいしおがま miyagi
JPSGM Shiogama 塩釜 しおがま miyagi
JPAXT Akita 秋田 あきた akita
JPAXT Akita 秋田船川 あきたふながわ akita
JPNSR Noshiro 能代 のしろ akita
JPSKT Sakata 酒田 さかた yamagata
JPSMA Soma 相馬 そうま fukushima
JPONA Onahama 小名浜 おなはま fukushima
JPHTC Hitachi 日立 ひたち ibaraki
JPHIC Hitachinaka 常陸那珂 ひたちなか ibaraki
JPHIC Hitachinaka ひたちなか ひたちなか ibaraki
JPKSM Kashima 鹿島 かしま ibaraki
JPKZU Kisarazu 木更津 きさらづ chiba
JPSDU Sodegaura 袖ケ浦 そでがうら chiba
JPCHB Chiba 千葉 ちば chiba
JPTYO Tokyo 東京 とうきょう tokyo
JPKWS Kawasaki 川崎 かわさき kanagawa
JPYOK Yokohama 横浜 よこはま kanagawa
JPYOS Yokosuka 横須賀 よこすか kanagawa
JPNAO Naoetsu 直江津 なおえつ niigata
JPKIJ Niigata 新潟 にいがた niigata
JPKIJ Niigata 新潟東 にいがたひがし niigata
JPKIJ Niigata 新潟西 にいがたにし niigata
JPRYO Ryotsu 両津 りょうつ niigata
JPFSK Fushiki 伏木 ふしき toyama
JPFSK Fushiki 伏木富山 ふしきとやま toyama
JPTOY Toyama 富山 とやま toyama
JPTOS Toyamashinko 富山新 とやましん toyama
JPNNO Nanao 七尾 ななお ishikawa
JPKNZ Kanazawa 金沢 かなざわ ishikawa
JPTRG Tsuruga 敦賀 つるが fukui
JPFKI Fukui 福井 ふくい fukui
JPTGO Tagonoura 田子の浦 たごのうら shizuoka
JPTGO Tagonoura 田子ノ浦 たごのうら shizuoka
JPSMZ Shimizu 清水 しみず shizuoka
JPYZU Yaizu 焼津 やいづ shizuoka
JPOMZ Omaezaki 御前崎 おまえざき shizuoka
JPTHS Toyohashi 豊橋 とよはし aichi
JPTHS Toyohashi 三河 みかわ aichi
JPGAM Gamagori 蒲郡 がまごおり aichi
JPKNU Kinuura 衣浦 きぬうら aichi
JPNGO Nagoya 名古屋 なごや aichi
JPYKK Yokkaichi 四日市 よっかいち mie
JPOWA Owase 尾鷲 おわせ mie
- Tsu 津 つ mie
JPMAI Maizuru 舞鶴 まいづる kyoto
JPMIY Miyazu 宮津 みやづ kyoto
JPOSA Osaka 大阪 おおさか osaka
JPOSA Osaka 阪南 はんなん osaka
JPSAK Sakai 堺 さかい osaka
JPSBK Semboku 堺泉北 さかいせんぼく osaka
- Kishiwada 岸和田 きしわだ osaka
JPAMA Amagasaki 尼崎 あまがさき hyogo
JPUKB Kobe 神戸 こうべ hyogo
JPNMY Nishinomiya 西宮 にしのみや hyogo
JPHHR Higashiharima 東播磨 ひがしはりま hyogo
JPKGA Kakogawa 加古川 かこがわ hyogo
JPSKM Shikama 飾磨 しかま hyogo
JPHIM Himeji 姫路 ひめじ hyogo
JPAIO Aioi 相生 あいおい hyogo
JPWAK Wakayama 和歌山 わかやま wakayama
JPWAK Wakayama 和歌山下津 わかやましもつ wakayama
- Tanabe 田辺 たなべ wakayama
JPSHN Shingu 新宮 しんぐう wakayama
JPSMN Sakaiminato 境港 さかいみなと tottori
JPSMN Sakaiminato 境 さかい tottori
JPTTJ Tottori 鳥取 とっとり tottori
JPHMD Hamada 浜田 はまだ shimane
JPMSD Masuda 益田 ますだ shimane
JPUNO Uno 宇野 うの okayama
JPMIZ Mizushima 水島 みずしま okayama
JPHIB Hibi 日比 ひび okayama
JPFKY Fukuyama 福山 ふくやま hiroshima
JPONO Onomichi 尾道 おのみち hiroshima
JPONO Onomichi 尾道糸崎 おのみちいとざき hiroshima
JPKRE Kure 呉 くれ hiroshima
JPHIJ Hiroshima 広島 ひろしま hiroshima
JPOTK Otake 大竹 おおたけ hiroshima
JPIWK Iwakuni 岩国 いわくに yamaguchi
- Hirao 平生 ひらお yamaguchi
JPTKY Tokuyama 徳山 とくやま yamaguchi
JPTKY Tokuyama 徳山下松 とくやまくだまつ yamaguchi
JPNAN Nakanoseki 三田尻中関 みたじりなかのせき yamaguchi
JPNAN Nakanoseki 防府 ほうふ yamaguchi
JPUBJ Ube 宇部 うべ yamaguchi
- Onoda 小野田 おのだ yamaguchi
JPHAG Hagi 萩 はぎ yamaguchi
JPSHS Shimonoseki 下関 しものせき yamaguchi
JPTKS Tokushima 徳島 とくしま tokushima
JPTKS Tokushima 徳島小松島 とくしまこまつしま tokushima
- Komatsushima 小松島 こまつしま tokushima
- Anan 阿南 あなん tokushima
JPTAK Takamatsu 高松 たかまつ kagawa
JPSKD Sakaide 坂出 さかいで kagawa
JPNAS Naoshima 直島 なおしま kagawa
- Marugame 丸亀 まるがめ kagawa
JPMYJ Matsuyama 松山 まつやま ehime
JPIMB Imabari 今治 いまばり ehime
JPIHA Niihama 新居浜 にいはま ehime
JPIYM Iyomishima 三島川之江 みしまかわのえ ehime
- Uwajima 宇和島 うわじま ehime
JPKCZ Kochi 高知 こうち kochi
JPKCZ Kochi 高知新 こうちしん kochi
JPSUZ Susaki 須崎 すさき kochi
JPKKJ Kitakyushu 北九州 きたきゅうしゅう fukuoka
JPMOJ Moji 門司 もじ fukuoka
JPMOJ Moji 新門司 しんもじ fukuoka
JPTBT Tobata 戸畑 とばた fukuoka
JPKOK Kokura 小倉 こくら fukuoka
JPWAM Wakamatsu 若松 わかまつ fukuoka
JPYWT Yawata 八幡 やはた fukuoka
JPKKJ Kitakyushu 響灘 ひびきなだ fukuoka
JPKND Kanda 苅田 かんだ fukuoka
JPHKT Hakata 博多 はかた fukuoka
JPHKT Hakata 福岡 ふくおか fukuoka
JPMII Miike 三池 みいけ fukuoka
JPKAR Karatsu 唐津 からつ saga
JPIMI Imari 伊万里 いまり saga
JPNGS Nagasaki 長崎 ながさき nagasaki
JPSSB Sasebo 佐世保 させぼ nagasaki
- Matsuura 松浦 まつうら nagasaki
JPIZH Izuhara 厳原 いづはら nagasaki
JPHTK Hitakatsu 比田勝 ひたかつ nagasaki
- Gonoura 郷ノ浦 ごうのうら nagasaki
JPMIS Misumi 三角 みすみ kumamoto
JPMIN Minamata 水俣 みなまた kumamoto
JPYAT Yatsushiro 八代 やつしろ kumamoto
JPKMJ Kumamoto 熊本 くまもと kumamoto
JPOIT Oita 大分 おおいた oita
JPBPU Beppu 別府 べっぷ oita
JPSAE Saiki 佐伯 さいき oita
JPSAG Saganoseki 佐賀関 さがのせき oita
JPTMI Tsukumi 津久見 つくみ oita
JPHSM Hososhima 細島 ほそしま miyazaki
JPABU Aburatsu 油津 あぶらつ miyazaki
JPKMI Miyazaki 宮崎 みやざき miyazaki
- Nobeoka 延岡 のべおか miyazaki
JPKOJ Kagoshima 鹿児島 かごしま kagoshima
JPSBS Shibushi 志布志 しぶし kagoshima
JPKII Kiire 喜入 きいれ kagoshima
JPSEN Sendai 川内 せんだい kagoshima
- Makurazaki 枕崎 まくらざき kagoshima
- Naze 名瀬 なぜ kagoshima
JPNAH Naha 那覇 なは okinawa
JPNAH Naha 那覇新 なはしん okinawa
JPISG Ishigaki 石垣 いしがき okinawa
JPHRR Hirara 平良 ひらら okinawa
JPKIN Kin 金武湾 きんわん okinawa
JPNGU Nakagusuku 中城 なかぐすく okinawa
JPNGU Nakagusuku 中城湾 なかぐすくわん okinawa
JPUNT Unten 運天 うんてん okinawa`;

/** Wharves, terminals and artificial islands, by the port they belong to: `code kanji kana prefecture`. */
export const terminals = `
JPYOK 大黒 だいこく kanagawa
JPYOK 本牧 ほんもく kanagawa
JPYOK 南本牧 みなみほんもく kanagawa
JPYOK 山下ふ頭 やましたふとう kanagawa
JPYOK 大さん橋 おおさんばし kanagawa
JPYOK 大桟橋 おおさんばし kanagawa
JPKWS 東扇島 ひがしおうぎしま kanagawa
JPTYO 大井ふ頭 おおいふとう tokyo
JPTYO 青海ふ頭 あおみふとう tokyo
JPTYO 品川ふ頭 しながわふとう tokyo
JPTYO 芝浦ふ頭 しばうらふとう tokyo
JPTYO 有明ふ頭 ありあけふとう tokyo
JPTYO 若洲 わかす tokyo
JPTYO 中央防波堤 ちゅうおうぼうはてい tokyo
JPNGO 飛島ふ頭 とびしまふとう aichi
JPNGO 鍋田ふ頭 なべたふとう aichi
JPNGO 金城ふ頭 きんじょうふとう aichi
JPOSA 夢洲 ゆめしま osaka
JPOSA 咲洲 さきしま osaka
JPOSA 舞洲 まいしま osaka
JPOSA 大阪南 おおさかみなみ osaka
JPOSA 南港 なんこう osaka
JPUKB 六甲アイランド ろっこうあいらんど hyogo
JPUKB ポートアイランド ぽーとあいらんど hyogo
JPUKB 摩耶ふ頭 まやふとう hyogo
JPHKT アイランドシティ あいらんどしてぃ fukuoka
JPHKT 香椎パークポート かしいぱーくぽーと fukuoka
JPHKT 箱崎ふ頭 はこざきふとう fukuoka
JPHKT 中央ふ頭 ちゅうおうふとう fukuoka
JPMOJ 太刀浦 たちのうら fukuoka
JPSMZ 興津ふ頭 おきつふとう shizuoka
JPSMZ 新興津 しんおきつ shizuoka
JPSDJ 高砂ふ頭 たかさごふとう miyagi
JPYKK 霞ヶ浦ふ頭 かすみがうらふとう mie`;
