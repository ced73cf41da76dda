/** Names that keep their Latin spelling in every language. Sources: UNODC multilingual dictionary of drugs; CITES species names. */
import type { GoodsTable } from "../goods-table.ts";

export const ANY: GoodsTable = {
  langs: ["en"],
  rows: [
    {
      code: "stimulants",
      words: "methamphetamine*|metamphetamine*|amphetamine*|crystal meth|shabu|yaba|philopon|captagon|meth",
      note: "UNODC; shabu in Philippines and Indonesia, yaba in Thailand",
      anywhere: true,
    },
    {
      code: "cannabis",
      words: "cannabis|marijuana|marihuana|ganja|hashish|thc|cbd|hhc|thch|thcp|thco|kush|hemp oil",
      note: "official names and abbreviations",
      anywhere: true,
    },
    { code: "cocaine", words: "cocaine|cocain|crack cocaine", note: "official", anywhere: true },
    {
      code: "opioids",
      words:
        "heroin*|fentanyl|fentanil|fentanilo|opium|morphine|oxycodone|oxycontin|tramadol|codeine|methadone|nitazene*",
      note: "official",
      anywhere: true,
    },
    { code: "mdma", words: "mdma|ecstasy|extasy|extacy|xtc", note: "official and street", anywhere: true },
    {
      code: "other_drugs",
      words:
        "ketamine|ketamin|ketamina|lsd|ghb|gbl|psilocybin*|etomidate|mescaline|dmt|khat|kratom|mephedrone|2c-b|2cb|spice k2|poppers|rush poppers",
      note: "official",
      anywhere: true,
    },
    { code: "explosives", words: "tnt|semtex|c-4|rdx|petn", note: "official", anywhere: true },
  ],
};
