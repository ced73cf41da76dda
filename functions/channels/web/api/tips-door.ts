import { type Context, Hono } from "hono";
import { limits } from "../../../domain/intake/limits.ts";
import { TipRequest } from "../../../domain/intake/report.ts";
import { formatReceipt } from "../../../domain/receipts/receipt.ts";
import { BadInput, KeyReused } from "../../../service/errors.ts";
import type { Accepted, TipSubmission } from "../../../service/tips/submit-tip.ts";
import { issuesFrom, issuesOf, problem } from "../../problem.ts";
import { jsonLimit, readJson } from "../../read-json.ts";
import type { WebDoorDeps } from "../deps.ts";
import { readForm, type SentForm } from "../read-form.ts";
import type { UploadRoom } from "../upload-room.ts";

export interface TipsDoorDeps {
  submitTip(submission: TipSubmission): Promise<Accepted>;
  acceptFiles: WebDoorDeps["acceptFiles"];
  /** Memory for files on their way, shared with the form. */
  room: UploadRoom;
}

/**
 * `POST /api/tips` as JSON, or as multipart with up to five `files`: 201 with a receipt; 200 with the same one for a
 * repeat of the same words.
 */
export function tipsDoor(deps: TipsDoorDeps): Hono {
  const door = new Hono();
  const limit = jsonLimit(limits.jsonBytes);
  door.post("/", (c, next) => {
    const type = c.req.header("content-type")?.toLowerCase() ?? "";
    // A multipart body has limits of its own, kept while it streams in.
    return type.startsWith("multipart/form-data") ? takeForm(deps, c) : limit(c, next);
  });
  door.post("/", async (c) => {
    const body = await readJson(c);
    if ("answer" in body) return body.answer;
    const parsed = TipRequest.safeParse(body.value);
    if (!parsed.success) return problem(c, 422, "Some fields need another look.", issuesOf(parsed.error));
    const { idempotencyKey, ...report } = parsed.data;
    return answerAccepted(c, () => deps.submitTip({ channel: "web", idempotencyKey, report }));
  });
  return door;
}

async function takeForm(deps: TipsDoorDeps, c: Context): Promise<Response> {
  const form = await readForm(c.req.raw, deps.room);
  try {
    if (form.end === "cut") return problem(c, 413, "The body is larger than we can take.");
    if (form.end === "broken") return problem(c, 400, "The body is not a whole multipart form.");
    if (form.issues.length > 0) return refuseFiles(c, form);
    const parsed = TipRequest.safeParse(fieldsOf(form));
    if (!parsed.success) return problem(c, 422, "Some fields need another look.", issuesOf(parsed.error));
    const { idempotencyKey, ...report } = parsed.data;
    return await answerAccepted(c, async () => {
      const { evidence } = await deps.acceptFiles(form.files, {
        keepOriginal: form.one("keepOriginal") === "yes",
      });
      return deps.submitTip({ channel: "web", idempotencyKey, report, evidence });
    });
  } finally {
    form.release();
  }
}

function fieldsOf(form: SentForm): Record<string, unknown> {
  const fields: Record<string, unknown> = { goods: form.all("goods") };
  if (form.all("transport").length > 0) fields.transport = form.all("transport");
  for (const name of ["locale", "text", "place", "when", "how", "who", "contact", "idempotencyKey"]) {
    if (form.all(name).length > 0) fields[name] = form.one(name);
  }
  return fields;
}

function refuseFiles(c: Context, form: SentForm): Response {
  if (form.issues.some((issue) => issue.code === "busy")) {
    return problem(c, 503, "Many files are being sent just now. Try again in a minute.", [], {
      "retry-after": "60",
    });
  }
  const codes: Record<string, string> = { too_many: "too_many_files" };
  const issues = form.issues.map(({ field, code }) => ({ path: field, code: codes[code] ?? code }));
  return problem(
    c,
    form.issues.some((issue) => issue.code === "too_large") ? 413 : 422,
    "A file cannot be taken.",
    issuesFrom(issues),
  );
}

/** Turns the verb's outcome into the contract's answers. */
async function answerAccepted(c: Context, submit: () => Promise<Accepted>): Promise<Response> {
  try {
    const { receipt, acceptedAt, again } = await submit();
    return c.json(
      { receipt: formatReceipt(receipt), acceptedAt: acceptedAt.toISOString() },
      again ? 200 : 201,
    );
  } catch (error) {
    if (error instanceof BadInput)
      return problem(c, 422, "A file cannot be taken.", issuesFrom(error.issues));
    if (!(error instanceof KeyReused)) throw error;
    const path = "idempotencyKey";
    const message = "This key came before with other words. Make a new key for a new report.";
    return problem(c, 422, "This key has been used.", [{ path, code: "key_reused", message }]);
  }
}
