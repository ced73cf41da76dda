/** Writing down what a caller told an officer: the form, and what becomes of it. */
import { type Context, Hono } from "hono";
import type { SpokenDraft } from "../domain/cases/spoken-page.ts";
import { Report } from "../domain/intake/report.ts";
import { Locale } from "../domain/locales/locales.ts";
import { BadInput, NotAllowed } from "../service/errors.ts";
import { listRecentCalls } from "../service/spoken/list-recent-calls.ts";
import { writeDown } from "../service/spoken/write-down.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { leaveFlash, type PageDeps, showDeskPage } from "./frame.ts";
import type { StaffVariables } from "./session.ts";
import { queueRow } from "./views.ts";

const Goods = Report.shape.goods.catch([]);

export function spokenDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/", (c) => {
    const tip = c.req.query("tip") ?? "";
    return show(deps, c, { draft: { ...empty, tip }, key: newKey(deps), issues: [] });
  });

  door.post("/", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const draft = draftOf(form);
    const key = String(form.key ?? "");
    try {
      const { tip, ...report } = draft;
      const done = await writeDown(contextOf(deps, c), {
        ...report,
        goods: Goods.parse(draft.goods),
        tip,
        key,
      });
      leaveFlash(c, deps.secure, { kind: "done", code: done.joined ? "spoken_joined" : "spoken_filed" });
      return c.redirect(done.readable ? `/staff/tips/${done.tipId}/` : "/staff/", 303);
    } catch (error) {
      if (error instanceof NotAllowed)
        return show(deps, c, { draft, key, issues: [{ field: "tip", code: "closed" }] });
      if (!(error instanceof BadInput)) throw error;
      const issues = error.issues.map(({ path, code }) => ({ field: path.split(".")[0] ?? "", code }));
      return show(deps, c, {
        draft,
        key: issues.some(({ field }) => field === "key") ? newKey(deps) : key,
        issues,
      });
    }
  });
  return door;
}

async function show(
  deps: ApiDeps & PageDeps,
  c: Context<StaffVariables>,
  page: { draft: SpokenDraft; key: string; issues: { field: string; code: string }[] },
): Promise<Response> {
  const ctx = contextOf(deps, c);
  const calls = await listRecentCalls(ctx);
  return showDeskPage(deps, c, {
    path: "/staff/spoken/",
    ...(page.issues.length > 0 ? { status: 422 as const } : {}),
    view: {
      kind: "spoken",
      ...page,
      calls: calls.map((call) => {
        const {
          id,
          receivedAt,
          locale,
          band,
          region,
          recordingState,
          case: reference,
        } = queueRow(call, ctx.officer);
        return { id, receivedAt, locale, band, region, recordingState, case: reference };
      }),
    },
  });
}

const empty: SpokenDraft = {
  tip: "",
  locale: "ja",
  text: "",
  goods: [],
  place: "",
  when: "",
  how: "",
  who: "",
  contact: "",
};

function draftOf(form: Record<string, unknown>): SpokenDraft {
  const text = (name: string, most: number) =>
    typeof form[name] === "string" ? String(form[name]).slice(0, most) : "";
  return {
    tip: text("tip", 100),
    locale: Locale.catch("ja").parse(form.locale),
    text: text("text", 40_000),
    goods: [form.goods ?? []].flat().map(String).slice(0, 50),
    place: text("place", 4_000),
    when: text("when", 4_000),
    how: text("how", 4_000),
    who: text("who", 4_000),
    contact: text("contact", 1_000),
  };
}

function newKey({ staff }: ApiDeps): string {
  return Buffer.from(staff.random(24)).toString("base64url");
}
