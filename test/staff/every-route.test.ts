import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { mayAtDesk, mayOnTip, readableScope, type TipAction } from "../../functions/domain/access/permits.ts";
import { actionFits } from "../../functions/domain/cases/offered-actions.ts";
import type { TipLane } from "../../functions/domain/cases/tip-state.ts";
import { type RouteSubject, routePermits } from "../../functions/staff/route-permits.ts";
import { tipActionTable } from "../../functions/staff/tip-actions.ts";
import { type DeskRoute, deskRoutes } from "../support/desk-routes.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { doubtfulNumber, type LaidTip, type LaidTips, layTips } from "./laid-tips.ts";
import { type Seat, seat } from "./seat.ts";

const postings: StaffRegion[] = ["tokyo", "hq"];
type ActionName = keyof typeof tipActionTable;
const actions = Object.keys(tipActionTable) as ActionName[];

let desk: TestDesk;
let laid: LaidTips;
/** What every form and every program sends; each verb takes of it what it knows. */
const body: Record<string, string> = {
  band: "A",
  reason: "because",
  text: "words",
  status: "reading",
  outcome: "other",
  visible: "all",
  source: "B",
  information: "2",
  handling: "H3",
  region: "moji",
  ...doubtfulNumber,
};
beforeAll(async () => {
  desk = await testDesk({ translator: { translate: async () => ({ kind: "done", text: "words" }) } });
  laid = await layTips(desk);
  body.officer = (await desk.officer("supervisor")).id;
}, 120_000);
afterAll(() => desk?.close());

/** One address with one tip's names in it, and the permit that it asks for. */
interface Asked {
  route: DeskRoute;
  path: string;
  action: TipAction;
  name: string;
}

/** Of a tip, what the `:id` of an address may name. */
const subjects: Record<Exclude<RouteSubject, "view" | "case">, (tip: LaidTip) => string> = {
  tip: ({ id }) => id,
  evidence: ({ evidence }) => evidence,
};

/** Every address that is about one tip; those with an action in them once for each action. */
function askedOf(tip: LaidTip): Asked[] {
  return deskRoutes().flatMap((route) => {
    const who = routePermits[route.key];
    if (!who || typeof who === "string" || !who.tip || !who.of || who.of === "view" || who.of === "case")
      return [];
    const path = route.path.replace(":id", subjects[who.of](tip));
    if (who.tip !== "named") return [{ route, path, action: who.tip, name: who.tip }];
    return actions.map((action) => ({ route, path: path.replace(":action", action), action, name: action }));
  });
}

async function send(
  { browser, csrf, api }: Seat,
  method: string,
  path: string,
  more = {},
): Promise<Response> {
  const json = path.startsWith("/staff/api/v1");
  if (json && method === "GET") return api.get(path.slice("/staff/api/v1".length));
  if (json) return api.post(path.slice("/staff/api/v1".length), { ...body, ...more });
  if (method === "GET") return browser.request(path);
  return browser.post(path, { ...body, csrf, back: "/staff/account/", ...more });
}

/** What an answer says of itself, as far as it tells one refusal from another. */
async function refusalOf(answer: Response): Promise<string> {
  const said = (await answer.json()) as { code?: string; frame?: { flash?: { code: string } } };
  return `${answer.status} ${said.code ?? said.frame?.flash?.code ?? ""}`.trim();
}

/** Where the tip must lie so that the action makes sense there. */
const laneFor = (action: string): TipLane => (action === "restore" ? "quarantine" : "queue");

async function changesBy(officerId: string, tipId: string): Promise<number> {
  const { rows } = await desk.owner.pool.query(
    "select count(*)::int as n from events where actor_id = $1 and tip_id = $2 and action <> 'tip.read'",
    [officerId, tipId],
  );
  return rows[0].n;
}

/** Something for the officer to take back, which leaves the tip in its state: a band, or the closing of a closed one. */
async function changeFirst(officer: Seat, tip: LaidTip): Promise<void> {
  const closed = tip.state === "closed";
  await laid.lay(closed ? { ...tip, state: "in_progress" } : tip);
  const answer = await officer.api.post(`/tips/${tip.id}/${closed ? "close" : "band"}`, body);
  expect(answer.status, `something to take back in ${tip.state}`).toBe(200);
}

async function walk(role: StaffRole, posting: StaffRegion, officer: Seat): Promise<number> {
  let walked = 0;
  for (const tip of laid.tips) {
    const standing = { role, region: posting };
    const reads = mayOnTip(standing, "read", tip);
    let changes = 0;
    let touched = true;
    for (const { route, path, action, name } of askedOf(tip)) {
      const may = mayOnTip(standing, action, tip);
      // What is refused changes nothing: only after a success, or for another lane, it is laid again.
      if (touched || (may && laneFor(name) !== "queue"))
        await laid.lay(tip, may ? laneFor(name) : "queue", name === "part");
      else if (may && name === "part") await laid.lay(tip, "queue", true);
      touched = may;
      if (may && name === "strike-note") body.note = await laid.note(tip, officer.id);
      if (may && name === "undo") {
        await changeFirst(officer, tip);
        changes += 1;
      }
      const answer = await send(officer, route.method, path, { tip: tip.id });
      const said = `${role} of ${posting}, ${tip.state} in ${tip.region}: ${route.method} ${path}`;
      walked += 1;
      if (!reads) expect(answer.status, said).toBe(404);
      else if (!may && route.method === "GET") expect(answer.status, said).toBe(404);
      else if (!may)
        expect(await refusalOf(answer), said).toBe(
          path.includes("/api/") ? "409 not_permitted" : "422 not_allowed",
        );
      else expect([200, 303], said).toContain(answer.status);
      const done = answer.status === 200 || answer.status === 303;
      if (done && action !== "read") changes += 1;
      if (name in tipActionTable)
        expect(
          actionFits(name as ActionName, {
            lane: laneFor(name),
            ownerId: null,
            channel: "web",
            caseTips: 2,
            answerable: true,
          }),
        ).toBe(true);
    }
    expect(await changesBy(officer.id, tip.id), `${role} of ${posting}: events of ${tip.state}`).toBe(
      changes,
    );
  }
  return walked;
}

describe("every role, posting, state and region at every address of a tip", () => {
  for (const role of StaffRole.options)
    for (const posting of postings)
      it(`lets ${role} of ${posting} do what the table lists, and nothing else`, async () => {
        const officer = await seat(desk, role, posting);
        await officer.prove();
        // Tips of their own: a log that grows with every walk makes each page slower.
        if (readableScope({ role, region: posting })) laid = await layTips(desk);
        body.with = laid.other;
        const first = laid.tips[0];
        const each = first ? askedOf(first).length : 0;
        expect(each).toBeGreaterThan(actions.length * 2);
        expect(await walk(role, posting, officer)).toBe(laid.tips.length * each);
      }, 240_000);
});

/** How often the words of one question have been changed. */
async function wordings(): Promise<number> {
  const { rows } = await desk.owner.pool.query("select count(*)::int as n from desk_texts");
  return rows[0].n;
}

describe("every role at every address that is about no single tip", () => {
  const desks = deskRoutes().filter(({ key }) => {
    const who = routePermits[key];
    return who !== undefined && typeof who !== "string" && (!who.of || who.of === "view");
  });

  for (const role of StaffRole.options)
    it(`lets ${role} where the table gives that role business, and nowhere else`, async () => {
      const officer = await seat(desk, role, "tokyo");
      const standing = { role, region: "tokyo" as const };
      for (const tip of laid.tips) await laid.lay(tip);
      const [tip] = laid.tips;
      for (const { key, method, path } of desks) {
        const who = routePermits[key];
        if (who === undefined || typeof who === "string") continue;
        const business =
          who.own === true ||
          (who.tip !== undefined && readableScope(standing) !== null) ||
          (who.desk !== undefined && mayAtDesk(standing, who.desk));
        const asked = path.replace(":id", randomUUID());
        const query = path.endsWith("events") || path.endsWith("events/") ? `?tip=${tip?.id}` : "";
        const answer = await send(officer, method, `${asked}${query}`, {
          // What was told in no call is a tip of its own.
          tip: path === "/staff/spoken/" ? "" : `${tip?.id}:0`,
          action: "take",
          name: "view",
          key: "question.which_day",
          locale: "ja",
          // Words that differ from those of the last request, over the version that one made.
          text: randomUUID(),
          version: String(await wordings()),
        });
        await answer.body?.cancel();
        // A name that nothing bears is not there for anyone, whatever their business.
        if (!business || who.of === "view") expect(answer.status, key).toBe(404);
        else {
          expect([401, 403, 405], key).not.toContain(answer.status);
          expect(answer.status, key).toBeLessThan(500);
          if (!path.includes(":id")) expect(answer.status, key).not.toBe(404);
        }
      }
    }, 60_000);

  for (const role of StaffRole.options)
    for (const posting of postings)
      it(`lists to ${role} of ${posting} the tips that the table lets them read, and no other`, async () => {
        const { api } = await seat(desk, role, posting);
        for (const tip of laid.tips) await laid.lay(tip);
        const states = laid.tips.map(({ state }) => state);
        const listed = await api.get(`/tips?limit=200&state=${[...new Set(states)].join()}`);
        const standing = { role, region: posting };
        if (!readableScope(standing)) return expect(listed.status).toBe(404);
        const { items } = (await listed.json()) as { items: { id: string }[] };
        const seen = new Set(items.map(({ id }) => id));
        expect(laid.tips.filter(({ id }) => seen.has(id)).map(({ id }) => id)).toEqual(
          laid.tips.filter((tip) => mayOnTip(standing, "read", tip)).map(({ id }) => id),
        );
      });

  it("lets an officer remove a view of their own, and a supervisor those of the team, and nobody else's", async () => {
    const [mine, other] = [
      await seat(desk, "investigator", "tokyo"),
      await seat(desk, "investigator", "tokyo"),
    ];
    const [lead, away] = [await seat(desk, "supervisor", "tokyo"), await seat(desk, "supervisor", "kobe")];
    for (const shared of ["1", "1", ""])
      await mine.browser.post("/staff/views", {
        csrf: mine.csrf,
        name: "ours",
        back: "/staff/?band=A",
        shared,
      });
    const { rows } = await desk.owner.pool.query(
      "select id from saved_views where officer_id = $1 order by id",
      [mine.id],
    );
    const remove = (seat: Seat, at: number) => send(seat, "POST", `/staff/views/${rows[at].id}/remove`);
    for (const seat of [other, away]) expect((await remove(seat, 0)).status).toBe(404);
    expect((await remove(mine, 0)).status).toBe(303);
    expect((await remove(lead, 1)).status).toBe(303);
    expect((await remove(lead, 2)).status, "kept for one alone").toBe(404);
  });
});
