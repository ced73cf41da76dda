/** `GET` and `POST /{locale}/report/`: the form, what to put right with every word kept, or the receipt. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type {
  FieldIssue,
  FileNote,
  IssueCode,
  ReportPage,
  Trouble,
} from "../../domain/intake/public-page.ts";
import type { TipRequest } from "../../domain/intake/report.ts";
import type { OfferedLocale } from "../../domain/locales/offered.ts";
import { formatReceipt } from "../../domain/receipts/receipt.ts";
import { BadInput, KeyReused, TooMany } from "../../service/errors.ts";
import type { SentFile, WebDoorDeps } from "./deps.ts";
import { hasKey, parseReport, typedValues } from "./parse-report.ts";
import { readForm, type SentForm } from "./read-form.ts";
import { fromOwnPage } from "./same-origin.ts";
import { issueKey, showPage } from "./show-page.ts";
import type { UploadRoom } from "./upload-room.ts";

const path = (locale: OfferedLocale) => `/${locale}/report/`;

const emptyForm = { one: () => "", all: () => [] };

export async function showReportForm(deps: WebDoorDeps, locale: OfferedLocale): Promise<Response> {
  const values = typedValues(emptyForm);
  const page: ReportPage = {
    kind: "report",
    idempotencyKey: issueKey(deps),
    values,
    issues: [],
    filesLost: false,
  };
  return showPage(deps, path(locale), page);
}

export async function takeReport(
  deps: WebDoorDeps,
  room: UploadRoom,
  c: Context,
  locale: OfferedLocale,
): Promise<Response> {
  const form = await readForm(c.req.raw, room);
  try {
    return await answerReport(deps, c, locale, form);
  } finally {
    form.release();
  }
}

async function answerReport(
  deps: WebDoorDeps,
  c: Context,
  locale: OfferedLocale,
  form: SentForm,
): Promise<Response> {
  const values = typedValues(form);
  const filesLost = form.files.length > 0 || form.issues.length > 0;
  const sameKey = hasKey(form) ? form.one("idempotencyKey") : issueKey(deps);

  const again = (
    status: ContentfulStatusCode,
    wrong: { issues?: FieldIssue[]; trouble?: Trouble; key?: string; retryAfter?: number },
  ) =>
    showPage(
      deps,
      path(locale),
      {
        kind: "report",
        idempotencyKey: wrong.key ?? sameKey,
        values,
        issues: wrong.issues ?? [],
        ...(wrong.trouble && { trouble: wrong.trouble }),
        filesLost,
      },
      { status, ...(wrong.retryAfter !== undefined && { retryAfter: wrong.retryAfter }) },
    );

  if (form.end === "cut") return again(413, { trouble: "too_much" });
  if (form.end === "broken") return again(400, { trouble: "failed" });
  if (!fromOwnPage(c.req.raw.headers, deps.publicUrl)) return again(403, { trouble: "elsewhere" });
  if (!hasKey(form)) return again(422, { trouble: "key_missing" });

  const parsed = parseReport(values, locale, sameKey);
  const issues = [...(parsed.ok ? [] : parsed.issues), ...form.issues];
  if (!parsed.ok || issues.length > 0) return again(422, { issues });

  try {
    await deps.limit?.(c, "report");
    return await fileReport(deps, locale, parsed.request, form.files, values.keepOriginal);
  } catch (error) {
    if (error instanceof BadInput) return again(422, { issues: fileIssues(error, form.files) });
    if (error instanceof KeyReused) return again(422, { trouble: "key_reused", key: issueKey(deps) });
    if (error instanceof TooMany) return again(429, { trouble: "too_often", retryAfter: error.retryAfter });
    deps.log.error(
      { code: error instanceof Error ? error.name : "unknown", route: "report" },
      "report not taken",
    );
    return again(503, { trouble: "failed" });
  }
}

async function fileReport(
  deps: WebDoorDeps,
  locale: OfferedLocale,
  request: TipRequest,
  files: SentFile[],
  keepOriginal: boolean,
): Promise<Response> {
  const { evidence, notes } =
    files.length > 0 ? await deps.acceptFiles(files, { keepOriginal }) : { evidence: [], notes: [] };
  const accepted = await deps.submit(request, evidence);
  const receipt = formatReceipt(accepted.receipt);
  const shown: FileNote[] = notes.map(({ index, removed }) => ({
    name: files[index]?.name ?? "",
    removed: removed === "metadata" ? "metadata" : "nothing",
    original: keepOriginal && removed === "metadata",
  }));
  try {
    return await showPage(deps, path(locale), {
      kind: "received",
      receipt,
      acceptedAt: accepted.acceptedAt,
      files: shown,
      contactLeft: request.contact !== undefined,
    });
  } catch (error) {
    // The tip is safe: whatever is wrong with the page, its receipt must reach the person.
    logFailure(deps, error);
    return new Response(receipt, {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    });
  }
}

function logFailure(deps: WebDoorDeps, error: unknown): void {
  deps.log.error(
    { code: error instanceof Error ? error.name : "unknown", route: "report" },
    "report page failed",
  );
}

const fileCodes: ReadonlySet<string> = new Set<IssueCode>([
  "too_many",
  "too_large",
  "unsupported_type",
  "not_cleanable",
  "broken",
]);

function fileIssues(error: BadInput, files: readonly SentFile[]): FieldIssue[] {
  return error.issues.map((issue) => ({
    field: "files",
    code: fileCodes.has(issue.code) ? (issue.code as IssueCode) : "broken",
    file: files[Number(issue.path.split(".")[1])]?.name ?? "",
  }));
}
