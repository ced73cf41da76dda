/** `GET` and `POST /{locale}/follow-up/`: asks for a receipt, shows what lies under it, takes an addition. */
import type { Context } from "hono";
import { limits } from "../../domain/intake/limits.ts";
import type { AskPage, IssueCode, ThreadPage } from "../../domain/intake/public-page.ts";
import type { OfferedLocale } from "../../domain/locales/offered.ts";
import { formatReceipt, Receipt } from "../../domain/receipts/receipt.ts";
import { TooMany } from "../../service/errors.ts";
import type { WebDoorDeps } from "./deps.ts";
import { hasKey } from "./parse-report.ts";
import { readForm, type SentForm } from "./read-form.ts";
import { fromOwnPage } from "./same-origin.ts";
import { issueKey, showPage } from "./show-page.ts";
import type { UploadRoom } from "./upload-room.ts";

const path = (locale: OfferedLocale) => `/${locale}/follow-up/`;
/** No file is taken here, so none may take room. */
const noRoom: UploadRoom = { take: () => false, giveBack: () => undefined };

export async function showAsk(deps: WebDoorDeps, locale: OfferedLocale): Promise<Response> {
  return showPage(deps, path(locale), { kind: "ask", receipt: "", issues: [] });
}

export async function answerFollowUp(
  deps: WebDoorDeps,
  c: Context,
  locale: OfferedLocale,
): Promise<Response> {
  const form = await readForm(c.req.raw, noRoom);
  const typed = form.one("receipt").slice(0, limits.contact);
  const ask = (page: Partial<AskPage>) => ({ kind: "ask" as const, receipt: typed, issues: [], ...page });
  if (form.end !== "whole") return showPage(deps, path(locale), ask({ trouble: "failed" }), { status: 400 });
  // Looking from elsewhere tells that page nothing; a person who came so presses the button once more.
  if (!fromOwnPage(c.req.raw.headers, deps.publicUrl))
    return showPage(deps, path(locale), ask({}), { status: 403 });
  const receipt = Receipt.safeParse(typed);
  if (!receipt.success) {
    return showPage(deps, path(locale), ask({ issues: [{ field: "receipt", code: "invalid" }] }), {
      status: 422,
    });
  }
  if (form.one("step") === "add") return takeAddition(deps, c, locale, receipt.data, form);
  try {
    await deps.limit?.(c, "follow-up");
    const page = { ...emptyThread(deps, receipt.data), ...(await lookUp(deps, locale, receipt.data)) };
    return showPage(deps, path(locale), page);
  } catch (error) {
    if (error instanceof TooMany) {
      return showPage(deps, path(locale), ask({ trouble: "too_often" }), {
        status: 429,
        retryAfter: error.retryAfter,
      });
    }
    report(deps, error);
    return showPage(deps, path(locale), ask({ trouble: "failed" }), { status: 503 });
  }
}

async function takeAddition(
  deps: WebDoorDeps,
  c: Context,
  locale: OfferedLocale,
  receipt: Receipt,
  form: SentForm,
): Promise<Response> {
  const message = form.one("message");
  const key = hasKey(form) ? form.one("idempotencyKey") : issueKey(deps);
  const kept = { ...emptyThread(deps, receipt), idempotencyKey: key, message };
  const wrong: IssueCode | undefined =
    message.trim() === "" ? "empty" : message.length > limits.text ? "too_long" : undefined;
  if (!hasKey(form) || wrong) {
    const page: ThreadPage = wrong
      ? { ...kept, issues: [{ field: "message", code: wrong }] }
      : { ...kept, trouble: "key_missing" };
    return showPage(
      deps,
      path(locale),
      { ...page, ...(await lookAgain(deps, locale, receipt)) },
      { status: 422 },
    );
  }
  try {
    await deps.limit?.(c, "follow-up");
    await deps.addMessage({ receipt, locale, text: message, idempotencyKey: key });
  } catch (error) {
    if (error instanceof TooMany) {
      return showPage(
        deps,
        path(locale),
        { ...kept, trouble: "too_often" },
        { status: 429, retryAfter: error.retryAfter },
      );
    }
    report(deps, error);
    return showPage(deps, path(locale), { ...kept, trouble: "failed" }, { status: 503 });
  }
  const page: ThreadPage = { ...emptyThread(deps, receipt), added: true };
  return showPage(deps, path(locale), { ...page, ...(await lookAgain(deps, locale, receipt)) });
}

/** The thread under a receipt, and what its status is called. Throws `DatabaseAway`, `TooMany`. */
async function lookUp(
  deps: WebDoorDeps,
  locale: OfferedLocale,
  receipt: Receipt,
): Promise<Partial<ThreadPage>> {
  const thread = await deps.followUp(receipt);
  return { ...thread, statusWords: await deps.statusWords(thread.status, locale) };
}

function emptyThread(deps: WebDoorDeps, receipt: Receipt): ThreadPage {
  return {
    kind: "thread",
    receipt: formatReceipt(receipt),
    status: null,
    statusWords: null,
    messages: [],
    idempotencyKey: issueKey(deps),
    added: false,
    message: "",
    issues: [],
  };
}

/** The thread beside an addition; what was added is acknowledged even when the thread cannot be read now. */
async function lookAgain(
  deps: WebDoorDeps,
  locale: OfferedLocale,
  receipt: Receipt,
): Promise<Partial<ThreadPage>> {
  try {
    return await lookUp(deps, locale, receipt);
  } catch (error) {
    report(deps, error);
    return {};
  }
}

function report(deps: WebDoorDeps, error: unknown): void {
  deps.log.error(
    { code: error instanceof Error ? error.name : "unknown", route: "follow-up" },
    "follow-up not answered",
  );
}
