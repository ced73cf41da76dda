/**
 * Place names that are also everyday words, family names or words of another language: they count only with support (an
 * administrative suffix, a word for "port", their prefecture nearby). Chosen by hand.
 */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const commonKanji = set(`
  中央 北 南 東 西 緑 旭 栄 光 津 関 泉 森 境 桜 港 燕 柏 萩 呉 堺 蕨 錦 里 伊達 下野 大和 日光 北斗 本宮 中間 日向 小林 池田 高島 三好 和泉 大野
  松本 松山 高松 清水 三浦 大島 小川 中野 大東 松原 高砂 本庄 若松 松浦 吉川 石岡 坂井 加藤 大村 長島 宇佐 宇野 石田 大崎 大森 大塚 金山 大正
  京橋 日本橋 大江 神田 赤坂 青山 青島 山川 鶴見 灘 長田 飛島 大社 西郷 由良 王子 木場 三国 宝島 橋本 元町 三角 境 宇治 黒崎 中部 三河 大原 金谷 錦
  三池 西 平生 南城 国東 新城 田原 村上 三条 中津 中川 水島 小倉 平良 中城 泊 青海 有明 南港 小野 山県 三沢 三原 高石 野田 上田 福島 石川 大黒
  新宮 白浜 島原 高浜 浜田 益田 須崎 竹原 飯塚 黒石 本部 大町 栗原 大館 飯山 東海 高山 青葉 若葉 美浜 花見川 宮前 麻生 保田 四方 天津 日比 川内 須磨 富士 佐伯 水俣 相生 香美 香南 出雲 八代 海南 田辺 湖西 湖南 守山 安城 知立`);

export const commonKana = set(`
  つ せき ひかり みえ なら さが しが ぎふ ちば みなと みどり あさひ さくら いず のと おき くれ さかい とば はぎ みなみ きた にし ひがし ちゅうおう さかえ にしき
  そうか かみ かもめ たいない こうとう こうか こうし いいだ ゆうき ほくと うるま あま みやま むつ いすみ おおだ おおた かしわ つしま いき さかえ にしん いわき こうなん
  きん うの ひび たはら ほた もり さと みさき いずみ みやこ しま ふじ あそ うき うと えな いが いせ かこ あかし はこだて`);

export const commonLatin = set(`
  kami kita minami higashi nishi naka chuo minato midori mine date kure gero ota ena ina ono nara mie saga tsu seki sado hikari iga ise toda oda ama koga gojo noda hino moji ube
  hagi kaga kasama kama sakura tome kuki kazo asahi soja usa aki suita sasa yame omura tara ito isa iki taki oga kai uki uto aso hita yasu goto taku ogi bando sano mito koda tone
  ube obama fuji mori izumi sakae nishiki shima uno kin sena kanda hama matsue ueno osaki omori kiso ohira minamata soma sakai hitachi toda ebina ota oita satte sanda kizu inami
  mima miki kama sendai tomi hanno chita chino tosa noto oki izu toba muko kato nanao nagai tosu miura hirado rokko meme akashi kakuda aioi saku saka ikeda kobayashi
  tanabe matsumoto shimizu yamada ishikawa yamaguchi miyazaki nagano naha inagi sumoto takasago hamada masuda susaki mikawa ako arida awa gose iyo oshu seto shiroi tama
  tamana tano unzen yao zama mihama ube omi date sayama misaki tokai kawachi nanto kaizu`);

export const commonHangul = set(`
  나라 시가 기후 사가 오다 이다 고지 가가 미에 지바 이세 사도 아키 구레 쓰 츠 오타 하기 세키 사카이 이키 아사히 사쿠라 미나미 히가시 니시 기타 키타 이즈 오키 고치 노다 도다 시마 아마 가미 이나 에나 미네 다테 이치 가이 아이 가와 니시 사사
  고가 코가 마쓰 오기 우사 우토 아소 가고 도바 이와 기사 시키 지노 치노 치타 지타 이나미 가시와 가마`);

/** Of these, the names that may count where they are written with a capital letter: prefectures and ports, but no foreign words. */
export const neverBareLatin = set("uno tsu kin ama aki ube sena date mine kami kita");

/** Words so common that not even a particle of place behind them makes them a place. */
export const ordinaryKanji = set(
  "中央 中間 大正 三角 本部 中部 東海 大社 本宮 青葉 若葉 高原 日向 大和 日光 北斗 宝島 南港 新地 大黒 有明",
);
