import { Hono, type MiddlewareHandler } from "hono";
import office from "../content/data/office.json" with { type: "json" };
import { type PartnerDoorDeps, partnerDoor } from "./channels/partner/partner-door.ts";
import { problem } from "./channels/problem.ts";
import { type SmsDoorDeps, smsDoor } from "./channels/sms/sms-door.ts";
import { type VoiceDoorDeps, voiceDoor } from "./channels/voice/voice-door.ts";
import type { FollowUpDoorDeps } from "./channels/web/api/follow-up-door.ts";
import { followUpDoor } from "./channels/web/api/follow-up-door.ts";
import { openApiDocument } from "./channels/web/api/openapi.ts";
import { type TipsDoorDeps, tipsDoor } from "./channels/web/api/tips-door.ts";
import type { WebDoorDeps } from "./channels/web/deps.ts";
import { type AttemptGuard, limitAttempts } from "./channels/web/limit-attempts.ts";
import { webDoor } from "./channels/web/web-door.ts";
import { codeOf } from "./log.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Log } from "./service/ports.ts";
import type { StaticSite } from "./static.ts";

export interface PublicAppDeps {
  publicUrl: string;
  log: Log;
  web: WebDoorDeps;
  api: TipsDoorDeps & FollowUpDoorDeps;
  partner: PartnerDoorDeps;
  voice: VoiceDoorDeps;
  sms: SmsDoorDeps;
  site: StaticSite;
  guard: AttemptGuard;
  /** Count requests and their answers, where counts are asked for. */
  measures?: readonly MiddlewareHandler[];
  /** What is not ready, by name; empty when everything is. */
  notReady(): Promise<string[]>;
}

/** The public role's whole door. Staff pages are not here: whatever is not listed is the site's 404. */
export function createPublicApp(deps: PublicAppDeps): Hono {
  const { log, publicUrl } = deps;
  const app = new Hono();
  app.use(securityHeaders({ publicUrl }));
  app.use(logRequests(log), ...(deps.measures ?? []));
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const notReady = await deps.notReady();
    return c.json(
      { status: notReady.length === 0 ? "ready" : "not ready", notReady },
      notReady.length === 0 ? 200 : 503,
    );
  });
  const document = openApiDocument(publicUrl);
  app.get("/api/openapi.json", (c) => c.json(document));
  app.route("/api/tips", tipsDoor(deps.api));
  app.use("/api/follow-up/*", limitAttempts(deps.guard, tooMany));
  app.route("/api/follow-up", followUpDoor(deps.api));
  app.all("/api/*", (c) => problem(c, 404, "There is nothing at this address."));
  app.route("/partner/v1", partnerDoor(deps.partner));
  app.route("/twilio/voice", voiceDoor(deps.voice));
  app.route("/twilio/sms", smsDoor(deps.sms));
  app.get("/", deps.site.home);
  app.route("/", webDoor(deps.web, deps.api.room));
  app.use(deps.site.serve);
  app.notFound(deps.site.notFound);
  app.onError((error, c) => {
    const requestId = c.get("requestId");
    log.error({ code: codeOf(error), requestId }, "request failed");
    return problem(
      c,
      500,
      `Something went wrong on our side. Nothing was taken. Try again, or call ${office.dial.display}.`,
      [],
      {
        "x-request-id": requestId,
      },
    );
  });
  return app;
}

const tooMany: Parameters<typeof limitAttempts>[1] = (c, retryAfter) =>
  problem(c, 429, "Too many attempts. Wait a little and try again.", [], {
    "retry-after": String(retryAfter),
  });

/** One line a request at debug level: its route, never its address, query or sender. */
function logRequests(log: Log): Parameters<Hono["use"]>[1] {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    if (c.res.status >= 500) {
      log.warn(
        {
          requestId: c.get("requestId"),
          status: c.res.status,
          method: c.req.method,
          ms: Math.round(performance.now() - startedAt),
        },
        "answered with an error",
      );
    }
  };
}
