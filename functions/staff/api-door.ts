/** The desk's JSON interface, `/staff/api/v1/`: the same verbs and permissions as the pages. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { proofLifeMs } from "../domain/access/step-up.ts";
import { filtersOf } from "../domain/cases/tip-filters.ts";
import { composeWords } from "../domain/intake/report.ts";
import { Locale } from "../domain/locales/locales.ts";
import { showArrivals } from "../service/arrivals/show-arrivals.ts";
import { listSiblings } from "../service/cases/list-siblings.ts";
import { openContact } from "../service/cases/open-contact.ts";
import {
  BadInput,
  DatabaseAway,
  FileUnavailable,
  NotAllowed,
  NotFound,
  StaleVersion,
  StepUpNeeded,
} from "../service/errors.ts";
import type { DeskContext, StaffContext } from "../service/staff-context.ts";
import { listQuestions } from "../service/texts/list-questions.ts";
import { listEvents } from "../service/tips/list-events.ts";
import { listRelated } from "../service/tips/list-related.ts";
import { listTips } from "../service/tips/list-tips.ts";
import { readRecordings } from "../service/tips/read-recording-copies.ts";
import { readTip } from "../service/tips/read-tip.ts";
import { typeTranscript } from "../service/tips/type-transcript.ts";
import { translateTip } from "../service/translation/translate-tip.ts";
import { addCaseRoutes } from "./case-api.ts";
import { sayLost } from "./lost-file.ts";
import { problem } from "./problem.ts";
import { shownRecordings } from "./recording-view.ts";
import { shownArrival, shownRelated, shownSibling } from "./related-view.ts";
import { keepToTable } from "./route-permits.ts";
import { fromDesk, type StaffVariables } from "./session.ts";
import type { SignInDeps } from "./sign-in-door.ts";
import { proveByCode } from "./step-up-door.ts";
import { isTipAction, tipActionTable } from "./tip-actions.ts";
import { queueRow, shownEvent, tipDetail } from "./views.ts";

export interface ApiDeps {
  staff: StaffContext;
  staffUrl: string;
}

/** `codeOf` names an error for the log without its message. */
export function apiDoor(
  deps: ApiDeps & SignInDeps & { codeOf(error: unknown): string },
): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.use(bodyLimit({ maxSize: 64 * 1024, onError: (c) => problem(c, 413, "too_large") }));
  door.use(async (c, next) => {
    const signedIn = c.get("signedIn");
    if (!signedIn?.complete) return problem(c, 401, "sign_in");
    const changes = c.req.method !== "GET" && c.req.method !== "HEAD";
    // A browser sends cookies by itself, a bearer token never.
    if (changes && !c.get("viaToken") && !fromDesk(c, deps.staffUrl)) return problem(c, 403, "elsewhere");
    if (changes && !isJson(c)) return problem(c, 415, "json_wanted");
    return next();
  });
  door.use(keepToTable);

  door.get("/tips", async (c) => {
    const ctx = contextOf(deps, c);
    const { tips, nextCursor } = await listTips(ctx, filtersOf(new URL(c.req.url).searchParams));
    return c.json({ items: tips.map((tip) => queueRow(tip, ctx.officer)), nextCursor });
  });

  door.get("/tips/:id", async (c) => {
    const ctx = contextOf(deps, c);
    const opened = await readTip(ctx, { tipId: c.req.param("id") });
    const detail = tipDetail(opened, ctx.officer);
    const related = await listRelated(ctx, { tipId: opened.tip.id });
    const arrival = (await showArrivals(ctx, [opened.tip.id])).get(opened.tip.id);
    const siblings = await listSiblings(ctx, opened.tip);
    const { words } = opened;
    return c.json({
      ...detail.tip,
      text: words ? composeWords(words.report).text : null,
      source: detail.source,
      partner: detail.partner,
      report: words?.report ?? null,
      verdict: words?.verdict ?? null,
      doubts: detail.doubts,
      glossary: detail.glossary,
      evidence: detail.evidence,
      recordings: shownRecordings(await readRecordings(ctx, { tipId: opened.tip.id }), opened, ctx.officer),
      thread: detail.messages.map(({ segments, ...message }) => ({
        ...message,
        text: segments?.map(({ text }) => text).join("") ?? null,
      })),
      notes: detail.notes,
      contactLeft: detail.contactLeft,
      publicStatus: detail.publicStatus,
      questions: detail.actions.includes("message")
        ? await listQuestions(ctx, Locale.parse(opened.tip.locale))
        : [],
      related: related.tips.map((each) => shownRelated(each, ctx.officer)),
      siblings: siblings.tips.map((row) => shownSibling(row, ctx.officer)),
      arrival: arrival ? shownArrival(arrival) : null,
      events: detail.events,
      actions: detail.actions,
    });
  });

  door.get("/events", async (c) => {
    const { events, nextCursor } = await listEvents(contextOf(deps, c), c.req.query());
    return c.json({ items: events.map(shownEvent), nextCursor });
  });

  door.post("/step-up", async (c) => {
    const signedIn = c.get("signedIn");
    const { code } = (await jsonOf(c)) as { code?: unknown };
    if (!signedIn) throw new NotFound();
    const result = await proveByCode(deps, signedIn, typeof code === "string" ? code : "");
    if (result.kind === "proven") return c.json({ holdsSeconds: proofLifeMs / 1000 });
    if (result.kind === "used") return problem(c, 422, "used_code");
    if (result.kind === "wrong") return problem(c, 422, "wrong_code");
    c.header("retry-after", String(result.retryAfter));
    return problem(c, 429, "locked");
  });

  door.post("/tips/:id/translate", async (c) => {
    const { target } = (await jsonOf(c)) as { target?: "ja" };
    return c.json(
      await translateTip(contextOf(deps, c), { tipId: c.req.param("id"), target: target ?? "ja" }),
    );
  });

  door.post("/tips/:id/open-contact", async (c) => {
    const { reason } = (await jsonOf(c)) as { reason?: string };
    return c.json(await openContact(contextOf(deps, c), { tipId: c.req.param("id"), reason: reason ?? "" }));
  });

  door.post("/recordings/:id/transcript", async (c) => {
    const input = (await jsonOf(c)) as { text?: string; version?: number };
    const given = { evidenceId: c.req.param("id"), version: input.version, text: input.text ?? "" };
    return c.json(await typeTranscript(contextOf(deps, c), given));
  });

  addCaseRoutes(door, (c) => contextOf(deps, c), jsonOf);

  door.post("/tips/:id/:action", async (c) => {
    const { id, action } = c.req.param();
    if (!isTipAction(action)) throw new NotFound();
    const input = await jsonOf(c);
    return c.json(await tipActionTable[action].run(contextOf(deps, c), { ...input, tipId: id }));
  });

  door.notFound((c) => problem(c, 404, "not_found"));
  door.onError((error, c) => {
    if (error instanceof NotFound) return problem(c, 404, "not_found");
    if (error instanceof BadInput) return problem(c, 422, "bad_input", { issues: error.issues });
    if (error instanceof StaleVersion) return problem(c, 409, "stale");
    if (error instanceof StepUpNeeded) return problem(c, 403, "step_up");
    if (error instanceof NotAllowed) return problem(c, 409, error.code);
    if (error instanceof FileUnavailable) return sayLost(deps, c, error);
    if (error instanceof DatabaseAway) return problem(c, 503, "database_away");
    deps.staff.log.error({ code: deps.codeOf(error), requestId: c.get("requestId") }, "desk request failed");
    return problem(c, 500, "failed");
  });
  return door;
}

export function contextOf(deps: Pick<ApiDeps, "staff">, c: Context<StaffVariables>): DeskContext {
  const signedIn = c.get("signedIn");
  if (!signedIn?.complete) throw new NotFound();
  if (!signedIn.training) return { ...deps.staff, officer: signedIn.officer, provenAt: signedIn.provenAt };
  // A session in training is never given the real stores, whatever went wrong. A proof is no part of the exercise.
  if (!signedIn.practice) throw new NotFound();
  return { ...signedIn.practice.staff, officer: signedIn.practice.officer, provenAt: deps.staff.clock() };
}

async function jsonOf(c: Context): Promise<object> {
  const body: unknown = await c.req.json().catch(() => {
    throw new BadInput([{ path: "", code: "not_json" }]);
  });
  return typeof body === "object" && body !== null ? body : {};
}

function isJson(c: Context): boolean {
  return c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() === "application/json";
}
