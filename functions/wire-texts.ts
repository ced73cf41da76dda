/** The program's own words for what the desk can edit, read from the content as it starts. A gap stops it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PublicStatusCode } from "./domain/cases/public-status.ts";
import { Locale } from "./domain/locales/locales.ts";
import {
  DeskTextKey,
  mostCharacters,
  QuestionCode,
  questionKey,
  statusKey,
  type TextDefaults,
} from "./domain/texts/desk-text.ts";

const Words = z.string().min(1);
const Questions = z.strictObject(
  Object.fromEntries(QuestionCode.options.map((code) => [code, Words])) as Record<QuestionCode, typeof Words>,
);
const Statuses = z.object({
  followUp: z.object({ statuses: z.record(PublicStatusCode, z.object({ label: Words, text: Words })) }),
});
const Texts = z.record(DeskTextKey, Words).superRefine((texts, ctx) => {
  for (const key of DeskTextKey.options)
    if ([...texts[key]].length > mostCharacters(key))
      ctx.addIssue({ code: "custom", message: "too_long", path: [key] });
});

export function loadTextDefaults(content = join(import.meta.dirname, "../content")): TextDefaults {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(content, path), "utf8"));
  const of = (locale: Locale) => {
    const questions = Questions.parse(read(`questions/${locale}.json`));
    const { statuses } = Statuses.parse(read(`strings/${locale}.json`)).followUp;
    return Texts.parse({
      ...Object.fromEntries(
        PublicStatusCode.options.flatMap((status) => [
          [statusKey(status, "label"), statuses[status].label],
          [statusKey(status, "text"), statuses[status].text],
        ]),
      ),
      ...Object.fromEntries(QuestionCode.options.map((code) => [questionKey(code), questions[code]])),
    });
  };
  return Object.fromEntries(Locale.options.map((locale) => [locale, of(locale)])) as TextDefaults;
}
