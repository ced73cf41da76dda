import { Hono } from "hono";
import { z } from "zod";
import { limits } from "../../../domain/intake/limits.ts";
import { IdempotencyKey } from "../../../domain/intake/report.ts";
import { Locale } from "../../../domain/locales/locales.ts";
import { Receipt } from "../../../domain/receipts/receipt.ts";
import { DatabaseAway } from "../../../service/errors.ts";
import type { ReadStatusWords, StatusWords } from "../../../service/texts/status-words.ts";
import type { Addition } from "../../../service/threads/add-message.ts";
import type { FollowUpView } from "../../../service/threads/follow-up.ts";
import { issuesOf, problem } from "../../problem.ts";
import { jsonLimit, readJson } from "../../read-json.ts";

/** `locale` is the language of the status's words. */
export const FollowUpRequest = z.object({ receipt: Receipt, locale: Locale.default("ja") });

export const AdditionRequest = z.object({
  receipt: Receipt,
  text: z
    .string()
    .max(limits.text)
    .refine((words) => words.trim() !== "", { error: "empty" }),
  locale: Locale.default("ja"),
  /** Without one a repeat of the request adds the words twice. */
  idempotencyKey: IdempotencyKey.optional(),
});

export interface FollowUpDoorDeps {
  followUp(input: { receipt: string }): Promise<FollowUpView>;
  statusWords: ReadStatusWords;
  addMessage(input: Addition): Promise<{ acceptedAt: Date }>;
  newKey(): string;
}

const namesOf = ({ label, text }: StatusWords) => ({ statusLabel: label, statusText: text });

/** `POST /api/follow-up` and `/api/follow-up/messages`. A receipt nobody has answers as one with an empty thread. */
export function followUpDoor(deps: FollowUpDoorDeps): Hono {
  const door = new Hono();
  door.use(jsonLimit(limits.jsonBytes));
  door.post("/", async (c) => {
    const body = await readJson(c);
    if ("answer" in body) return body.answer;
    const parsed = FollowUpRequest.safeParse(body.value);
    if (!parsed.success) return problem(c, 422, "A receipt is sixteen digits.", issuesOf(parsed.error));
    try {
      const { status, messages } = await deps.followUp(parsed.data);
      return c.json({
        status,
        ...namesOf(await deps.statusWords(status, parsed.data.locale)),
        messages: messages.map((message) => ({ ...message, at: message.at.toISOString() })),
      });
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error;
      return problem(c, 503, "This cannot be looked up just now. Try again in a minute.", [], {
        "retry-after": "60",
      });
    }
  });
  door.post("/messages", async (c) => {
    const body = await readJson(c);
    if ("answer" in body) return body.answer;
    const parsed = AdditionRequest.safeParse(body.value);
    if (!parsed.success) return problem(c, 422, "Some fields need another look.", issuesOf(parsed.error));
    const { idempotencyKey = deps.newKey(), ...addition } = parsed.data;
    const { acceptedAt } = await deps.addMessage({ ...addition, idempotencyKey });
    return c.json({ acceptedAt: acceptedAt.toISOString() }, 201);
  });
  return door;
}
