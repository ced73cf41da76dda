/** Simplified Chinese. Sources: China's narcotics control lists, press glossaries of street words. */
import type { GoodsTable } from "../goods-table.ts";

export const ZH_HANS: GoodsTable = {
  langs: ["zh-Hans", "zh-Hant"],
  rows: [
    {
      code: "stimulants",
      words: "冰毒|甲基苯丙胺|安非他命|麻古|麻果|兴奋剂|去氧麻黄碱|安仔|甲安非他明|脱氧麻黄碱|觉醒剂|觉醒剤",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "冰|冰块|猪肉粉|溜冰|冰糖|冷的|结晶|晶体",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "cannabis",
      words:
        "大麻|麻叶|大麻油|大麻烟|大麻膏|大麻糖|大麻软糖|四氢大麻酚|哈希什|印度大麻|电子烟大麻|大麻籽|大麻树脂",
      note: "official and street",
    },
    {
      code: "cannabis",
      words: "草|飞行员|飞行燃料|绿叶|邮票叶",
      note: "street; everyday words",
      support: 2,
    },
    { code: "cannabis", words: "叶子|飞草|飞叶子", note: "street", support: 1 },
    { code: "cocaine", words: "可卡因|古柯碱|古柯|可乐因|古柯叶", note: "official" },
    { code: "cocaine", words: "可乐|可可精|白雪", note: "street; also the drink", support: 2 },
    {
      code: "opioids",
      words:
        "海洛因|鸦片|吗啡|芬太尼|罂粟|白粉|杜冷丁|美沙酮|可待因|羟考酮|曲马多|大烟|黑膏|鸦片膏|四号海洛因|四号货",
      note: "official and street",
    },
    { code: "mdma", words: "摇头丸|亚甲二氧甲基苯丙胺|快乐丸|迷幻摇头|MDMA", note: "official and street" },
    { code: "mdma", words: "糖丸|五颜六色的药片|彩色药片|丸仔|糖果", note: "street", support: 1 },
    {
      code: "other_drugs",
      words:
        "氯胺酮|K粉|K仔|依托咪酯|上头电子烟|毒品电子烟|迷幻蘑菇|奶茶毒品|笑气|三唑仑|LSD|致幻剂|麻黄素|麻黄碱|恰特草|新型毒品|咖啡包毒品|毒咖啡|卡痛|合成大麻素|聪明药|安眠药走私|GHB|听话水|迷药|开心水|氟硝西泮",
      note: "official and street",
    },
    {
      code: "other_drugs",
      words: "邮票|蘑菇|=K|阿拉丁|烟弹|跳跳糖|蓝精灵|咖啡包|神仙水",
      note: "street",
      support: 2,
    },
    {
      code: "other_drugs",
      words: "毒品|毒物|贩毒|运毒|毒贩|带毒|藏毒|违禁药物|违禁药品|禁药|麻药|非法药物|管制药品",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "药|粉末|白色粉末|药片|东西是白的",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "none",
      words:
        "缉毒犬|毒品检测|消毒|病毒|毒蛇|中毒|草莓|草坪|草药|甘草|草席|草地|花草|起草|草稿|草帽|油漆|石油|加油|酱油|机油|食用油|油轮|汽油|润滑油|冰箱|冰淇淋|冰块盒|冰鲜|冰水|滑冰|冷冻|冰激凌|可口可乐|可乐瓶|药店|药房|中药|农药|药妆|药材|西药|草案|蛋白粉|美白粉|大烟囱|咖啡包装|冰雪|冰岛|冰柜|冰袋|冰咖啡|冰茶|结冰|冰球|冰沙|冰啤|冰棍|破冰|喷枪|焊枪|热风枪|加油枪|扫码枪|扫描枪|枪虾|金枪鱼|金针菇|金属|黄金时段|黄金地段|朝鲜族|朝鲜面|人肉|肉体|果肉|肉松面包|种子选手|海马体|安全药箱|液晶体|水晶体",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "手枪|枪支|枪械|步枪|猎枪|冲锋枪|机枪|枪管|枪的零件|枪零件|手枪零件|左轮|真枪|仿真枪|散弹枪|霰弹枪|格洛克|黑星手枪|气枪|改装枪|消音器|弹匣|自制枪|枪",
      note: "plain words",
    },
    { code: "firearms", words: "武器|喷子", note: "generic or street", support: 2 },
    {
      code: "none",
      words: "水枪|玩具枪|枪手|热狗|打枪的|钉枪|胶枪|狗狗|小狗|筋膜枪",
      note: "harmless longer words",
    },
    { code: "ammunition", words: "子弹|弹药|实弹|弹壳|铅弹|枪弹|猎枪弹|散弹", note: "plain words" },
    {
      code: "explosives",
      words: "炸药|雷管|手榴弹|爆炸物|火药|TNT|炸弹|黑火药|导火索|引爆|地雷|手雷|爆炸装置|硝酸铵",
      note: "plain words",
    },
    { code: "explosives", words: "烟花|鞭炮|爆竹", note: "everyday words", support: 2 },
    {
      code: "gold",
      words:
        "黄金|金条|金块|金砖|金粉|金饰|金链|金项链|金膏|金锭|金币|走私金|纯金|足金|金手镯|金戒指|金板|金片|金子|千足金|公斤金|公斤的金|金条子|金首饰|金糊",
      note: "plain words",
    },
    {
      code: "none",
      words: "黄金周|奖金|资金|罚金|租金|押金|金额|基金|佣金|金融|金沢|黄金海岸|税金",
      note: "harmless longer words",
    },
    {
      code: "cash",
      words:
        "大量现金|成捆的现金|未申报的现金|带现金出境|走私现金|现金走私|一箱现金|成捆钞票|假钞|假币|伪钞|地下钱庄|没申报的现金|万现金|亿现金|现钞|藏现金|箱现金|捆现金|万日元现金|美金现钞|亿日元现金",
      note: "plain words",
    },
    { code: "cash", words: "现金|钞票|外币|日元|美金", note: "everyday words", support: 2 },
    {
      code: "none",
      words: "付现金|用现金|现金支付|现金结账|给两万日元|给我日元|日元运费|现金交易|现金收",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "走私烟|没报关的香烟|没报关的烟|没上税的烟|没上税的洋烟|走私洋烟|走私洋菸|走私香烟|假烟|走私酒|假酒|未税香烟|免税烟走私|私烟|水货烟|漏税香烟|私酒|无税烟",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "香烟|洋烟|洋菸|烟弹|卷烟|烟草|雪茄|白酒|茅台|威士忌|洋酒|红酒|条烟|加热烟|电子烟油|电子烟|水烟|中华烟|箱烟|伏特加|酒类",
      note: "everyday words",
      support: 1,
    },
    {
      code: "counterfeit",
      words:
        "假货|仿冒|冒牌|假名牌|高仿|盗版|假LV|假包|山寨|侵权商品|假奢侈品|假表|A货|复刻表|精仿|仿品|假鞋|假球鞋|假冒|伪造品|假商标|名牌商标|贴牌|超A|莆田鞋|假iPhone|假手机|假化妆品|假药|假耳机|假手表|假的名牌|假的劳力士|换标|假的LOGO|名牌LOGO|假衣服",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words: "名牌包|劳力士|路易威登|爱马仕|香奈儿|古驰|商标|名牌",
      note: "brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "象牙|犀牛角|穿山甲|鳗鱼苗|鳗苗|玻璃鳗|懒猴|水獭|陆龟|星龟|食蟹龟|玳瑁|鹦鹉|濒危|保护动物|野生动物|爬行动物|蜥蜴|守宫|变色龙|鱼翅|虎骨|熊胆|熊掌|珊瑚|海马|甲虫|鳄鱼皮|蟒蛇|麝香|羚羊角|砗磲|猴子|猕猴|龟苗|龙鱼|红木|兰花走私|多肉走私|稀有动物|珍稀动物|黄缘龟|石龟|活龟|金钱龟|安宫|虎皮|蝎子|狼蛛|雪豹|赛加羚羊|猎隼|藏羚羊|沉香木",
      note: "CITES groups in plain words",
    },
    {
      code: "wildlife",
      words: "乌龟|龟|蛇|鸟|动物|宠物|昆虫|独角仙|锹甲|兰花",
      note: "everyday words",
      support: 2,
    },
    {
      code: "none",
      words: "动物园|宠物店|鸟取|蛇头|鸟居|动物检疫|宠物医院|蛇皮袋|蛇口",
      note: "harmless longer words",
    },
    {
      code: "strategic_goods",
      words:
        "出口管制|两用物项|军民两用|碳纤维|数控机床|五轴|精密机床|测量仪|三坐标|离心机|真空泵|夜视仪|热成像|红外相机|陀螺仪|半导体设备|光刻|芯片|制裁|禁运|军用|军工|导弹|无人机零件|无人机发动机|无人机|铀|放射性|化学武器|朝鲜|稀土|最终用户|转口到|英伟达|显卡|没有出口许可|机床",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "出口管制|两用物项|没有出口许可|无出口许可|规避制裁|绕过制裁|碳纤维|离心机|五轴机床|夜视仪|军用无人机|热成像仪",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "偷来的|盗来的|赃物|槟榔|猪肉|牛肉|腊肉|香肠|腊肠|肉制品|肉干|鸭脖|海参|鲍鱼|螃蟹|帝王蟹|海胆|海鲜|被盗车辆|赃车|偷来的车|赃物|被偷的车|药品|处方药|减肥药|医美针|肉毒素|玻尿酸|伟哥|安眠药|保健品|水果|芒果|种子|苗木|葡萄苗|植物|泥土|大米|文物|古董|佛像|废料|洋垃圾|制冷剂|电线|铜线|管制刀具|化妆品|面膜|大闸蟹|生肉|肉|精液|和牛|胚胎|燕窝|人参|冬虫夏草|虫草|疫苗|针剂|鸡蛋|电击棒|奶粉",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    { code: "none", words: "肉眼|肌肉|肉包子|皮肉|骨肉", note: "harmless longer words" },
  ],
};
