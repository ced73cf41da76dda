import { type Context, Hono, type MiddlewareHandler } from "hono";
import { limits } from "../../domain/intake/limits.ts";
import { PartnerTipRequest } from "../../domain/partners/partner-tip.ts";
import { DatabaseAway, KeyReused } from "../../service/errors.ts";
import type { PartnerAccepted, PartnerTip } from "../../service/partners/submit-partner-tip.ts";
import { issuesOf, problem } from "../problem.ts";
import { jsonLimit, readJson } from "../read-json.ts";

export interface PartnerDoorDeps {
  /** The partner's id, or undefined. Throws `DatabaseAway`. */
  checkKey(key: string): Promise<string | undefined>;
  submit(tip: PartnerTip): Promise<PartnerAccepted>;
  /** Wrong keys of one source: `wait` looks, `check` counts one; seconds to wait, or 0. */
  wrongKeys: { wait(c: Context): number; check(c: Context): number };
  newKey(): string;
}

type Env = { Variables: { partnerId: string } };

/**
 * `POST /partner/v1/tips` under a partner body's bearer key: 201 with a reference, 200 with the same one for a repeat
 * of the same words. Without a good key nothing of the request is read.
 */
export function partnerDoor(deps: PartnerDoorDeps): Hono<Env> {
  const door = new Hono<Env>();
  door.use(requireKey(deps));
  door.post("/tips", jsonLimit(limits.jsonBytes), async (c) => {
    const body = await readJson(c);
    if ("answer" in body) return body.answer;
    const parsed = PartnerTipRequest.safeParse(body.value);
    if (!parsed.success) return problem(c, 422, "Some fields need another look.", issuesOf(parsed.error));
    const { idempotencyKey = deps.newKey(), ...report } = parsed.data;
    try {
      const { reference, again } = await deps.submit({ partnerId: c.var.partnerId, report, idempotencyKey });
      return c.json({ reference }, again ? 200 : 201);
    } catch (error) {
      if (!(error instanceof KeyReused)) throw error;
      const message = "This key came before with other words. Make a new key for a new report.";
      return problem(c, 422, "This key has been used.", [
        { path: "idempotencyKey", code: "key_reused", message },
      ]);
    }
  });
  door.all("/*", (c) => problem(c, 404, "There is nothing at this address."));
  return door;
}

function requireKey({ checkKey, wrongKeys }: PartnerDoorDeps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const wait = wrongKeys.wait(c);
    if (wait > 0) return tooMany(c, wait);
    try {
      // No key is looked up like a wrong one, so that both take the same time.
      const partnerId = await checkKey(bearerOf(c) ?? "");
      if (partnerId === undefined) {
        wrongKeys.check(c);
        return problem(c, 401, "Send the key you were given as a bearer token.", [], {
          "www-authenticate": 'Bearer realm="partner"',
        });
      }
      c.set("partnerId", partnerId);
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error;
      return problem(
        c,
        503,
        "Keys cannot be checked just now. Nothing was taken. Try again in a minute.",
        [],
        {
          "retry-after": "60",
        },
      );
    }
    return next();
  };
}

function bearerOf(c: Context): string | undefined {
  return /^Bearer +([\w~+/.=-]{1,200})$/i.exec(c.req.header("authorization") ?? "")?.[1];
}

function tooMany(c: Context, retryAfter: number): Response {
  return problem(c, 429, "Too many wrong keys. Wait a little and try again.", [], {
    "retry-after": String(retryAfter),
  });
}
