import { z } from "zod";
import { mayAtDesk } from "../../domain/access/permits.ts";
import { Locale } from "../../domain/locales/locales.ts";
import { currentText, DeskTextKey, mostCharacters } from "../../domain/texts/desk-text.ts";
import { parseInput } from "../cases/parse-input.ts";
import { BadInput, NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({
  key: DeskTextKey,
  locale: Locale,
  /** The version the officer saw. */
  version: z.coerce.number().int().nonnegative(),
  /** Empty goes back to the program's own words. */
  text: z
    .string()
    .max(2_000)
    .transform((text) => text.replace(/\s+/g, " ").trim()),
});

/**
 * Changes the words of one status or question in one language, for the whole line and from now on; what was sent stays
 * as it was sent. Earlier wordings are kept, so that one of them can be used again.
 * @throws `NotFound` for whoever may not, `NotAllowed` (`same_text`), `StaleVersion`, `BadInput` (`too_long`)
 */
export async function setText(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  if (!mayAtDesk(ctx.officer, "texts")) throw new NotFound();
  const input = parseInput(Input, given);
  const { key, locale } = input;
  if ([...input.text].length > mostCharacters(key)) throw new BadInput([{ path: "text", code: "too_long" }]);
  const now = currentText(ctx.textDefaults, await ctx.texts.texts([locale]), key, locale);
  if (now.version !== input.version) throw new StaleVersion();
  const standard = ctx.textDefaults[locale][key];
  const text = input.text === "" || input.text === standard ? null : input.text;
  if (text === null ? now.own : text === now.text) throw new NotAllowed("same_text");
  const at = ctx.clock();
  const version = now.version + 1;
  const officerId = ctx.officer.id;
  const done = await ctx.texts.addText(
    { key, locale, version, text, at, officerId },
    {
      at,
      actorId: officerId,
      action: "text.changed",
      details: { key, locale, version, own: text === null },
    },
  );
  if (!done) throw new StaleVersion();
  ctx.log.info({ code: "text.changed", key, locale, version }, "words changed");
  return { version };
}
