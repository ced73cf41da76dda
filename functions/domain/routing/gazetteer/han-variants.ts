/**
 * Simplified and traditional forms of the characters in this gazetteer's names, each with the Japanese one it stands for, so
 * that 东京, 東京 and 横滨, 橫濱 meet the same entry. Source: the published simplification tables of China and Japan.
 */
const variants = `
  馆館 达達 兰蘭 别別 廣広 广広 岛島 歲歳 岁歳 见見 澤沢 泽沢 张張 呗唄 瀧滝 泷滝 蘆芦 萠萌 帶帯 带帯 钏釧 网網 纹紋 區区 稻稲 东東 豐豊 丰豊 當当 饭飯 云雲 奧奥 极極 餘余 积積 黑黒 壽寿 國国 长長 萬万
  爷爺 壯壮 樣様 样様 眞真 鹰鷹 樂楽 乐楽 增増 爱愛 龙竜 濱浜 滨浜 标標 罗羅 树樹 陆陸 顷頃 吕呂 间間 禮礼 劍剣 剑剣 渊淵 兴興 鹽塩 盐塩 远遠 顿頓 輕軽 轻軽 训訓 筿篠 鹤鶴 拂払 鳄鰐 鲹鰺 阶階 邊辺 边辺
  橫横 鄕郷 风風 冈岡 關関 关関 卷巻 宫宮 贺賀 臺台 灶竈 氣気 气気 叶葉 藏蔵 亙亘 汤湯 莊荘 后後 郞郎 种種 瀨瀬 濑瀬 阳陽 游遊 鲑鮭 须須 會会 马馬 仓倉 淺浅 镜鏡 雙双 榮栄 荣栄 鲛鮫 桧檜 總総 总総 櫻桜
  樱桜 结結 來来 乌烏 贝貝 势勢 桥橋 澁渋 戀恋 场場 莲蓮 狹狭 鸿鴻 巢巣 綠緑 绿緑 鸠鳩 岚嵐 孙孫 镰鎌 习習 铫銚 鸭鴨 胜勝 锯鋸 调調 饰飾 竝並 并並 练練 穗穂 绫綾 冢塚 矶磯 开開 絲糸 丝糸 鱼魚 發発 发発
  圣聖 笼籠 彌弥 轮輪 滩灘 寶宝 鲭鯖 鸣鳴 诸諸 诹諏 访訪 驹駒 昙曇 纲綱 浓濃 曾曽 溫温 乔喬 賣売 卖売 绩績 縣県 县県 务務 兒児 儿児 飞飛 养養 热熱 靜静 燒焼 烧焼 挂掛 骏駿 进進 设設 铃鈴 鸟鳥 龜亀 龟亀
  鹫鷲 员員 纪紀 华華 與与 谢謝 攝摂 摄摂 门門 寢寝 库庫 尔爾 头頭 隱隠 隐隠 备備 义義 藝芸 艺芸 禰祢 德徳 蓝藍 觀観 观観 豫予 梼檮 壹壱 對対 对対 谏諫 时時 苏蘇 锦錦 产産 锅鍋 农農 萨薩 于於 雾霧 论論
  檢検 检検 霸覇 滿満 满満 灣湾 冲沖 繩縄 绳縄 护護 纳納 讀読 读読 歸帰 归帰 兩両 两両 响響 嚴厳 严厳 细細 运運 棧桟 栈桟 梦夢 际際 營営 营営 峽峡 银銀 參参 轩軒 黃黄 沟溝 壶壺 團団 团団 园園 驛駅 驿駅
  凑湊 师師 难難 齋斎 斋斎 类類 纸紙 连連 钟鐘 庆慶 阁閣 钓釣 齒歯 齿歯 鲇鮎 鯰鮎 请請 雜雑 杂雑 甁瓶 涨漲 户戸 戶戸 枥栃 櫪栃 泻潟 﨑崎 嵜崎 濵浜 ケヶ`;

/** Pairs of a variant and the form the gazetteer is written in. */
export function hanVariants(): [variant: string, japanese: string][] {
  return variants
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.charAt(0), pair.charAt(1)]);
}
