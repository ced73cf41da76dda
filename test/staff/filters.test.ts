import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { deskWords } from "../../src/i18n/desk.ts";
import { filterChips, ownerChoices } from "../../src/i18n/desk-filters.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";
import { seat } from "./seat.ts";

let desk: TestDesk;
let api: Api;
let browser: Browser;
let officerId: string;
const caseId = "01980000-0000-7000-8000-00000000ca5e";
const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;
beforeAll(async () => {
  desk = await testDesk();
  ({ api, id: officerId } = await desk.officer("supervisor"));
  browser = new Browser(desk);
  await setUp(desk, browser, { role: "intake" });
  const set = (id: string | undefined, columns: string, ...values: unknown[]) =>
    desk.owner.pool.query(`update tips set ${columns} where id = $1`, [id, ...values]);
  for (const name of ["box", "boat", "call", "old"]) ids[name] = await desk.tip(`港で見たもの ${name}`);
  await set(
    ids.box,
    "lang = 'vi', categories = '{cocaine,gold}', urgency = 'now', due_at = now() + interval '5 hours'",
  );
  await set(
    ids.boat,
    "lang = 'ko', categories = '{gold}', urgency = 'soon', due_at = now() + interval '2 days', owner_id = $2",
    officerId,
  );
  await desk.owner.pool.query(
    `insert into cases (id, reference, unit) values ($1, 'SK-2026-000777', 'dogs')`,
    [caseId],
  );
  await set(ids.boat, "case_id = $2", caseId);
  await set(
    ids.call,
    "lang = 'ja', categories = '{}', urgency = 'undated', due_at = null, eta = null, region = 'kobe', channel = 'voice'",
  );
  await set(
    ids.old,
    "lang = 'ja', categories = '{firearms}', urgency = 'past', due_at = now() - interval '2 days', lane = 'quarantine'",
  );
});
afterAll(() => desk?.close());

async function found(query: string): Promise<string[]> {
  const answer = await api.get(`/tips?${query}`);
  expect(answer.status, query).toBe(200);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items.map(({ id }) => nameOf(id)).sort();
}

describe("the queue's filters", () => {
  it.each([
    ["lang=vi&lang=ko", ["boat", "box"]],
    ["lang=vi,ja", ["box", "call"]],
    ["goods=gold", ["boat", "box"]],
    ["goods=cocaine", ["box"]],
    ["urgency=now&urgency=undated", ["box", "call"]],
    ["due=day", ["box"]],
    ["due=three_days", ["boat", "box"]],
    ["due=past", []],
    ["due=past&lane=quarantine", ["old"]],
    ["owner=me", ["boat"]],
    ["owner=none", ["box", "call"]],
    ["channel=voice", ["call"]],
    ["region=kobe&lang=ja", ["call"]],
    ["goods=gold&urgency=soon&owner=me&due=week", ["boat"]],
    ["goods=gold&lang=ja", []],
    ["goods=gold&due=&owner=&lang=", ["boat", "box"]],
    ["unit=dogs", ["boat"]],
    ["unit=xray", []],
  ])("%s finds %j", async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it("take an officer by their id, and refuse what is no filter", async () => {
    expect(await found(`owner=${officerId}`)).toEqual(["boat"]);
    for (const wrong of ["lang=xx", "goods=tea", "due=tomorrow", "owner=a%20b", "urgency=0"])
      expect((await api.get(`/tips?${wrong}`)).status, wrong).toBe(422);
  });

  it("are told with how many tips fit them, and how many each choice takes in", async () => {
    const { view } = await browser.page("/staff/?goods=gold&due=day", "queue");
    expect(view.matching).toBe(1);
    expect(view.facets.lang).toMatchObject({ vi: 1, ko: 1, ja: 1 });
    expect(view.facets.unit).toEqual({ dogs: 1 });
    expect(view.facets.goods).toEqual({ gold: 2, cocaine: 1 });
    expect(view.filters).toMatchObject({ goods: ["gold"], due: "day", owner: null });
  });

  it("stay in a saved view", async () => {
    const back = "/staff/?lang=vi&goods=gold&due=week&owner=none&urgency=now";
    await browser.post("/staff/views", { csrf: await browser.csrf(), name: "Gold", back });
    const { view } = await browser.page("/staff/", "queue");
    expect(view.saved[0]?.href).toBe("/staff/?lang=vi&goods=gold&urgency=now&due=week&owner=none");
  });
});

describe("the officer to narrow by", () => {
  const t = deskWords("en");

  it("is anyone who may have a tip that one may read, for who assigns nothing too", async () => {
    const colleague = await desk.officer("investigator", "moji");
    await desk.officer("auditor");
    const ownersFor = async (role: StaffRole, region: StaffRegion) =>
      (await (await seat(desk, role, region)).browser.page("/staff/", "queue")).view.owners;
    for (const [role, region, sees] of [
      ["intake", "hq", true],
      ["investigator", "moji", true],
      ["investigator", "kobe", false],
      ["supervisor", "hq", true],
    ] as const) {
      const owners = await ownersFor(role, region);
      expect(
        owners.some(({ id }) => id === colleague.id),
        `${role} ${region}`,
      ).toBe(sees);
      // Headquarters may have a tip of any region.
      expect(owners.map(({ id }) => id)).toContain(officerId);
      expect(owners.filter((each) => ["auditor", "analyst", "admin"].includes(each.role))).toEqual([]);
    }
  });

  it("stays chosen when the form is sent again, also once they have left", async () => {
    for (const owner of [officerId, "someone-who-left"]) {
      const { view, frame } = await browser.page(`/staff/?owner=${owner}`, "queue");
      const choices = ownerChoices(view, frame.officer?.id ?? "", t);
      expect(choices.filter(({ chosen }) => chosen).map(({ value }) => value)).toEqual([owner]);
    }
    const { view, frame } = await browser.page("/staff/?owner=me", "queue");
    expect(ownerChoices(view, frame.officer?.id ?? "", t).find(({ chosen }) => chosen)?.word).toBe("Mine");
  });
});

describe("a search", () => {
  const search = async (fields: Record<string, string>) => {
    const sent = await browser.post("/staff/search", { csrf: await browser.csrf(), ...fields });
    return sent.headers.get("location") ?? "";
  };

  it("stays within the filters that were set, says so, and goes everywhere from elsewhere", async () => {
    const to = await search({ q: "港", list: "goods=gold&owner=me&arriving=1&q=before&cursor=x&tip=7" });
    expect(to).toBe(`/staff/?goods=gold&owner=me&arriving=1&q=${encodeURIComponent("港")}`);
    const { view, frame } = await browser.page(to, "queue");
    const chips = filterChips(view, to.slice("/staff/?".length), frame.officer?.id ?? "", deskWords("en"));
    expect(chips.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Search: 港",
      "Goods: Gold",
      "Due: Arriving next",
      "Officer: Mine",
    ]);
    expect(await search({ q: "港" })).toBe(`/staff/?q=${encodeURIComponent("港")}`);
  });

  it("leads to no other place, whatever the form says", async () => {
    for (const list of ["//elsewhere.example/", "&tip=7&next=https://elsewhere.example", "#", "\r\nx: y"]) {
      const to = await search({ q: "box", list });
      expect(to).toBe("/staff/?q=box");
    }
  });
});

describe("the list that an officer came from", () => {
  it("stays in the address of a tip and of a case when a form is refused there, and no other address does", async () => {
    const csrf = await browser.csrf();
    const list = `list=${encodeURIComponent("goods=gold&due=week")}`;
    const tip = `/staff/tips/${ids.box}/`;
    const one = await browser.post(`${tip}set-aside`, {
      csrf,
      version: "0",
      reason: "",
      back: `${tip}?${list}`,
    });
    expect(one.status).toBe(422);
    expect((await read(one, "tip")).frame.path).toBe(`${tip}?${list}`);
    const other = await browser.post(`${tip}set-aside`, {
      csrf,
      version: "0",
      reason: "",
      back: `/staff/tasks/?${list}`,
    });
    expect((await read(other, "tip")).frame.path).toBe(tip);
    const file = "/staff/cases/SK-2026-000777/";
    const third = await browser.post(`${file}note`, { csrf, text: "", back: `${file}?${list}` });
    expect(third.status).toBe(422);
    expect((await read(third, "case")).frame.path).toBe(`${file}?${list}`);
  });

  it("is kept with a long search in a script of three bytes too", async () => {
    const csrf = await browser.csrf();
    const query = new URLSearchParams({ goods: "gold", q: "港".repeat(200) });
    const back = `/staff/tips/${ids.call}/?${new URLSearchParams({ list: query.toString() })}`;
    const sent = await browser.post(`/staff/tips/${ids.call}/note`, {
      csrf,
      text: "A word",
      visible: "me",
      back,
    });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, back]);
  });
});

describe("the columns of the queue", () => {
  it("are the usual ones until an officer chooses, and then theirs alone, in the table's order", async () => {
    const columns = async (from = browser) => (await from.page("/staff/", "queue")).view.columns;
    expect(await columns()).toEqual(["due", "how", "score"]);
    const form = new URLSearchParams({ csrf: await browser.csrf(), back: "/staff/?band=A" });
    for (const column of ["score", "owner", "due"]) form.append("column", column);
    const answer = await browser.request("/staff/columns", {
      method: "POST",
      body: form,
      headers: { origin: "http://desk.example" },
    });
    expect(answer.headers.get("location")).toBe("/staff/?band=A");
    expect(await columns()).toEqual(["due", "owner", "score"]);
    const other = new Browser(desk);
    await setUp(desk, other, { role: "intake" });
    expect(await columns(other)).toEqual(["due", "how", "score"]);
    await browser.post("/staff/columns", { csrf: await browser.csrf(), usual: "1" });
    expect(await columns()).toEqual(["due", "how", "score"]);
  });

  it("may be none at all, and no column that is none is kept", async () => {
    await browser.post("/staff/columns", { csrf: await browser.csrf() });
    expect((await browser.page("/staff/", "queue")).view.columns).toEqual([]);
    await browser.post("/staff/columns", { csrf: await browser.csrf(), column: "sealed" });
    const { view, frame } = await browser.page("/staff/", "queue");
    expect(view.columns).toEqual([]);
    expect(frame.flash).toMatchObject({ kind: "problem", code: "invalid" });
  });
});
