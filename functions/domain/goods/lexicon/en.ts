import type { GoodsTable } from "../goods-table.ts";

export const EN: GoodsTable = {
  langs: ["en"],
  rows: [
    {
      code: "stimulants",
      words: "methamphetamine*|amphetamine*|crystal meth|shabu",
      note: "official and street",
      anywhere: true,
    },
    { code: "stimulants", words: "meth|ice|crystal|speed", note: "street", homonym: true },
    { code: "cannabis", words: "cannabis|marijuana|thc|hashish", note: "official", anywhere: true },
    { code: "cannabis", words: "weed|hash|pot|edibles|gummies", note: "street", homonym: true },
    { code: "cocaine", words: "cocaine", note: "official", anywhere: true },
    { code: "cocaine", words: "coke", note: "street; also the drink", homonym: true },
    { code: "firearms", words: "pistol|handgun|revolver|rifle|firearm|shotgun|gun", note: "plain words" },
    { code: "gold", words: "gold|gold bar|bullion", note: "plain words" },
    { code: "other_drugs", words: "drugs|narcotic*", note: "kind not known" },
  ],
};
