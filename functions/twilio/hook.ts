import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { every } from "hono/combine";
import { limits } from "../domain/intake/limits.ts";
import { parseForm } from "./form.ts";
import { isSignedByTwilio } from "./verify.ts";

export interface TwilioHookOptions {
  /** Empty when the office has no telephone provider: every hook then answers 503. */
  authTokens: readonly string[];
  publicUrl: string;
}

/** A handler behind `verifiedHook` finds the parsed fields of the signed body in `c.get("form")`. */
export interface VerifiedForm {
  Variables: { form: Record<string, string | string[]> };
}

/** Lets only requests through that Twilio signed: 503 without a token, 413 when too long, 403 when unsigned. */
export function verifiedHook(options: TwilioHookOptions): MiddlewareHandler<VerifiedForm> {
  const limit = bodyLimit({ maxSize: limits.hookBytes, onError: (c) => c.body(null, 413) });
  const verify: MiddlewareHandler<VerifiedForm> = async (c, next) => {
    if (!options.authTokens.some((token) => token !== ""))
      return c.text("telephone provider not configured", 503);
    const fields = parseForm(await c.req.text());
    const signature = c.req.header("x-twilio-signature");
    const target = rawTarget(c.req.url);
    if (!isSignedByTwilio({ signature, target, fields }, options)) return c.text("forbidden", 403);
    c.set("form", fields);
    return next();
  };
  return every(limit, verify) as MiddlewareHandler<VerifiedForm>;
}

/** Path and query as they came in, undecoded. */
function rawTarget(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("://") + 3));
}
