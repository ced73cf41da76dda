/** Which languages the telephone line speaks, and by which keys they are chosen. */
import { z } from "zod";
import voiceMenu from "../../../content/data/voice-menu.json" with { type: "json" };
import voiceRecordings from "../../../content/data/voice-recordings.json" with { type: "json" };
import en from "../../../content/voice/en.json" with { type: "json" };
import es from "../../../content/voice/es.json" with { type: "json" };
import fa from "../../../content/voice/fa.json" with { type: "json" };
import fil from "../../../content/voice/fil.json" with { type: "json" };
import id from "../../../content/voice/id.json" with { type: "json" };
import ja from "../../../content/voice/ja.json" with { type: "json" };
import km from "../../../content/voice/km.json" with { type: "json" };
import ko from "../../../content/voice/ko.json" with { type: "json" };
import mn from "../../../content/voice/mn.json" with { type: "json" };
import my from "../../../content/voice/my.json" with { type: "json" };
import ne from "../../../content/voice/ne.json" with { type: "json" };
import ptBr from "../../../content/voice/pt-br.json" with { type: "json" };
import ru from "../../../content/voice/ru.json" with { type: "json" };
import th from "../../../content/voice/th.json" with { type: "json" };
import vi from "../../../content/voice/vi.json" with { type: "json" };
import zhHans from "../../../content/voice/zh-hans.json" with { type: "json" };
import zhHant from "../../../content/voice/zh-hant.json" with { type: "json" };
import { Locale } from "../../domain/locales/locales.ts";
import { clipsOf, VoiceWords } from "./prompts.ts";

const files = {
  ne,
  my,
  mn,
  km,
  fa,
  en,
  es,
  fil,
  id,
  ja,
  ko,
  "pt-br": ptBr,
  ru,
  th,
  vi,
  "zh-hans": zhHans,
  "zh-hant": zhHant,
};

/** All words written for the line, offered or not. */
export const writtenVoices: ReadonlyMap<Locale, VoiceWords> = new Map(
  Object.entries(files).map(([locale, words]) => [Locale.parse(locale), VoiceWords.parse(words)]),
);

/** The order of the opening, set by the office: nine keys at most on the first page, ten after a 9. */
export const VoiceMenu = z.strictObject({
  first: z.array(Locale).min(2).max(8),
  more: z.array(Locale).max(10),
});
export type VoiceMenu = z.infer<typeof VoiceMenu>;

/** Recordings by language and clip; a provisional one was made by a machine and waits for a person's voice. */
export const VoiceRecordings = z.partialRecord(
  Locale,
  z.record(
    z.string(),
    z.strictObject({
      provisional: z.boolean(),
      /** The beginning of the machine-made file's SHA-256: another file under the name is a person's. */
      made: z.string().optional(),
    }),
  ),
);
export type VoiceRecordings = z.infer<typeof VoiceRecordings>;

export interface Offer {
  locale: Locale;
  words: VoiceWords;
  /** One digit, or 9 and another. */
  code: string;
}

/** The languages that can be spoken in full, in the order of the menu. Codes do not move when one is missing. */
export function offerVoices(
  menu: VoiceMenu,
  written: ReadonlyMap<Locale, VoiceWords>,
  recorded: VoiceRecordings,
): Offer[] {
  const codes = [
    ...menu.first.map((locale, index) => ({ locale, code: String(index + 1) })),
    ...menu.more.map((locale, index) => ({ locale, code: `9${(index + 1) % 10}` })),
  ];
  return codes.flatMap(({ locale, code }) => {
    const words = written.get(locale);
    if (!words) return [];
    const there = recorded[locale] ?? {};
    return clipsOf(words).every(({ name }) => Object.hasOwn(there, name)) ? [{ locale, words, code }] : [];
  });
}

/** What is recorded, by language. */
export const recordings: VoiceRecordings = VoiceRecordings.parse(voiceRecordings);

export const offers: readonly Offer[] = offerVoices(VoiceMenu.parse(voiceMenu), writtenVoices, recordings);
