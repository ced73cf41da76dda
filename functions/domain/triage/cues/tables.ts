/** The word lists of circumstances in every language. */

import type { CueTable } from "./cue-table.ts";
import { EN_CUES } from "./en.ts";
import { ES_CUES } from "./es.ts";
import { FA_CUES } from "./fa.ts";
import { FIL_CUES } from "./fil.ts";
import { ID_CUES } from "./id.ts";
import { JA_CUES } from "./ja.ts";
import { KM_CUES } from "./km.ts";
import { KO_CUES } from "./ko.ts";
import { MN_CUES } from "./mn.ts";
import { MY_CUES } from "./my.ts";
import { NE_CUES } from "./ne.ts";
import { PT_BR_CUES } from "./pt-br.ts";
import { RU_CUES } from "./ru.ts";
import { TH_CUES } from "./th.ts";
import { TRANSCRIPT_REMARKS } from "./transcript-remarks.ts";
import { VI_CUES } from "./vi.ts";
import { ZH_HANS_CUES } from "./zh-hans.ts";
import { ZH_HANT_CUES } from "./zh-hant.ts";

export const CUE_TABLES: readonly CueTable[] = [
  JA_CUES,
  EN_CUES,
  ES_CUES,
  PT_BR_CUES,
  RU_CUES,
  FA_CUES,
  NE_CUES,
  KO_CUES,
  ZH_HANS_CUES,
  ZH_HANT_CUES,
  VI_CUES,
  TH_CUES,
  FIL_CUES,
  ID_CUES,
  MN_CUES,
  TRANSCRIPT_REMARKS,
  MY_CUES,
  KM_CUES,
];
