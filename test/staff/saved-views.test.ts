import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let kobe: Browser;
let colleague: Browser;
let moji: Browser;
beforeAll(async () => {
  desk = await testDesk();
  [kobe, colleague, moji] = [new Browser(desk), new Browser(desk), new Browser(desk)];
  await setUp(desk, kobe, { role: "supervisor", region: "kobe" });
  await setUp(desk, colleague, { role: "investigator", region: "kobe" });
  await setUp(desk, moji, { role: "supervisor", region: "moji" });
});
afterAll(() => desk?.close());

const save = async (browser: Browser, fields: Record<string, string>) =>
  browser.post("/staff/views", { csrf: await browser.csrf(), ...fields });
const saved = async (browser: Browser) =>
  (await browser.page("/staff/", "queue")).view.saved.map(({ name, href, mine, shared }) => ({
    name,
    href,
    mine,
    shared,
  }));

describe("a saved view", () => {
  it("keeps the filters of the list, not the tip beside it nor the place in it", async () => {
    const back = "/staff/?band=A&band=B&q=CSQU3054383&tip=0&cursor=x&evil=1";
    const answer = await save(kobe, { name: " コンテナのみ ", back });
    expect(answer.headers.get("location")).toBe(back);
    const href = "/staff/?band=A&band=B&q=CSQU3054383";
    expect(await saved(kobe)).toEqual([{ name: "コンテナのみ", href, mine: true, shared: false }]);
  });

  it("is its officer's own unless it is shared with their region", async () => {
    await save(kobe, { name: "神戸の電話", back: "/staff/?channel=voice", shared: "1" });
    expect(await saved(colleague)).toEqual([
      { name: "神戸の電話", href: "/staff/?channel=voice", mine: false, shared: true },
    ]);
    expect(await saved(moji)).toEqual([]);
  });

  it("lies sealed: neither name nor what is looked for can be read in the database", async () => {
    const { rows } = await desk.owner.pool.query(
      "select encode(sealed, 'escape') as sealed, team from saved_views",
    );
    expect(rows).toHaveLength(2);
    for (const { sealed } of rows) expect(sealed).not.toMatch(/CSQU|3054383|コンテナ|band|channel/);
  });

  it("is taken away by its officer and by nobody else", async () => {
    const { view } = await kobe.page("/staff/", "queue");
    const shared = view.saved.find((each) => each.shared)?.id ?? "";
    for (const other of [colleague, moji]) {
      const answer = await other.post(`/staff/views/${shared}/remove`, { csrf: await other.csrf() });
      expect(answer.status).toBe(404);
    }
    expect(await saved(colleague)).toHaveLength(1);
    await kobe.post(`/staff/views/${shared}/remove`, { csrf: await kobe.csrf() });
    expect(await saved(colleague)).toEqual([]);
  });

  it("for a team is taken away by a supervisor of that team too, whoever kept it, and both are on record by ids", async () => {
    await save(colleague, { name: "貨物の電話", back: "/staff/?channel=voice", shared: "1" });
    await save(colleague, { name: "自分だけ", back: "/staff/?channel=sms" });
    const { rows } = await desk.owner.pool.query(
      `select id, team, officer_id from saved_views where officer_id =
         (select actor_id from events where action = 'view.saved' order by seq desc limit 1) order by id`,
    );
    const [shared, own] = rows;
    // Their keeper leaves; the view stays for the others.
    await desk.owner.pool.query(`update auth."user" set "leftAt" = now() where id = $1`, [shared.officer_id]);
    const find = async (browser: Browser) =>
      (await browser.page("/staff/", "queue")).view.saved.find(({ id }) => id === shared.id);
    expect(await find(kobe)).toMatchObject({ mine: false, shared: true, mayRemove: true });
    const remove = async (browser: Browser, id: string) =>
      (await browser.post(`/staff/views/${id}/remove`, { csrf: await browser.csrf(), back: "/staff/" }))
        .status;
    expect(await remove(moji, shared.id), "of another team").toBe(404);
    expect(await remove(kobe, own.id), "no team's").toBe(404);
    expect(await remove(kobe, shared.id)).toBe(303);
    expect(await find(kobe)).toBeUndefined();
    const written = await desk.owner.pool.query(
      "select action, subject_id, details from events where action like 'view.%' and subject_id = any($1) order by seq",
      [[shared.id, own.id]],
    );
    expect(written.rows).toEqual(
      ["view.saved", "view.removed"].map((action) => ({
        action,
        subject_id: shared.id,
        details: { team: "kobe" },
      })),
    );
    await desk.owner.pool.query(`update auth."user" set "leftAt" = null where id = $1`, [shared.officer_id]);
  });

  it("wants a name, and there are twenty at most", async () => {
    await save(kobe, { name: "  ", back: "/staff/?unread=1" });
    expect((await kobe.page("/staff/account/", "account")).frame.flash?.code).toBe("name_missing");
    for (let at = (await saved(kobe)).length; at < 20; at += 1)
      await save(kobe, { name: `view ${at}`, back: `/staff/?q=word${at}` });
    await kobe.page("/staff/account/", "account");
    await save(kobe, { name: "one too many", back: "/staff/?q=more" });
    expect((await kobe.page("/staff/account/", "account")).frame.flash?.code).toBe("too_many_views");
    expect(await saved(kobe)).toHaveLength(20);
  });
});
