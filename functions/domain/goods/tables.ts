/** The word lists of goods in every language. */
import type { GoodsTable } from "./goods-table.ts";
import { ANY } from "./lexicon/any.ts";
import { EN } from "./lexicon/en.ts";
import { ES } from "./lexicon/es.ts";
import { FA } from "./lexicon/fa.ts";
import { FIL } from "./lexicon/fil.ts";
import { ID } from "./lexicon/id.ts";
import { JA } from "./lexicon/ja.ts";
import { KM } from "./lexicon/km.ts";
import { KO } from "./lexicon/ko.ts";
import { MN } from "./lexicon/mn.ts";
import { MY } from "./lexicon/my.ts";
import { NE } from "./lexicon/ne.ts";
import { PT_BR } from "./lexicon/pt-br.ts";
import { RU } from "./lexicon/ru.ts";
import { TH } from "./lexicon/th.ts";
import { VI } from "./lexicon/vi.ts";
import { ZH_HANS } from "./lexicon/zh-hans.ts";
import { ZH_HANT } from "./lexicon/zh-hant.ts";

export const GOODS_TABLES: readonly GoodsTable[] = [
  ANY,
  EN,
  ES,
  FA,
  FIL,
  ID,
  JA,
  KM,
  KO,
  MN,
  MY,
  NE,
  PT_BR,
  RU,
  TH,
  VI,
  ZH_HANS,
  ZH_HANT,
];
