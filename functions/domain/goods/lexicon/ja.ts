import type { GoodsTable } from "../goods-table.ts";

export const JA: GoodsTable = {
  langs: ["ja"],
  rows: [
    {
      code: "stimulants",
      words: "覚醒剤|覚せい剤|メタンフェタミン|シャブ|ヒロポン",
      note: "official and street",
    },
    { code: "cannabis", words: "大麻|マリファナ|ガンジャ|ハシシ", note: "official and street" },
    { code: "cocaine", words: "コカイン", note: "official" },
    { code: "firearms", words: "拳銃|けん銃|ピストル|銃器|ハジキ|ライフル", note: "official and street" },
    { code: "gold", words: "金塊|金地金|延べ棒|金の延べ棒", note: "plain words" },
    { code: "other_drugs", words: "麻薬|違法薬物|薬物", note: "kind not known" },
  ],
};
