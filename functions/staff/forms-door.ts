/** The forms on a tip and on the queue: one verb each, then back to where the officer was. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { DeskFlash, FlashCode } from "../domain/cases/desk-page.ts";
import { backToList } from "../domain/cases/list-address.ts";
import { NoteVisible } from "../domain/cases/note.ts";
import { Outcome } from "../domain/cases/outcome.ts";
import { usualColumns } from "../domain/cases/queue-columns.ts";
import type { TipActionName } from "../domain/cases/queue-row.ts";
import { viewQuery } from "../domain/cases/saved-view.ts";
import { Band, Region } from "../domain/triage/verdict.ts";
import { actOnSeveral } from "../service/cases/act-on-several.ts";
import { concealReceipt } from "../service/cases/conceal-receipt.ts";
import { openContact } from "../service/cases/open-contact.ts";
import { removeView } from "../service/cases/remove-view.ts";
import { saveView } from "../service/cases/save-view.ts";
import { undoSeveral } from "../service/cases/undo-several.ts";
import { BadInput, NotAllowed, NotFound, StaleVersion } from "../service/errors.ts";
import { chooseColumns } from "../service/queue/choose-columns.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { translateTip } from "../service/translation/translate-tip.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { leaveFlash, type PageDeps, safeBack, showDeskPage } from "./frame.ts";
import { openTip, queueView, type Refusal } from "./queue-view.ts";
import type { StaffVariables } from "./session.ts";
import { isTipAction, tipActionTable } from "./tip-actions.ts";

type Deps = ApiDeps & PageDeps;

export function formsDoor(deps: Deps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.post("/tips/:id/open-contact", async (c) => {
    const tipId = c.req.param("id");
    const form = await c.req.parseBody();
    const back = safeBack(form.back);
    try {
      const { contact } = await openContact(contextOf(deps, c), { tipId, reason: String(form.reason ?? "") });
      return await drawInPlace(deps, c, { tipId, back, beside: { contact } });
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      return drawInPlace(deps, c, { tipId, back, beside: {}, code, status: 422 });
    }
  });

  door.post("/tips/:id/translate", async (c) => {
    const tipId = c.req.param("id");
    const form = await c.req.parseBody();
    const back = safeBack(form.back);
    try {
      const target = form.target === "en" ? "en" : "ja";
      const translation = await translateTip(contextOf(deps, c), { tipId, target });
      return await drawInPlace(deps, c, { tipId, back, beside: { translation } });
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      return drawInPlace(deps, c, { tipId, back, beside: {}, code, status: 422 });
    }
  });

  door.post("/tips/:id/:action", async (c) => {
    const { id, action } = c.req.param();
    if (!isTipAction(action)) throw new NotFound();
    const form = await c.req.parseBody();
    const back = safeBack(form.back);
    let readable = true;
    try {
      ({ readable = true } = await tipActionTable[action].run(contextOf(deps, c), { ...form, tipId: id }));
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      return drawAgain(deps, c, { tipId: id, action, form, back, code });
    }
    leaveFlash(c, deps.secure, {
      kind: "done",
      code: readable ? tipActionTable[action].done : "routed_away",
    });
    return c.redirect(readable ? back : backToList(back, null), 303);
  });

  // Sent and not asked, so that a receipt stands in no address; what it leads to may be kept and come back to.
  door.post("/search", async (c) => {
    const form = await c.req.parseBody();
    const q = concealReceipt(contextOf(deps, c), String(form.q ?? "").slice(0, 200));
    // Within the filters that the officer has set; what is sent from elsewhere searches everywhere.
    const asked = new URLSearchParams(viewQuery(String(form.list ?? "").slice(0, 4_000)));
    asked.delete("q");
    asked.append("q", q);
    return c.redirect(`/staff/?${asked}`, 303);
  });

  door.post("/several", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const back = safeBack(form.back);
    const leave = (flash: DeskFlash) => {
      leaveFlash(c, deps.secure, flash);
      return c.redirect(back, 303);
    };
    const tips = [form.tip ?? []].flat().map(String);
    if (tips.length === 0) return leave({ kind: "problem", code: "none_chosen" });
    try {
      const { batch, ...count } = await actOnSeveral(contextOf(deps, c), {
        tips,
        action: String(form.action ?? ""),
        rows: String(form.rows ?? ""),
        reason: String(form.reason ?? ""),
        officer: String(form.officer ?? ""),
      });
      const code = several[String(form.action)] ?? "invalid";
      return leave({ kind: count.left > 0 ? "problem" : "done", code, count, ...(batch ? { batch } : {}) });
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      return leave({ kind: "problem", code });
    }
  });

  door.post("/several/undo", async (c) => {
    const form = await c.req.parseBody();
    return keep(c, safeBack(form.back), async (ctx) => {
      const count = await undoSeveral(ctx, { batch: String(form.batch ?? "") });
      return { kind: count.left > 0 ? "problem" : "done", code: "several_undone", count };
    });
  });

  door.post("/columns", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const chosen = form.usual === "1" ? [...usualColumns] : [form.column ?? []].flat().map(String);
    return keep(c, safeBack(form.back), async (ctx) => {
      await chooseColumns(ctx, { columns: chosen });
      return { kind: "done", code: "columns_set" };
    });
  });

  door.post("/views", async (c) => {
    const form = await c.req.parseBody();
    const back = safeBack(form.back);
    const { search } = new URL(back, deps.staffUrl);
    return keep(c, back, async (ctx) => {
      await saveView(ctx, { name: String(form.name ?? ""), query: search, shared: form.shared === "1" });
      return { kind: "done", code: "view_saved" };
    });
  });

  door.post("/views/:id/remove", async (c) => {
    const form = await c.req.parseBody();
    const viewId = c.req.param("id");
    return keep(c, safeBack(form.back), async (ctx) => {
      await removeView(ctx, { viewId });
      return { kind: "done", code: "view_removed" };
    });
  });

  async function keep(
    c: Context<StaffVariables>,
    back: string,
    run: (ctx: DeskContext) => Promise<DeskFlash>,
  ): Promise<Response> {
    let flash: DeskFlash;
    try {
      flash = await run(contextOf(deps, c));
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      flash = { kind: "problem", code };
    }
    leaveFlash(c, deps.secure, flash);
    return c.redirect(back, 303);
  }
  return door;
}

/** The page the form was on, with the officer's words still in it, what was wrong, and what others did meanwhile. */
function drawAgain(
  deps: Deps,
  c: Context<StaffVariables>,
  given: {
    tipId: string;
    action: TipActionName;
    form: Record<string, unknown>;
    back: string;
    code: FlashCode;
  },
): Promise<Response> {
  const { tipId, action, form, back, code } = given;
  const field = tipActionTable[action].words;
  const draft = {
    action,
    text: field ? String(form[field] ?? "").slice(0, 5_000) : "",
    band: action === "band" ? Band.catch("C").parse(form.band) : null,
    ...(action === "note" ? { visible: NoteVisible.catch("unit").parse(form.visible) } : {}),
    ...(action === "message" ? { question: String(form.question ?? "").slice(0, 60) } : {}),
    ...(action === "route"
      ? {
          region: Region.nullable()
            .catch(null)
            .parse(form.region ?? null),
        }
      : {}),
    ...(action === "close" ? { outcome: Outcome.catch("other").parse(form.outcome) } : {}),
  };
  const seen =
    code === "stale" ? z.coerce.number().int().nonnegative().catch(0).parse(form.seen) || null : null;
  return drawInPlace(deps, c, {
    tipId,
    back,
    beside: { draft, seen },
    code,
    status: code === "stale" ? 409 : 422,
  });
}

/** `back` where it is the address of the page at `path`, with the list that the officer came from; else `path` alone. */
export const sameAs = (path: string, back: string): string =>
  new URL(back, "http://desk.invalid").pathname === path ? back : path;

/** Draws the page that a form was on, at its own address: the queue with its filters, or the tip alone. */
export async function drawInPlace(
  deps: Deps,
  c: Context<StaffVariables>,
  given: { tipId: string; back: string; beside: Refusal; code?: FlashCode; status?: 200 | 409 | 422 },
): Promise<Response> {
  const { tipId, back, beside, code, status = 200 } = given;
  const ctx = contextOf(deps, c);
  const page = { status, ...(code ? { flash: { kind: "problem", code } as const } : {}) };
  if (new URL(back, deps.staffUrl).pathname === "/staff/") {
    const view = await queueView(ctx, back, { ...beside, tipId });
    return showDeskPage(deps, c, { ...page, path: "/staff/", at: back, view });
  }
  const detail = await openTip(ctx, tipId, beside);
  const path = `/staff/tips/${detail.tip.id}/`;
  const at = sameAs(path, back);
  return showDeskPage(deps, c, { ...page, path, at, view: { kind: "tip", ...detail } });
}

const several: Readonly<Record<string, FlashCode>> = {
  take: "several_taken",
  assign: "several_assigned",
  "set-aside": "several_set_aside",
  restore: "several_restored",
  join: "several_joined",
};
const named = [
  "same_text",
  "nothing_to_undo",
  "too_many_views",
  "choose_two",
  "no_words",
  "translation_not_set_up",
  "translation_unknown_language",
  "translation_failed",
] as const;

export function flashOf(error: unknown): FlashCode | undefined {
  if (error instanceof StaleVersion) return "stale";
  if (error instanceof NotAllowed && error.code === "elsewhere") return "tips_elsewhere";
  if (error instanceof NotAllowed) return named.find((code) => code === error.code) ?? "not_allowed";
  if (!(error instanceof BadInput)) return undefined;
  const empty = error.issues.find(({ code }) => code === "empty")?.path;
  if (error.issues.some(({ path, code }) => path === "text" && code === "too_long")) return "too_long";
  if (error.issues.some(({ code }) => code === "nothing_asked")) return "question_missing";
  if (error.issues.some(({ code }) => code === "not_ahead")) return "due_not_ahead";
  if (empty === "reason") return "reason_missing";
  return empty === "name" ? "name_missing" : "invalid";
}
