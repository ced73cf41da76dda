/**
 * Countries and foreign ports and airports that tips name as origin or way station, in the languages of the line. By
 * hand. One line: English name (`_` for a blank), then its forms; Cyrillic ones by stem (a trailing `*` lets the word go on).
 */
export const foreign = `
China china trung_quốc kina китай китая китае китаю китаем จีน ประเทศจีน चीन တရုတ် တရုတ်ပြည် چین 中国 中國 중국 tsina tiongkok cina chinese จีนแดง ចិន хятад*
Hong_Kong hong_kong hongkong hồng_kông 香港 홍콩 ฮ่องกง हङकङ ဟောင်ကောင် هنگ_کنگ هنگکنگ гонконг* хонконг*
Taiwan taiwan đài_loan 台湾 台灣 臺灣 대만 타이완 ไต้หวัน ताइवान ထိုင်ဝမ် تایوان тайван* formosa
Korea korea south_korea hàn_quốc corea coréia coreia do_sul 韓国 韓國 韩国 한국 เกาหลี कोरिया ကိုရီးယား کره_جنوبی کره корея корею корее кореи солонгос*
North_Korea north_korea 北朝鮮 朝鮮 朝鲜 북한 bắc_triều_tiên corea_del_norte северная_корея кндр
Busan busan pusan 釜山 부산 ปูซาน पुसान ပူဆန် پوسان пусан*
Incheon incheon 仁川 인천 อินชอน инчхон*
Seoul seoul ソウル 首爾 首尔 서울 โซล ဆိုးလ် سئول сеул*
Philippines philippines pilipinas filipinas philippine pinas フィリピン 菲律宾 菲律賓 필리핀 ฟิลิปปินส์ फिलिपिन्स ဖိလစ်ပိုင် فیلیپین филиппин*
Manila manila マニラ 马尼拉 馬尼拉 마닐라 มะนิลา манил*
Cebu cebu セブ島 宿雾 宿霧 세부섬
Davao davao ダバオ
Vietnam vietnam viet_nam việt_nam viet_nam ベトナム 越南 베트남 เวียดนาม भियतनाम ဗီယက်နမ် ویتنام вьетнам*
Ho_Chi_Minh_City ho_chi_minh hồ_chí_minh sài_gòn saigon ホーチミン 胡志明 호찌민 โฮจิมินห์ хошимин*
Hanoi hanoi hà_nội ハノイ 河内 하노이 ฮานอย ханой
Haiphong haiphong hai_phong hải_phòng ハイフォン 海防
Thailand thailand thái_lan tailandia tailândia タイ タイ国 泰国 泰國 태국 เมืองไทย ประเทศไทย थाइल्याण्ड थाईल्याण्ड ထိုင်း ထိုင်းနိုင်ငံ تایلند таиланд* тайланд* thái
Bangkok bangkok バンコク 曼谷 방콕 กรุงเทพ บางกอก बैंकक ဘန်ကောက် بانکوک бангкок*
Laos laos lào ラオス 老挝 老撾 寮國 라오스 ลาว लाओस လာအို لائوس лаос*
Cambodia cambodia campuchia camboya camboja カンボジア 柬埔寨 캄보디아 กัมพูชา कम्बोडिया ကမ္ဘောဒီးယား کامبوج កម្ពុជា камбодж*
Myanmar myanmar burma birmania mianmá ミャンマー 缅甸 緬甸 미얀마 พม่า เมียนมา म्यानमार မြန်မာ میانمار мьянм* miến_điện
Yangon yangon ヤンゴン 仰光 ရန်ကုန် ย่างกุ้ง
Mandalay mandalay マンダレー 曼德勒 မန္တလေး
Malaysia malaysia マレーシア 马来西亚 馬來西亞 말레이시아 มาเลเซีย मलेसिया မလေးရှား مالزی малайзи* malasia malásia
Kuala_Lumpur kuala_lumpur クアラルンプール 吉隆坡
Singapore singapore singapura singapur cingapura シンガポール 新加坡 싱가포르 สิงคโปร์ सिंगापुर စင်ကာပူ سنگاپور сингапур*
Indonesia indonesia インドネシア 印尼 印度尼西亚 印度尼西亞 인도네시아 อินโดนีเซีย इन्डोनेसिया အင်ဒိုနီးရှား اندونزی индонези*
Jakarta jakarta ジャカルタ 雅加达 雅加達 자카르타
Bitung bitung
Batam batam
India india ấn_độ índia インド 印度 인도 อินเดีย भारत အိန္ဒိယ هند индия индии индию
Nepal nepal ネパール 尼泊尔 尼泊爾 네팔 เนปาล नेपाल နီပေါ نپال непал*
Kathmandu kathmandu カトマンズ 加德满都 काठमाडौं काठमाण्डौ काठमाडौँ
Bangladesh bangladesh バングラデシュ 孟加拉 방글라데시
Pakistan pakistan パキスタン 巴基斯坦 파키스탄 پاکستان पाकिस्तान пакистан*
Sri_Lanka sri_lanka スリランカ 斯里兰卡 斯里蘭卡 스리랑카
Afghanistan afghanistan アフガニスタン 阿富汗 افغانستان афганистан*
Iran iran イラン 伊朗 이란 อิหร่าน ایران इरान иран*
Tehran tehran テヘラン تهران
Bandar_Abbas bandar_abbas بندرعباس بندر_عباس
Turkey turkey turquía turquia トルコ 土耳其 터키 튀르키예 ترکیه турци*
UAE dubai ドバイ 迪拜 杜拜 두바이 ดูไบ दुबई ဒူဘိုင်း دبی دوبی дубай дубае дубая uae アラブ首長国連邦 emiratos
Qatar doha ドーハ カタール 多哈 卡塔尔
Russia russia rusia rússia ロシア 俄罗斯 俄羅斯 俄国 러시아 รัสเซีย रुस ရုရှား روسیه россия россии россию nga
Vladivostok vladivostok ウラジオストク ウラジオ 海参崴 海參崴 블라디보스토크 владивосток*
Korsakov korsakov コルサコフ корсаков*
Nakhodka nakhodka ナホトカ находк*
Sakhalin sakhalin サハリン 樺太 сахалин*
Mongolia mongolia モンゴル 蒙古 몽골 монгол*
United_States usa u.s. united_states estados_unidos eeuu eua america hoa_kỳ アメリカ 米国 美国 美國 미국 สหรัฐ อเมริกา अमेरिका အမေရိကန် آمریکا امریکا сша америк* the_states amerika
Hawaii hawaii ハワイ 夏威夷 하와이 ฮาวาย
Los_Angeles los_angeles ロサンゼルス ロス 洛杉矶 洛杉磯
California california カリフォルニア 加州
Guam guam グアム 关岛 關島 괌
Canada canada canadá カナダ 加拿大 캐나다 แคนาดา क्यानडा ကနေဒါ کانادا канад*
Vancouver vancouver バンクーバー 温哥华 溫哥華 밴쿠버
Mexico mexico méxico メキシコ 墨西哥 멕시코 เม็กซิโก मेक्सिको မက္ကဆီကို مکزیک мексик*
Manzanillo manzanillo マンサニージョ
Colombia colombia colômbia コロンビア 哥伦比亚 哥倫比亞 콜롬비아 โคลอมเบีย колумби*
Ecuador ecuador equador エクアドル 厄瓜多尔 エクアドール guayaquil グアヤキル
Peru peru perú ペルー 秘鲁 秘魯 페루 เปรู पेरु перу callao カヤオ lima リマ
Bolivia bolivia bolívia ボリビア 玻利维亚
Brazil brazil brasil ブラジル 巴西 브라질 บราซิล ब्राजिल ဘရာဇီး برزیل бразили*
Sao_Paulo sao_paulo são_paulo guarulhos サンパウロ 圣保罗 聖保羅 상파울루
Santos santos サントス
Paranagua paranaguá paranagua
Paraguay paraguay paraguai パラグアイ
Argentina argentina アルゼンチン 阿根廷
Chile chile チリ 智利 valparaiso
Spain spain españa espanha スペイン 西班牙 스페인
Netherlands netherlands holland holanda オランダ 荷兰 荷蘭 네덜란드 เนเธอร์แลนด์ нидерланд* голланди* hà_lan amsterdam アムステルダム rotterdam
Belgium belgium bélgica ベルギー 比利时 比利時 antwerp アントワープ
Germany germany alemania alemanha ドイツ 德国 德國 독일 เยอรมนี जर्मनी ဂျာမနီ آلمان германи* đức duc frankfurt フランクフルト jerman alemanya
France france francia frança フランス 法国 法國 프랑스 ฝรั่งเศส pháp франци* パリ
United_Kingdom united_kingdom england reino_unido inglaterra イギリス 英国 英國 영국 อังกฤษ anh_quốc британи* ロンドン
Italy italy italia itália イタリア 意大利
Poland poland polonia ポーランド 波兰
Australia australia オーストラリア 澳大利亚 澳洲 호주 ออสเตรเลีย úc австрали*
New_Zealand new_zealand ニュージーランド 新西兰 紐西蘭
South_Africa south_africa sudáfrica 南アフリカ 南非 케냐 kenya ケニア 肯尼亚 uganda ウガンダ nigeria ナイジェリア 尼日利亚 奈及利亞 나이지리아 ghana ガーナ ethiopia エチオピア tanzania タンザニア mozambique モザンビーク
Shanghai shanghai 上海 상하이 เซี่ยงไฮ้ शाङ्घाई شانگهای шанха* thượng_hải
Shenzhen shenzhen 深圳 심천
Guangzhou guangzhou 広州 广州 廣州 광저우
Qingdao qingdao 青島港 青岛 칭다오 циндао
Dalian dalian 大連 大连 다롄 далян*
Tianjin tianjin 天津 톈진
Ningbo ningbo 寧波 宁波
Xiamen xiamen アモイ 厦門 厦门 廈門
Kaohsiung kaohsiung 高雄 가오슝 เกาสง
Keelung keelung 基隆
Macau macau macao マカオ 澳門 澳门 마카오`;
