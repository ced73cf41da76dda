import type { Context } from "hono";
import { Hono } from "hono";
import { limits } from "../../../domain/intake/limits.ts";
import { TipRequest } from "../../../domain/intake/report.ts";
import { formatReceipt } from "../../../domain/receipts/receipt.ts";
import { KeyReused } from "../../../service/errors.ts";
import type { Accepted, TipSubmission } from "../../../service/tips/submit-tip.ts";
import { issuesOf, problem } from "./problem.ts";
import { jsonLimit, readJson } from "./read-json.ts";

export interface TipsDoorDeps {
  submitTip(submission: TipSubmission): Promise<Accepted>;
}

/** `POST /api/tips` as JSON: 201 with a receipt; 200 with the same one for a repeat of the same words. */
export function tipsDoor(deps: TipsDoorDeps): Hono {
  const door = new Hono();
  door.post("/", jsonLimit(limits.jsonBytes), async (c) => {
    const body = await readJson(c);
    if ("answer" in body) return body.answer;
    const parsed = TipRequest.safeParse(body.value);
    if (!parsed.success) return problem(c, 422, "Some fields need another look.", issuesOf(parsed.error));
    const { idempotencyKey, ...report } = parsed.data;
    return answerAccepted(c, () => deps.submitTip({ channel: "web", idempotencyKey, report }));
  });
  return door;
}

/** Turns the verb's outcome into the contract's answers. */
export async function answerAccepted(c: Context, submit: () => Promise<Accepted>): Promise<Response> {
  try {
    const { receipt, acceptedAt, again } = await submit();
    return c.json(
      { receipt: formatReceipt(receipt), acceptedAt: acceptedAt.toISOString() },
      again ? 200 : 201,
    );
  } catch (error) {
    if (!(error instanceof KeyReused)) throw error;
    const path = "idempotencyKey";
    const message = "This key came before with other words. Make a new key for a new report.";
    return problem(c, 422, "This key has been used.", [{ path, code: "key_reused", message }]);
  }
}
