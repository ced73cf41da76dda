/** What the text line may answer, one file a language. Parsed as the program starts: a gap stops it. */
import { z } from "zod";
import notes from "../../../content/data/sms-notes.json" with { type: "json" };
import en from "../../../content/sms/en.json" with { type: "json" };
import es from "../../../content/sms/es.json" with { type: "json" };
import fa from "../../../content/sms/fa.json" with { type: "json" };
import fil from "../../../content/sms/fil.json" with { type: "json" };
import id from "../../../content/sms/id.json" with { type: "json" };
import ja from "../../../content/sms/ja.json" with { type: "json" };
import km from "../../../content/sms/km.json" with { type: "json" };
import ko from "../../../content/sms/ko.json" with { type: "json" };
import mn from "../../../content/sms/mn.json" with { type: "json" };
import my from "../../../content/sms/my.json" with { type: "json" };
import ne from "../../../content/sms/ne.json" with { type: "json" };
import ptBr from "../../../content/sms/pt-br.json" with { type: "json" };
import ru from "../../../content/sms/ru.json" with { type: "json" };
import th from "../../../content/sms/th.json" with { type: "json" };
import vi from "../../../content/sms/vi.json" with { type: "json" };
import zhHans from "../../../content/sms/zh-hans.json" with { type: "json" };
import zhHant from "../../../content/sms/zh-hant.json" with { type: "json" };
import { Locale } from "../../domain/locales/locales.ts";

const SmsWords = z.strictObject({
  /** A translation nobody has answered for yet; the Japanese words are the master. */
  provisional: z.literal(true).optional(),
  signedBy: z.string().min(1).optional(),
  received: z.string().min(1).max(160).includes("{receipt}"),
});
export type SmsWords = z.infer<typeof SmsWords>;

const files = {
  ja,
  en,
  "zh-hans": zhHans,
  "zh-hant": zhHant,
  ko,
  vi,
  fil,
  "pt-br": ptBr,
  es,
  ru,
  id,
  th,
  ne,
  my,
  km,
  mn,
  fa,
};

export const smsWords: ReadonlyMap<Locale, SmsWords> = new Map(
  Object.entries(files).map(([locale, words]) => [Locale.parse(locale), SmsWords.parse(words)]),
);

/** What a message of files alone says to the officer. */
export const { picturesOnly } = z.object({ picturesOnly: z.string().includes("{count}") }).parse(notes);
