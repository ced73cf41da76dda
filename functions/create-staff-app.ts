import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ErrorView } from "./domain/cases/desk-page.ts";
import { codeOf } from "./log.ts";
import { securityHeaders } from "./security-headers.ts";
import {
  BadInput,
  DatabaseAway,
  FileUnavailable,
  NotAllowed,
  NotFound,
  StaleVersion,
  StepUpNeeded,
} from "./service/errors.ts";
import { accountDoor } from "./staff/account-door.ts";
import { type ApiDeps, apiDoor } from "./staff/api-door.ts";
import { casesDoor } from "./staff/cases-door.ts";
import { eventsDoor } from "./staff/events-door.ts";
import { evidenceDoor } from "./staff/evidence-door.ts";
import { exportDoor } from "./staff/export-door.ts";
import { formsDoor } from "./staff/forms-door.ts";
import { showDeskPage } from "./staff/frame.ts";
import { handoverDoor } from "./staff/handover-door.ts";
import { type LiveDeps, liveDoor } from "./staff/live-door.ts";
import { sayLost } from "./staff/lost-file.ts";
import { pagesDoor } from "./staff/pages-door.ts";
import { passkeyDoor } from "./staff/passkey-door.ts";
import { peopleDoor } from "./staff/people-door.ts";
import { keepToTable, routeFor } from "./staff/route-permits.ts";
import { sealedDoor } from "./staff/sealed-door.ts";
import { findOfficer, fromDesk, hasFormToken, type StaffVariables } from "./staff/session.ts";
import { setupDoor } from "./staff/setup-door.ts";
import { type SignInDeps, signInDoor } from "./staff/sign-in-door.ts";
import { spokenDoor } from "./staff/spoken-door.ts";
import { askForProof, stepUpDoor } from "./staff/step-up-door.ts";
import { textsDoor } from "./staff/texts-door.ts";
import { enterPractice, type TrainingDeps, trainingDoor } from "./staff/training.ts";
import { transcriptDoor } from "./staff/transcript-door.ts";
import type { StaticSite } from "./static.ts";

export type StaffAppDeps = ApiDeps &
  SignInDeps &
  LiveDeps &
  TrainingDeps & {
    site: StaticSite;
    ready(): Promise<boolean>;
    /** Counts requests, where counts are asked for. */
    measure?: MiddlewareHandler | undefined;
  };

/** The staff role's whole door. It answers nothing of the public site but its style and script files. */
export function createStaffApp(deps: StaffAppDeps): Hono<StaffVariables> {
  const app = new Hono<StaffVariables>();
  app.use(securityHeaders({ publicUrl: deps.staffUrl, passkeys: true }));
  if (deps.measure) app.use(deps.measure);
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) =>
    (await deps.ready())
      ? c.json({ status: "ready", notReady: [] })
      : c.json({ status: "not ready", notReady: ["database"] }, 503),
  );
  app.get("/_astro/*", deps.site.serve);
  app.get("/icon.svg", deps.site.serve);
  app.get("/", (c) => c.redirect("/staff/", 302));
  app.use("/staff/*", tellWhereTo);
  app.use("/staff/*", findOfficer(deps));
  app.use("/staff/*", enterPractice(deps));
  app.route("/staff/api/v1", apiDoor({ ...deps, codeOf }));

  app.use("/staff/*", bodyLimit({ maxSize: 64 * 1024, onError: (c) => fail(deps, c, 413) }));
  app.use("/staff/*", async (c, next) => {
    const signedIn = c.get("signedIn");
    if (c.req.method === "POST") {
      if (!fromDesk(c, deps.staffUrl)) return fail(deps, c, 403);
      // Sign-in and set-up begin without a session; what they change is guarded by what they ask for.
      const form = routeFor(c) === "anyone" ? undefined : await c.req.parseBody();
      if (form && !hasFormToken(signedIn, form.csrf)) return fail(deps, c, 403);
    }
    if (routeFor(c) === "anyone" || signedIn?.complete) return next();
    return c.redirect(signedIn ? "/staff/setup/" : "/staff/sign-in/", 302);
  });
  app.use("/staff/*", keepToTable);
  app.route("/staff/setup/", setupDoor(deps));
  app.route("/staff/", signInDoor(deps));
  app.route("/staff/", passkeyDoor(deps));
  app.route("/staff/account/", accountDoor(deps));
  app.route("/staff/events/", eventsDoor(deps));
  app.route("/staff/handover/", handoverDoor(deps));
  app.route("/staff/people/", peopleDoor(deps));
  app.get("/staff/session", (c) => {
    const signedIn = c.get("signedIn");
    if (!signedIn) throw new NotFound();
    const { officer, csrf, idleAt, endsAt } = signedIn;
    return c.json({ officer: officer.id, csrf, idleAt, endsAt });
  });
  app.route("/staff/training/", trainingDoor(deps));
  app.route("/staff/step-up/", stepUpDoor(deps));
  app.route("/staff/", sealedDoor(deps));
  app.route("/staff/evidence", evidenceDoor(deps));
  app.route("/staff/recordings", transcriptDoor(deps));
  app.route("/staff/live", liveDoor({ ...deps, codeOf }));
  app.route("/staff/spoken/", spokenDoor(deps));
  app.route("/staff/", exportDoor(deps));
  app.route("/staff/", formsDoor(deps));
  app.route("/staff/", casesDoor(deps));
  app.route("/staff/", textsDoor(deps));
  app.route("/staff/", pagesDoor(deps));

  app.notFound((c) =>
    c.req.path.startsWith("/staff/") && c.get("signedIn") ? fail(deps, c, 404) : c.text("not found", 404),
  );
  app.onError((error, c) => {
    if (error instanceof StepUpNeeded) return askForProof(deps, c);
    if (error instanceof FileUnavailable) return sayLost(deps, c, error);
    const status = statusOf(error);
    if (status === 500)
      deps.staff.log.error({ code: codeOf(error), requestId: c.get("requestId") }, "desk page failed");
    return fail(deps, c, status);
  });
  return app;
}

/** A page's script that sends a form is told where the answer would have led, instead of being led there. */
const tellWhereTo: MiddlewareHandler = async (c, next) => {
  await next();
  const to = c.res.headers.get("location");
  if (to === null || c.req.header("desk-fetch") !== "1") return;
  c.res = new Response(null, { status: 204, headers: { "desk-to": to } });
};

function statusOf(error: unknown): ErrorView["status"] {
  if (error instanceof NotFound) return 404;
  if (error instanceof BadInput) return 422;
  if (error instanceof StaleVersion || error instanceof NotAllowed) return 409;
  if (error instanceof DatabaseAway) return 503;
  return 500;
}

async function fail(
  deps: StaffAppDeps,
  c: Parameters<typeof showDeskPage>[1],
  status: ErrorView["status"],
): Promise<Response> {
  try {
    const view: ErrorView = { kind: "error", status, requestId: c.get("requestId") ?? "", retryAfter: null };
    return await showDeskPage(deps, c, { path: "/staff/error/", view, status });
  } catch {
    return c.text("error", status);
  }
}
