import type { GoodsChoice } from "../../../functions/domain/intake/report.ts";
import type { Strings } from "../../i18n/schema.ts";

/** The goods of the form under four headings, in the order people look for them. */
export const goodsGroups: Readonly<Record<keyof Strings["report"]["goodsGroups"], readonly GoodsChoice[]>> = {
  drugs: ["stimulants", "cannabis", "cocaine", "opioids", "mdma", "other_drugs"],
  weapons: ["firearms", "ammunition", "explosives"],
  valuables: ["gold", "cash"],
  others: ["tobacco_alcohol", "counterfeit", "wildlife", "strategic_goods", "other_goods", "unknown"],
};
