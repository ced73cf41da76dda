/** Remarks in brackets with which transcripts tell of a recording without words; too short to tell their language by. */
import { Lang } from "../verdict.ts";
import type { CueTable } from "./cue-table.ts";

export const TRANSCRIPT_REMARKS: CueTable = {
  langs: Lang.options,
  cues: {
    silence:
      "[무음|(무음|[침묵|(침묵|[정적|(정적|[잡음|(잡음|[无声|(无声|[静音|(静音|[静默|(静默|[沉默|(沉默|[杂音|(杂音|[無聲|(無聲|[靜音|(靜音|[雜音|(雜音|[挂断|(挂断|[掛斷|(掛斷|[im lặng|(im lặng|[không có tiếng|(không có tiếng|[tạp âm|(tạp âm|[cúp máy|(cúp máy|[เงียบ|(เงียบ|[ไม่มีเสียง|(ไม่มีเสียง|[วางสาย|(วางสาย|[เสียงรบกวน|(เสียงรบกวน|[tahimik|(tahimik|[katahimikan|(katahimikan|[walang tunog|(walang tunog|[walang nagsasalita|(walang nagsasalita|[ibinaba|(ibinaba|[naputol|(naputol|[hening|(hening|[sunyi|(sunyi|[tidak ada suara|(tidak ada suara|[tanpa suara|(tanpa suara|[terputus|(terputus|[telepon ditutup|(telepon ditutup",
  },
};
