/** The word lists of circumstances in every language. */

import type { CueTable } from "./cue-table.ts";
import { EN_CUES } from "./en.ts";
import { ES_CUES } from "./es.ts";
import { FA_CUES } from "./fa.ts";
import { JA_CUES } from "./ja.ts";
import { PT_BR_CUES } from "./pt-br.ts";
import { RU_CUES } from "./ru.ts";

export const CUE_TABLES: readonly CueTable[] = [JA_CUES, EN_CUES, ES_CUES, PT_BR_CUES, RU_CUES, FA_CUES];
