/**
 * Words that make a name a port, an airport or an administrative unit, before or behind it. `normalise`d, bare of accents.
 * `-` in a word stands for a blank or nothing.
 */
const words = (list: string): readonly string[] =>
  list
    .trim()
    .split(/[\s]+/)
    .map((word) => word.replaceAll("_", " "));

export const portAfter = words(`
  港 港湾 ふ頭 埠頭 ふとう 岸壁 コンテナターミナル ターミナル 码头 碼頭 港口 港区码头 货柜码头 東港 西港 南港 北港 新港 外港 内港 こう みなと フェリーターミナル
  항 항구 항만 부두 남항 북항 신항 port harbor harbour wharf pier container_terminal ferry_terminal docks dock
  पोर्ट बन्दरगाह बन्दरगाहमा ဆိပ်ကမ်း ဆိပ် боомт* порт* port_terminal seaport ท่าเรือ`);

export const portBefore = words(`
  port_of the_port_of harbor_of harbour_of puerto_de puerto_del porto_de porto_da porto_do cang cang_bien ben_cang pelabuhan
  pantalan_ng pantalan_sa daungan_ng daungan_sa pier_ng pier_sa puerto_ng puerto_sa port_ng port_sa ท่าเรือ ท่าเรือเมือง порт порту порта портом порте
  в_порту بندر بنادر កំពង់ផែ ဆိပ်ကမ်း muelle_de terminal_de cais_de cang_container`);

export const airportAfter = words(`
  空港 国際空港 くうこう 机场 機場 國際機場 国际机场 공항 국제공항 エアポート airport international_airport int'l_airport airport's intl
  विमानस्थल एयरपोर्ट एरपोर्ट एअरपोर्ट လေဆိပ် аэропорт* нисэх онгоцны_буудал 第1ターミナル 第2ターミナル 第3ターミナル 第一ターミナル 第二ターミナル 第三ターミナル
  terminal_1 terminal_2 terminal_3 t1 t2 t3 สนามบิน ท่าอากาศยาน 航廈 航站楼 便到着`);

export const airportBefore = words(`
  สนามบิน ท่าอากาศยาน สนามบินนานาชาติ aeroporto_de aeroporto_internacional_de aeropuerto_de aeropuerto_internacional_de san_bay san_bay_quoc_te phi_truong bandara
  bandar_udara bandara_internasional bandara_internasional paliparan_ng paliparan_sa airport_ng airport_sa airport_in аэропорт аэропорту аэропорта аэропорте аэропортом
  فرودگاه فرودگاه_بین_المللی อากาศยาน ព្រលានយន្តហោះ aeroporto aeropuerto airport_of`);

/** Administrative suffixes that lift doubt from a short or common name. */
export const unitAfter = words(`
  県 市 区 町 村 けん し く ちょう まち むら 縣 县 현 시 구 초 -shi -ken -ku -cho -machi -mura -si _city _shi _ken _ku _prefecture _ward _town _pref
  _префектур* จังหวัด प्रान्त प्रिफेक्चर 島 諸島 列島 群島 半島 _islands _island _islets _peninsula остров* 섬 駅 駅前 えき 역 _station _eki`);

export const unitBefore = words(`
  จังหวัด เมือง อำเภอ ที่เมือง tinh thanh_pho quan provincia_de província_de provincia prefectura_de prefeitura_de cidade_de ciudad_de
  город городе города префектура префектуре prefektur prefecture_of city_of lungsod_ng siyudad_ng kota استان شهر ga khu`);
