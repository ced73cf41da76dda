/** Traditional Chinese (Taiwan, Hong Kong). Sources: Taiwan's narcotics schedules, Hong Kong Customs' public warnings. */
import type { GoodsTable } from "../goods-table.ts";

export const ZH_HANT: GoodsTable = {
  langs: ["zh-Hant", "zh-Hans"],
  rows: [
    {
      code: "stimulants",
      words: "冰毒|安非他命|甲基安非他命|甲基安非他明|麻古|安公子|興奮劑|覺醒劑|覺醒剤|覚醒剤",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "冰塊|冰糖|安仔|糖仔|結晶|晶體",
      note: "street; everyday words",
      support: 2,
    },
    {
      code: "cannabis",
      words:
        "大麻|大麻花|大麻油|大麻軟糖|大麻煙|大麻煙油|四氫大麻酚|麻仔|哈希什|大麻菸|大麻膏|大麻餅乾|大麻糖|大麻樹脂",
      note: "official and street",
    },
    { code: "cannabis", words: "葉子|飛葉子|牛牛|草仔|呼麻|糖漿", note: "street", support: 1 },
    { code: "cocaine", words: "古柯鹼|可卡因|古柯葉|可可精|古柯", note: "official" },
    { code: "cocaine", words: "可樂|可卡", note: "street; also the drink", support: 2 },
    {
      code: "opioids",
      words: "海洛因|鴉片|嗎啡|芬太尼|吩坦尼|罌粟|白粉|四號仔|可待因|美沙冬|羥考酮|曲馬多|止咳水|喪屍煙彈",
      note: "official and street",
    },
    { code: "mdma", words: "搖頭丸|快樂丸|衣仔|亞甲雙氧甲基安非他命|MDMA", note: "official and street" },
    { code: "mdma", words: "糖果|糖丸|丸仔|彩色藥片|五顏六色的藥丸", note: "street", support: 1 },
    {
      code: "other_drugs",
      words:
        "愷他命|K他命|氯胺酮|K粉|K仔|毒咖啡包|毒咖啡|依托咪酯|喪屍煙|太空油|喪屍菸|迷幻蘑菇|毒蘑菇|一粒眠|FM2|卡西酮|笑氣|LSD|致幻劑|恰特草|彩虹菸|煙彈毒品|毒品咖啡|GHB|哈密瓜錠|麻黃素|麻黃鹼|麻黃碱|拉K|新興毒品|太空煙",
      note: "official and street",
    },
    { code: "other_drugs", words: "=K|郵票|蘑菇|咖啡包|煙彈|菸彈|梅錠", note: "street", support: 1 },
    {
      code: "other_drugs",
      words: "毒品|販毒|運毒|毒販|藏毒|帶毒|違禁藥物|禁藥|毒貨|管制藥品|麻藥|毒郵包",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "藥|粉末|白色粉末|藥丸|藥片",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "none",
      words:
        "緝毒犬|消毒|病毒|毒蛇|中毒|可口可樂|藥局|藥房|中藥|農藥|藥妝|藥材|西藥|豬肉乾|蛋白粉|美白粉|咖啡包裝|噴槍|焊槍|加油槍|掃描槍|掃碼槍|金槍魚|金針菇|金屬|黃金時段|黃金地段|冰糖葫蘆|結晶體牌|神仙水化妝|人肉|肉體|果肉|種子選手|海馬迴|液晶體|水晶體",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "手槍|槍支|槍械|步槍|獵槍|衝鋒槍|機槍|槍管|槍枝|左輪|真槍|改造手槍|改造槍|散彈槍|霰彈槍|克拉克手槍|黑星|空氣槍|滅音管|消音器|彈匣|短槍|長槍|槍零件|槍",
      note: "plain words",
    },
    { code: "firearms", words: "武器|軍火", note: "generic", support: 1 },
    { code: "none", words: "水槍|玩具槍|槍手|熱狗|釘槍|按摩槍|筋膜槍", note: "harmless longer words" },
    { code: "ammunition", words: "子彈|彈藥|實彈|彈殼|槍彈|制式子彈|土製子彈|散彈", note: "plain words" },
    {
      code: "explosives",
      words: "炸藥|雷管|手榴彈|爆裂物|爆炸物|火藥|TNT|炸彈|黑火藥|地雷|引爆|導火線|硝酸銨",
      note: "plain words",
    },
    { code: "explosives", words: "煙火|鞭炮|爆竹|煙花", note: "everyday words", support: 2 },
    {
      code: "gold",
      words:
        "黃金|金條|金塊|金磚|金粉|金飾|金鏈|金項鍊|金項鏈|金膏|金錠|金幣|走私金|純金|足金|金手鐲|金戒指|金片|金板|金牌子|金鍊|公斤金|公斤的金|金器|金糊",
      note: "plain words",
    },
    {
      code: "none",
      words: "黃金週|獎金|資金|罰金|租金|押金|金額|基金|佣金|金融|黃金海岸|稅金",
      note: "harmless longer words",
    },
    {
      code: "cash",
      words:
        "大量現金|成捆現金|成捆的現金|未申報的現金|帶現金出境|走私現金|現金走私|一箱現金|一袋現金|成捆鈔票|假鈔|偽鈔|地下匯兌|沒申報的現金|萬現金|現鈔|藏現金|捆現金|箱現金|億現金|萬日圓現金",
      note: "plain words",
    },
    { code: "cash", words: "現金|鈔票|外幣|日幣|日圓|美金", note: "everyday words", support: 2 },
    { code: "none", words: "付現金|用現金|現金支付|現金結帳|給現金|現金交易", note: "a way to pay" },
    {
      code: "tobacco_alcohol",
      words:
        "走私菸|走私洋菸|走私洋煙|沒上稅的洋菸|走私煙|走私香菸|私菸|私煙|假菸|假煙|假酒|走私酒|未稅菸|私酒|完稅標籤|未稅香菸|水貨煙|未完稅",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "香菸|洋菸|洋煙|菸彈|煙彈|香煙|菸草|煙草|雪茄|高粱酒|威士忌|洋酒|紅酒|加熱菸|加熱煙|電子煙|電子菸|條菸|水煙|菸品|酒類",
      note: "everyday words",
      support: 1,
    },
    {
      code: "counterfeit",
      words:
        "假貨|仿冒|冒牌|假名牌|高仿|盜版|A貨|仿品|侵權商品|假包|假錶|山寨|假鞋|偽造品|複刻|超A|假商標|老鼠貨|冒牌貨|仿冒品|假手機|假化妝品|假藥|假的名牌|假的勞力士|冒牌手袋|假耳機|換標|仿製名牌",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words: "名牌包|勞力士|路易威登|愛馬仕|香奈兒|商標|名牌|LV|名牌手袋",
      note: "brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "象牙|犀牛角|穿山甲|鰻魚苗|鰻苗|鰻線|玻璃鰻|懶猴|水獺|陸龜|星龜|食蛇龜|柴棺龜|玳瑁|鸚鵡|瀕危|保育類|保育動物|野生動物|爬蟲|蜥蜴|守宮|變色龍|魚翅|虎骨|熊膽|熊掌|珊瑚|海馬|甲蟲|鱷魚皮|蟒蛇|麝香|羚羊角|硨磲|猴子|龍魚|紅木|檀香|稀有動物|珍稀動物|活龜|龜殼|金錢龜|花膠|沉香|石首魚",
      note: "CITES groups in plain words",
    },
    {
      code: "wildlife",
      words: "烏龜|龜|蛇|鳥|動物|寵物|昆蟲|獨角仙|鍬形蟲|蘭花",
      note: "everyday words",
      support: 2,
    },
    { code: "none", words: "動物園|寵物店|鳥取|蛇頭|動物檢疫|龜山", note: "harmless longer words" },
    {
      code: "strategic_goods",
      words:
        "出口管制|戰略性高科技貨品|軍民兩用|碳纖維|工具機|五軸|精密機床|量測儀|三次元量測|離心機|真空幫浦|夜視鏡|夜視儀|熱像儀|紅外線相機|陀螺儀|半導體設備|晶片|制裁|禁運|軍用|飛彈|無人機零件|無人機|鈾|放射性|化學武器|北韓|最終用途|轉運到|輝達|顯示卡",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "戰略性高科技貨品|出口管制|規避制裁|沒有輸出許可|無輸出許可|碳纖維|離心機|五軸工具機|夜視鏡|熱像儀",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "偷來的|盜來的|檳榔|豬肉|牛肉|臘肉|香腸|肉製品|肉乾|肉鬆|海參|鮑魚|螃蟹|帝王蟹|海膽|海鮮|贓車|失竊車|偷來的車|贓物|藥品|處方藥|減肥藥|肉毒桿菌|玻尿酸|威而鋼|安眠藥|保健品|水果|芒果|種子|苗木|植物|泥土|古董|佛像|文物|廢料|洋垃圾|冷媒|電線|銅線|刀械|化妝品|生肉|肉|精液|和牛|燕窩|人蔘|冬蟲夏草|奶粉|月餅|大閘蟹|電擊棒|針劑",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    { code: "none", words: "肉眼|肌肉|骨肉", note: "harmless longer words" },
    { code: "other_drugs", words: "喵喵|浴鹽|神仙水", note: "everyday words", support: 2 },
  ],
};
