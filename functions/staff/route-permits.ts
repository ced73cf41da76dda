/** For whom each address of the desk is: the one table. An address it does not list is refused, whoever asks. */
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { type DeskAction, mayAtDesk, readableScope, type TipAction } from "../domain/access/permits.ts";
import { NotFound } from "../service/errors.ts";
import type { StaffVariables } from "./session.ts";

/** What the `:id` of an address names. */
export type RouteSubject = "tip" | "case" | "evidence" | "view";

/**
 * `anyone`: also without a session. `officer`: whoever is signed in, for what is their own. Else what the table of
 * permits must allow, of one tip (`named`: the action that the address names) or of the desk; one of the two is enough.
 */
export type RouteFor =
  | "anyone"
  | "officer"
  | {
      tip?: TipAction | "named";
      desk?: DeskAction;
      /** Whoever is signed in, for what is their own. */
      own?: true;
      of?: RouteSubject;
      /** Only after the officer proved again, a moment ago, that it is they; the verb asks for it. */
      proven?: true;
    };

export const routePermits: Readonly<Record<string, RouteFor>> = {
  "GET /staff/": "officer",
  "GET /staff/account/": "officer",
  "POST /staff/account/backup-codes": "officer",
  "POST /staff/account/end-others": "officer",
  "POST /staff/account/end-session": "officer",
  "POST /staff/account/end-token": "officer",
  "POST /staff/account/passkeys": { own: true, proven: true },
  "POST /staff/account/passkeys/question": { own: true, proven: true },
  "POST /staff/account/passkeys/remove": "officer",
  "POST /staff/account/password": "officer",
  "GET /staff/api/v1/cases/:id": { tip: "read", of: "case" },
  "POST /staff/api/v1/cases/:id/:action": { tip: "read", of: "case" },
  "GET /staff/api/v1/events": { tip: "read", desk: "events" },
  "POST /staff/api/v1/recordings/:id/transcript": { tip: "transcribe", of: "evidence" },
  "POST /staff/api/v1/step-up": "officer",
  "GET /staff/api/v1/tasks": { tip: "read" },
  "GET /staff/api/v1/texts": { desk: "texts" },
  "POST /staff/api/v1/texts": { desk: "texts" },
  "GET /staff/api/v1/tips": { tip: "read" },
  "GET /staff/api/v1/tips/:id": { tip: "read", of: "tip" },
  "POST /staff/api/v1/tips/:id/:action": { tip: "named", of: "tip" },
  "POST /staff/api/v1/tips/:id/translate": { tip: "translate", of: "tip" },
  "POST /staff/api/v1/tips/:id/open-contact": { tip: "open-contact", of: "tip", proven: true },
  "GET /staff/cases/:id/": { tip: "read", of: "case" },
  "POST /staff/cases/:id/:action": { tip: "read", of: "case" },
  "POST /staff/columns": { tip: "read" },
  "GET /staff/events/": { tip: "read", desk: "events" },
  "GET /staff/events/export.csv": { desk: "events", proven: true },
  "POST /staff/events/verify": { desk: "events" },
  "GET /staff/evidence/:id": { tip: "open-evidence", of: "evidence" },
  "GET /staff/evidence/:id/disguised": { tip: "open-evidence", of: "evidence", proven: true },
  "GET /staff/evidence/:id/file": { tip: "open-evidence", of: "evidence", proven: true },
  "GET /staff/evidence/:id/sealed": { tip: "save-sealed", of: "evidence", proven: true },
  "GET /staff/evidence/:id/outline": { tip: "open-evidence", of: "evidence" },
  "GET /staff/live": { tip: "read" },
  "GET /staff/handover/": { desk: "handover" },
  "POST /staff/handover/": { desk: "handover" },
  "POST /staff/handover/:id/take": { desk: "handover" },
  "GET /staff/people/": { desk: "accounts" },
  "GET /staff/people/:id/": { desk: "accounts" },
  "POST /staff/people/:id/end": { desk: "accounts", proven: true },
  "POST /staff/people/:id/end-session": { desk: "accounts" },
  "POST /staff/people/:id/end-sessions": { desk: "accounts" },
  "POST /staff/people/:id/end-token": { desk: "accounts" },
  "POST /staff/people/:id/renew": { desk: "accounts", proven: true },
  "POST /staff/people/:id/role": { desk: "accounts", proven: true },
  "POST /staff/people/invite": { desk: "accounts", proven: true },
  "POST /staff/people/links/:id/resend": { desk: "accounts", proven: true },
  "POST /staff/people/links/:id/revoke": { desk: "accounts" },
  "POST /staff/preferences": "anyone",
  "GET /staff/queue.csv": { desk: "export-queue", proven: true },
  "POST /staff/recordings/:id/transcript": { tip: "transcribe", of: "evidence" },
  "POST /staff/search": { tip: "read" },
  "GET /staff/session": "officer",
  "GET /staff/setup/": "anyone",
  "POST /staff/setup/": "anyone",
  "GET /staff/setup/qr.svg": "anyone",
  "POST /staff/several": { tip: "read" },
  "POST /staff/several/undo": { tip: "read" },
  "GET /staff/sign-in/": "anyone",
  "POST /staff/sign-in/": "anyone",
  "POST /staff/sign-in/passkey": "anyone",
  "POST /staff/sign-in/passkey/question": "anyone",
  "POST /staff/sign-out": "anyone",
  "GET /staff/spoken/": { desk: "write-down" },
  "POST /staff/spoken/": { desk: "write-down" },
  "GET /staff/step-up/": "officer",
  "POST /staff/step-up/": "officer",
  "POST /staff/step-up/question": "officer",
  "GET /staff/tasks/": { tip: "read" },
  "POST /staff/texts": { desk: "texts" },
  "GET /staff/texts/": { desk: "texts" },
  "GET /staff/tips/:id/": { tip: "read", of: "tip" },
  "GET /staff/tips/:id/sealed": { tip: "save-sealed", of: "tip", proven: true },
  "POST /staff/tips/:id/translate": { tip: "translate", of: "tip" },
  "POST /staff/tips/:id/:action": { tip: "named", of: "tip" },
  "POST /staff/tips/:id/open-contact": { tip: "open-contact", of: "tip", proven: true },
  "GET /staff/totp/": "anyone",
  "POST /staff/totp/": "anyone",
  "GET /staff/training/": "officer",
  "POST /staff/training/enter": "officer",
  "POST /staff/training/leave": "officer",
  "POST /staff/training/prepare": "officer",
  "POST /staff/views": { tip: "read" },
  "POST /staff/views/:id/remove": { tip: "read", of: "view" },
};

/** What the table says of the address that will answer; undefined where none will, or the table does not list it. */
export function routeFor(c: Context): RouteFor | undefined {
  const answering = matchedRoutes(c).find(({ method }) => method !== "ALL");
  const key = `${answering?.method} ${answering?.path}`;
  return Object.hasOwn(routePermits, key) ? routePermits[key] : undefined;
}

/**
 * Lets through to an address only whose role has business there. Which tips of which region and state is the verbs' to
 * say: this door stands before them, so that one which forgot to ask opens nothing to a role without tips.
 * @throws `NotFound`
 */
export const keepToTable: MiddlewareHandler<StaffVariables> = async (c, next) => {
  const who = routeFor(c);
  if (who === undefined) throw new NotFound();
  if (who === "anyone") return next();
  const signedIn = c.get("signedIn");
  if (!signedIn?.complete) throw new NotFound();
  const { officer } = signedIn;
  const may =
    who === "officer" ||
    who.own === true ||
    (who.tip !== undefined && readableScope(officer) !== null) ||
    (who.desk !== undefined && mayAtDesk(officer, who.desk));
  if (!may) throw new NotFound();
  return next();
};
