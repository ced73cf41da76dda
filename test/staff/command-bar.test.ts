import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskPlaces } from "../../functions/domain/access/desk-places.ts";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { render } from "../site/built.ts";
import { Browser } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let supervisor: Seat;
let tip: string;
beforeAll(async () => {
  desk = await testDesk({ render: (path, locals) => render(new Request(new URL(path, staffUrl)), locals) });
  supervisor = await seat(desk, "supervisor");
  tip = await desk.tip("今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。");
  const other = await desk.tip("横浜港のコンテナ CSQU3054383 のことを、別の人からも聞きました。");
  await desk.owner.pool.query(
    `insert into related_tips (first_id, second_id, relation, why, likeness, found_at)
     values ($1, $2, 'independent', '{same_container}', 12, now()) on conflict do nothing`,
    [tip, other].sort(),
  );
});
afterAll(() => desk?.close());

const page = async (browser: Browser, path: string) => (await browser.request(path)).text();
const bar = (html: string) => /<desk-commands[\s\S]*?<\/desk-commands>/.exec(html)?.[0] ?? "";
const each = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&amp;", "&"),
  );
const acts = (html: string) =>
  each(bar(html), "data-id").flatMap((id) => (id.startsWith("act.") ? id.slice(4) : []));
/** What of a tip's page has a key or a place in the bar; other sheets open no action of the table. */
const withoutAct = new Set([
  "glossary",
  "contact",
  "language",
  "theme-auto",
  "theme-light",
  "theme-dark",
  "sign-out",
]);
/** The bar of what is new shows itself only above a list. */
const offered = (html: string) =>
  [...new Set(each(html.replace(bar(html), ""), "data-key"))].filter(
    (key) => !withoutAct.has(key) && (key !== "fresh" || html.includes('id="list"')),
  );

describe("the command bar", () => {
  it.each(StaffRole.options)(
    "leads an officer with the role %s where they may go, and nowhere else",
    async (role) => {
      const { browser } = await seat(desk, role);
      const html = await page(browser, "/staff/account/");
      const hrefs = each(bar(html), "data-href");
      for (const href of hrefs) expect((await browser.request(href)).status, href).toBe(200);
      for (const { href } of Object.values(deskPlaces).filter((place) => !hrefs.includes(place.href)))
        expect((await browser.request(href)).status, href).not.toBe(200);
      expect(hrefs.length).toBeGreaterThanOrEqual(2);
      // A search is for who has a queue.
      expect(bar(html).includes("data-typed")).toBe(hrefs.includes("/staff/"));
    },
  );

  it("offers on a tip what its page has a button or form for, as it lies and for who asks", async () => {
    const intake = await seat(desk, "intake");
    const look = async () => {
      for (const { browser } of [supervisor, intake])
        for (const path of [
          `/staff/tips/${tip}/`,
          `/staff/?tip=${tip}`,
          `/staff/?lane=set_aside&tip=${tip}`,
        ]) {
          const html = await page(browser, path);
          expect(new Set(acts(html)), path).toEqual(new Set(offered(html)));
        }
      return acts(await page(supervisor.browser, `/staff/tips/${tip}/`));
    };
    const begun = await look();
    expect(begun).toEqual(expect.arrayContaining(["take", "band", "aside", "join", "close", "keys"]));
    expect(begun).not.toContain("undo");
    await supervisor.api.post(`/tips/${tip}/take`, {});
    expect(await look()).toEqual(expect.arrayContaining(["undo"]));
    await supervisor.api.post(`/tips/${tip}/set-aside`, { reason: "別件" });
    const aside = await look();
    expect(aside).toContain("restore");
    expect(aside).not.toContain("aside");
    await supervisor.api.post(`/tips/${tip}/restore`, {});
    await supervisor.api.post(`/tips/${tip}/close`, { outcome: "nothing_found", reason: "済み" });
    const closed = acts(await page(supervisor.browser, `/staff/tips/${tip}/`));
    expect(closed).toContain("reopen");
    expect(closed).not.toContain("band");
    await supervisor.api.post(`/tips/${tip}/reopen`, {});
  });

  it("offers on a case what its page has a form for", async () => {
    const [row] = (
      (await (await supervisor.api.get("/tips?q=CSQU3054383")).json()) as { items: { case: string }[] }
    ).items;
    const html = await page(supervisor.browser, `/staff/cases/${row?.case}/`);
    expect(acts(html)).toEqual(expect.arrayContaining(["unit", "owner", "note", "close"]));
    expect(new Set(acts(html))).toEqual(new Set(offered(html)));
  });

  it("lists on every page the views that the officer keeps, and holds no word of a tip", async () => {
    await supervisor.browser.post("/staff/views", {
      csrf: supervisor.csrf,
      name: "神戸の電話",
      back: "/staff/?channel=voice&region=kobe",
    });
    for (const path of [
      "/staff/",
      `/staff/tips/${tip}/`,
      "/staff/handover/",
      "/staff/account/",
      "/staff/tasks/",
    ]) {
      const html = bar(await page(supervisor.browser, path));
      expect(html, path).toContain("神戸の電話");
      expect(each(html, "data-href"), path).toContain("/staff/?region=kobe&channel=voice");
      for (const words of ["倉庫", "CSQU", "別の人"]) expect(html, path).not.toContain(words);
    }
    const colleague = await seat(desk, "supervisor", "moji");
    expect(bar(await page(colleague.browser, "/staff/"))).not.toContain("神戸の電話");
  });

  it("is there on a page of an error, and not before somebody has signed in", async () => {
    const missing = await supervisor.browser.request("/staff/tips/00000000-0000-7000-8000-000000000000/");
    expect(missing.status).toBe(404);
    expect(each(bar(await missing.text()), "data-href")).toContain("/staff/");
    expect(bar(await page(new Browser(desk), "/staff/sign-in/"))).toBe("");
  });

  it("is a link to the search where no script runs", async () => {
    const html = await page(supervisor.browser, "/staff/");
    expect(bar(html)).toMatch(/<a[^>]* href="\/staff\/#search"/);
    expect(html).toMatch(/<input id="search" type="search"/);
  });
});
