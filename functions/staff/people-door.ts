/** Officers' accounts, for who keeps them: invitations, roles, regions, sessions, and the end of an account. */
import { type Context, Hono } from "hono";
import type { DeskFlash, FlashCode } from "../domain/cases/desk-page.ts";
import type { MadeLink, PeopleView, ShownLink, ShownPerson } from "../domain/cases/people-pages.ts";
import { setupAddress } from "../service/accounts/invite-officer.ts";
import { BadInput, NotAllowed, NotFound, StaleVersion } from "../service/errors.ts";
import type { AdminContext } from "../service/people/admin-context.ts";
import { changeStanding } from "../service/people/change-standing.ts";
import { endAccount, endSessions, endToken } from "../service/people/end-account.ts";
import {
  inviteColleague,
  renewAccount,
  resendInvitation,
  revokeInvitation,
} from "../service/people/invite-colleague.ts";
import { listPeople, showPerson } from "../service/people/list-people.ts";
import type { OpenLink, Person } from "../service/people/ports.ts";
import type { ApiDeps } from "./api-door.ts";
import { leaveFlash, showDeskPage } from "./frame.ts";
import type { StaffVariables } from "./session.ts";
import type { SignInDeps } from "./sign-in-door.ts";
import { shownTokens } from "./token-view.ts";

type Deps = ApiDeps & SignInDeps;
type PeopleContext = Context<StaffVariables>;

export function peopleDoor(deps: Deps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  const linkOf = (made: { token: string; email: string }): MadeLink => ({
    url: setupAddress(deps.staffUrl, made.token),
    email: made.email,
  });
  const text = async (c: PeopleContext, name: string) => String((await c.req.parseBody())[name] ?? "");

  door.get("/", (c) => showPeople(deps, c));

  door.post("/invite", async (c) => {
    const values = {
      email: (await text(c, "email")).slice(0, 200),
      role: await text(c, "role"),
      region: await text(c, "region"),
    };
    try {
      const token = await inviteColleague(adminOf(deps, c), values as Parameters<typeof inviteColleague>[1]);
      return await showPeople(deps, c, { made: linkOf({ token, email: values.email.trim() }) });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const taken = error.issues.some(({ code }) => code === "taken");
      const issue = values.email.trim() === "" ? "empty" : taken ? "taken" : "invalid";
      return showPeople(deps, c, { values, issue });
    }
  });

  door.post("/links/:id/revoke", async (c) => {
    await revokeInvitation(adminOf(deps, c), c.req.param("id"));
    return done(deps, c, "/staff/people/", { code: "link_revoked" });
  });

  door.post("/links/:id/resend", async (c) => {
    const made = await resendInvitation(adminOf(deps, c), c.req.param("id"));
    return showPeople(deps, c, { made: linkOf(made) });
  });

  door.get("/:id/", (c) => showOne(deps, c, c.req.param("id")));

  door.post("/:id/role", async (c) => {
    const id = c.req.param("id");
    const [role, region] = [await text(c, "role"), await text(c, "region")];
    const [roleSeen, regionSeen] = [await text(c, "roleSeen"), await text(c, "regionSeen")];
    return change(deps, c, id, async () => {
      const given = { role, region, roleSeen, regionSeen };
      const { tips, cases, tasks } = await changeStanding(adminOf(deps, c), id, given);
      const count = { done: tips + cases + tasks, left: 0 };
      return count.done > 0 ? { code: "standing_returned", count } : { code: "standing_changed" };
    });
  });

  door.post("/:id/end", async (c) => {
    const id = c.req.param("id");
    return change(deps, c, id, async () => {
      await endAccount(adminOf(deps, c), id);
      return { code: "account_ended" };
    });
  });

  door.post("/:id/end-session", async (c) => {
    const [id, session] = [c.req.param("id"), await text(c, "id")];
    return change(deps, c, id, async () => {
      await endSessions(adminOf(deps, c), id, session);
      return { code: "session_ended" };
    });
  });

  door.post("/:id/end-sessions", async (c) => {
    const id = c.req.param("id");
    return change(deps, c, id, async () => {
      await endSessions(adminOf(deps, c), id, null);
      return { code: "session_ended" };
    });
  });

  door.post("/:id/end-token", async (c) => {
    const [id, token] = [c.req.param("id"), await text(c, "id")];
    return change(deps, c, id, async () => {
      await endToken(adminOf(deps, c), id, token);
      return { code: "token_ended" };
    });
  });

  door.post("/:id/renew", async (c) => {
    const id = c.req.param("id");
    return showOne(deps, c, id, linkOf(await renewAccount(adminOf(deps, c), id)));
  });
  return door;
}

function adminOf(deps: Deps, c: PeopleContext): AdminContext {
  const signedIn = c.get("signedIn");
  if (!signedIn?.complete) throw new NotFound();
  const { officer, provenAt } = signedIn;
  return { ...deps.accounts, log: deps.staff.log, officer, provenAt };
}

async function showPeople(deps: Deps, c: PeopleContext, more: Partial<PeopleView> = {}): Promise<Response> {
  const ctx = adminOf(deps, c);
  const { people, links } = await listPeople(ctx);
  const shown = people.map((person) => shownPerson(person, ctx.officer.id));
  const view: PeopleView = {
    kind: "people",
    people: shown.filter(({ leftAt }) => leftAt === null),
    left: shown.filter(({ leftAt }) => leftAt !== null),
    links: links.map(shownLink),
    made: null,
    values: { email: "", role: "intake", region: "hq" },
    issue: null,
    ...more,
  };
  const page = { path: "/staff/people/", at: "/staff/people/", view };
  return showDeskPage(deps, c, { ...page, status: view.issue ? 422 : 200 });
}

async function showOne(
  deps: Deps,
  c: PeopleContext,
  id: string,
  made: MadeLink | null = null,
  refused?: { status: 409 | 422; code: FlashCode },
): Promise<Response> {
  const ctx = adminOf(deps, c);
  const { person, sessions, tokens, links } = await showPerson(ctx, id);
  const path = `/staff/people/${person.id}/`;
  return showDeskPage(deps, c, {
    path,
    at: path,
    status: refused?.status ?? 200,
    ...(refused ? { flash: { kind: "problem", code: refused.code } } : {}),
    view: {
      kind: "person",
      person: shownPerson(person, ctx.officer.id),
      sessions: sessions.map(({ id: session, startedAt, lastSeenAt }) => ({
        id: session,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      tokens: shownTokens(tokens),
      links: links.map(shownLink),
      made,
    },
  });
}

type Told = Pick<DeskFlash, "code" | "count">;

const named = ["own_account", "last_admin", "account_ended"] as const;

async function change(deps: Deps, c: PeopleContext, id: string, run: () => Promise<Told>): Promise<Response> {
  try {
    const told = await run();
    return done(deps, c, `/staff/people/${id}/`, told);
  } catch (error) {
    if (error instanceof StaleVersion) return showOne(deps, c, id, null, { status: 409, code: "stale" });
    if (error instanceof BadInput) return showOne(deps, c, id, null, { status: 422, code: "invalid" });
    if (!(error instanceof NotAllowed)) throw error;
    const why = named.find((each) => each === error.code) ?? "not_allowed";
    return showOne(deps, c, id, null, { status: 409, code: why === "account_ended" ? "not_allowed" : why });
  }
}

function done(deps: Deps, c: PeopleContext, to: string, told: Told): Response {
  leaveFlash(c, deps.secure, { kind: "done", ...told });
  return c.redirect(to, 303);
}

function shownPerson(person: Person, ownId: string): ShownPerson {
  const { since, leftAt, lastSeenAt, ...rest } = person;
  return {
    ...rest,
    since: since.toISOString(),
    leftAt: leftAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    self: person.id === ownId,
  };
}

function shownLink({ madeAt, expiresAt, userId: _, ...link }: OpenLink): ShownLink {
  return { ...link, madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
