/** When an officer can be spoken to, in which language, and what the officer hears before the caller is put through. */
import { z } from "zod";
import dutyData from "../../../content/data/voice-duty.json" with { type: "json" };
import { Locale, localeFacts } from "../../domain/locales/locales.ts";
import type { Band } from "../../domain/triage/verdict.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const DutyPlan = z.strictObject({
  /** Hours of the office in Asia/Tokyo. `to` before `from` goes on past midnight. None: callers are never put through. */
  shifts: z.array(
    z.strictObject({
      languages: z.array(Locale).min(1),
      /** Monday is 1, Sunday is 7: the day the shift begins on. */
      days: z.array(z.int().min(1).max(7)).min(1),
      from: time,
      to: time,
      /** What the officer is told of who should answer, such as `横浜税関`. */
      region: z.string().min(1).optional(),
    }),
  ),
  whisper: z.strictObject({
    voice: z.strictObject({ name: z.string(), language: z.string() }),
    says: z.string().includes("{language}").includes("{region}").includes("{soFar}"),
    nothingSoFar: z.string(),
    recordedSoFar: z.string(),
    bandSoFar: z.string().includes("{band}"),
    anyRegion: z.string(),
  }),
});
export type DutyPlan = z.infer<typeof DutyPlan>;

export const dutyPlan: DutyPlan = DutyPlan.parse(dutyData);

const tokyoMs = 9 * 60 * 60 * 1_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** The shift in which `language` is answered at `now`, if there is one. */
export function shiftAt(plan: DutyPlan, language: Locale, now: Date): DutyPlan["shifts"][number] | undefined {
  return plan.shifts.find((shift) => {
    if (!shift.languages.includes(language)) return false;
    const { day, clock } = tokyo(now);
    if (shift.from < shift.to) return shift.days.includes(day) && clock >= shift.from && clock < shift.to;
    if (clock >= shift.from) return shift.days.includes(day);
    return clock < shift.to && shift.days.includes(tokyo(new Date(now.getTime() - dayMs)).day);
  });
}

/** What a call has left before an officer is asked for: nothing, recordings, or numbers of goods that gave it a band. */
export interface SoFar {
  spoke: boolean;
  band?: Band | undefined;
}

/** What the officer hears: language, region on duty and the band so far; never a word or a number of the caller's. */
export function whisperWords(
  plan: DutyPlan,
  language: Locale,
  region: string | undefined,
  { spoke, band }: SoFar = { spoke: false },
): string {
  const { says, anyRegion, nothingSoFar, recordedSoFar, bandSoFar } = plan.whisper;
  const soFar = band ? bandSoFar.replace("{band}", band) : spoke ? recordedSoFar : nothingSoFar;
  const name = new Intl.DisplayNames("ja", { type: "language" }).of(localeFacts[language].tag) ?? language;
  return says
    .replace("{language}", name)
    .replace("{region}", region ?? anyRegion)
    .replace("{soFar}", soFar);
}

/** Asia/Tokyo has had no summer time since 1951. */
function tokyo(moment: Date): { day: number; clock: string } {
  const there = new Date(moment.getTime() + tokyoMs);
  return { day: there.getUTCDay() || 7, clock: there.toISOString().slice(11, 16) };
}
