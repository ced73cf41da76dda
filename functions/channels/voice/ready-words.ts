/** Words the desk often says to callers, recorded for the languages that no voice of the provider speaks. */
import fa from "../../../content/questions/fa.json" with { type: "json" };
import km from "../../../content/questions/km.json" with { type: "json" };
import mn from "../../../content/questions/mn.json" with { type: "json" };
import my from "../../../content/questions/my.json" with { type: "json" };
import ne from "../../../content/questions/ne.json" with { type: "json" };
import faSite from "../../../content/strings/fa.json" with { type: "json" };
import kmSite from "../../../content/strings/km.json" with { type: "json" };
import mnSite from "../../../content/strings/mn.json" with { type: "json" };
import mySite from "../../../content/strings/my.json" with { type: "json" };
import neSite from "../../../content/strings/ne.json" with { type: "json" };
import type { Locale } from "../../domain/locales/locales.ts";
import { clipName } from "./prompts.ts";
import { type ClipBase, play, type Sayable } from "./speech.ts";
import { recordings } from "./voices.ts";

const files: Partial<Record<Locale, [questions: Record<string, string>, site: typeof faSite]>> = {
  fa: [fa, faSite],
  km: [km, kmSite],
  mn: [mn, mnSite],
  my: [my, mySite],
  ne: [ne, neSite],
};

/** The ready-made questions and the headings of the statuses, each a clip; none for a language that a voice speaks. */
export function readyClips(locale: Locale): { name: string; words: string }[] {
  const [questions, site] = files[locale] ?? [];
  if (!questions || !site) return [];
  const headings = Object.values(site.followUp.statuses).map(({ label }) => label);
  return [...Object.values(questions), ...headings].map((words) => ({
    name: clipName("ready", words),
    words,
  }));
}

/** Plays words that are recorded whole, line by line; false, and nothing is played, when one of them is not. */
export function playReady(into: Sayable, locale: Locale, text: string, clips: ClipBase): boolean {
  const names = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => clipName("ready", line.trim()));
  const there = recordings[locale] ?? {};
  if (names.length === 0 || !names.every((name) => Object.hasOwn(there, name))) return false;
  for (const name of names) play(into, clips, locale, name);
  return true;
}
