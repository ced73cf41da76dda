/** The page of the words that the desk edits, its form, and the same for programs. */
import { type Context, Hono } from "hono";
import type { TextsView } from "../domain/cases/texts-page.ts";
import { Locale } from "../domain/locales/locales.ts";
import { mostCharacters } from "../domain/texts/desk-text.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { type ListedText, listTexts } from "../service/texts/list-texts.ts";
import { setText } from "../service/texts/set-text.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { flashOf } from "./forms-door.ts";
import { leaveFlash, localeOf, type PageDeps, safeBack, showDeskPage } from "./frame.ts";
import type { StaffVariables } from "./session.ts";
import { shownText } from "./text-view.ts";

export function textsDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  const viewOf = async (
    c: Context<StaffVariables>,
    locale: Locale,
    draft: TextsView["draft"],
  ): Promise<TextsView> => {
    const ctx: DeskContext = contextOf(deps, c);
    const texts: ListedText[] = await listTexts(ctx, { locale, reads: localeOf(c) });
    return {
      kind: "texts",
      locale,
      texts: texts.map((text) => ({ ...shownText(text), most: mostCharacters(text.key) })),
      draft,
    };
  };

  door.get("/texts/", async (c) => {
    const locale = Locale.catch("ja").parse(c.req.query("locale"));
    return showDeskPage(deps, c, { path: "/staff/texts/", view: await viewOf(c, locale, null) });
  });

  door.post("/texts", async (c) => {
    const form = await c.req.parseBody();
    const given = {
      key: String(form.key ?? "") as "question.which_day",
      locale: String(form.locale ?? "") as Locale,
      version: String(form.version ?? ""),
      text: String(form.text ?? ""),
    };
    try {
      await setText(contextOf(deps, c), given);
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      const locale = Locale.catch("ja").parse(form.locale);
      return showDeskPage(deps, c, {
        path: "/staff/texts/",
        at: `/staff/texts/?locale=${locale}`,
        status: code === "stale" ? 409 : 422,
        flash: { kind: "problem", code },
        view: await viewOf(c, locale, { key: given.key, text: given.text.slice(0, 2_000) }),
      });
    }
    leaveFlash(c, deps.secure, { kind: "done", code: "text_changed" });
    return c.redirect(safeBack(form.back), 303);
  });
  return door;
}
