/** The word lists of circumstances in every language. */
import type { CueTable } from "./cue-table.ts";
import { EN_CUES } from "./en.ts";
import { JA_CUES } from "./ja.ts";

export const CUE_TABLES: readonly CueTable[] = [JA_CUES, EN_CUES];
