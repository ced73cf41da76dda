import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Registry } from "./registry.ts";

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Counts and times each request by its route's pattern: what stands in the pattern's place is never looked at. */
export function measureRequests(registry: Registry): MiddlewareHandler {
  const durations = registry.histogram(
    "shirokuro_request_duration_seconds",
    "Time to an answer, by route pattern.",
    bounds,
  );
  const requests = registry.counter("shirokuro_requests", "Requests by route pattern and status.");
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const about = {
      route: routePath(c),
      method: methods.has(c.req.method) ? c.req.method : "other",
    };
    durations.observe(about, (performance.now() - startedAt) / 1000);
    requests.add({ ...about, status: c.res.status });
  };
}

/** Counts what the doors that take tips refused, by code, and what the telephone's hooks answered, by status. */
export function measureDoors(registry: Registry): MiddlewareHandler {
  const refused = registry.counter(
    "shirokuro_tips_refused",
    "Requests with a tip that were refused, by code.",
  );
  const hooks = registry.counter("shirokuro_hook_answers", "Answers to the telephone provider, by status.");
  return async (c, next) => {
    await next();
    const { status } = c.res;
    const route = routePath(c);
    const hook = /^\/twilio\/(voice|sms)/.exec(route)?.[1];
    if (hook) hooks.add({ hook, status });
    const channel = hook ?? channelOf(route);
    if (channel && status >= 400 && c.req.method === "POST") refused.add({ channel, code: refusalCode(c) });
  };
}

function channelOf(route: string): string | undefined {
  if (route.startsWith("/partner/")) return "partner";
  return route.startsWith("/api/tips") || /^\/:locale(\{[^}]*\})?\/report/.test(route) ? "web" : undefined;
}

const byStatus: Readonly<Record<number, string>> = {
  400: "malformed",
  401: "key_wrong",
  403: "forbidden",
  404: "not_found",
  413: "too_large",
  415: "unsupported_type",
  422: "invalid",
  429: "too_many",
  503: "unavailable",
};

function refusalCode(c: Context): string {
  return c.get("refusal") ?? byStatus[c.res.status] ?? "failed";
}
