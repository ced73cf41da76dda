import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type DeskChanges, listenToDesk } from "../../functions/store/listen.ts";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { seat } from "./seat.ts";

let desk: TestDesk;
let changes: DeskChanges | undefined;
let hanako: Browser;
let kobe: Browser;
const open: Line[] = [];
beforeAll(async () => {
  desk = await testDesk({ onChange: (listener) => changes?.onChange(listener) ?? (() => undefined) });
  changes = listenToDesk(desk.database.urls.staff, () => undefined);
  [hanako, kobe] = [new Browser(desk), new Browser(desk)];
  await setUp(desk, hanako, { role: "supervisor", name: "佐藤 花子" });
  await setUp(desk, kobe, { role: "investigator", region: "kobe", name: "Ken Kobe" });
});
afterEach(async () => {
  for (const line of open.splice(0)) await line.close();
});
afterAll(async () => {
  await changes?.close();
  await desk?.close();
});

/** A page's live line, as a browser reads it. */
class Line {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = "";

  constructor(answer: Response) {
    if (!answer.body) throw new Error("no stream");
    this.#reader = answer.body.getReader();
  }

  static async open(browser: Browser, query: Record<string, string>): Promise<Line> {
    const answer = await browser.request(`/staff/live?${new URLSearchParams(query)}`);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const line = new Line(answer);
    open.push(line);
    return line;
  }

  /** The next event of this name that `fits`; anything else before it is let go. */
  async next<T>(name: string, fits: (data: T) => boolean = () => true): Promise<T> {
    for (const until = Date.now() + 20_000; Date.now() < until; ) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const told = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const data = /^data: ?(.*)$/m.exec(told)?.[1] ?? "";
        if (told.includes(`event: ${name}\n`) && fits(JSON.parse(data))) return JSON.parse(data) as T;
        continue;
      }
      const { value, done } = await this.#reader.read();
      if (done) throw new Error("the line ended");
      this.#text += Buffer.from(value).toString("utf8");
    }
    throw new Error(`no ${name}`);
  }

  /** How long it takes until the desk ends the line, in milliseconds, and what it told until then. */
  async ended(): Promise<{ after: number; told: string }> {
    const [began, told] = [Date.now(), [this.#text]];
    for (;;) {
      const { value, done } = await Promise.race([
        this.#reader.read(),
        sleep(15_000).then(() => Promise.reject(new Error("the line goes on"))),
      ]);
      if (done) return { after: Date.now() - began, told: told.join("") };
      told.push(Buffer.from(value).toString("utf8"));
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}
type Told = { id: string; listed: boolean }[];
interface There {
  officers: number;
  eyes: { tipId: string; name: string; initials: string }[];
}

describe("the live line", () => {
  it("tells of a new tip by its id alone, and whether the list has it", async () => {
    const gold = await Line.open(hanako, { list: "goods=gold" });
    const all = await Line.open(hanako, { list: "" });
    await all.next("desk");
    const id = await desk.tip("今夜、神戸港に覚醒剤が着く");
    const told = await all.next<Told>("tips", (data) => data.some((each) => each.id === id));
    expect(told).toEqual([{ id, listed: true }]);
    expect(await gold.next<Told>("tips", (data) => data.some((each) => each.id === id))).toEqual([
      { id, listed: false },
    ]);
  });

  it("tells what came between the page and its line", async () => {
    const since = new Date().toISOString();
    const id = await desk.tip("明日、神戸に拳銃");
    const line = await Line.open(hanako, { list: "", since });
    const told = await line.next<Told>("tips");
    expect(told).toEqual([{ id, listed: true }]);
  });

  it("tells an officer nothing of a tip that they may not read", async () => {
    const line = await Line.open(kobe, { list: "" });
    await line.next("desk");
    await desk.tip("函館の倉庫に大麻");
    const mine = await desk.tip("神戸の倉庫に大麻");
    expect(await line.next<Told>("tips")).toEqual([{ id: mine, listed: true }]);
  });

  it("shows who has which tip before them, to those who may read it, until they go", async () => {
    const [here, away] = [await desk.tip("神戸の岸壁に金"), await desk.tip("函館の岸壁に金")];
    const line = await Line.open(kobe, { list: "" });
    expect((await line.next<There>("desk")).eyes).toEqual([]);
    const reading = await Line.open(hanako, { list: "", tip: here });
    const seen = await line.next<There>("desk", ({ eyes }) => eyes.length > 0);
    expect(seen).toEqual({ officers: 2, eyes: [{ tipId: here, name: "佐藤 花子", initials: "佐藤" }] });
    // Oneself is counted, and not shown to oneself.
    expect((await reading.next<There>("desk")).eyes).toEqual([]);
    await reading.close();
    expect((await line.next<There>("desk", ({ eyes }) => eyes.length === 0)).officers).toBe(1);
    const elsewhere = await Line.open(hanako, { list: "", tip: away });
    await elsewhere.next("desk");
    expect(await line.next<There>("desk", ({ officers }) => officers === 2)).toEqual({
      officers: 2,
      eyes: [],
    });
  });

  it("takes no tip that the officer may not read for one that lies before them", async () => {
    const away = await desk.tip("函館の埠頭に銃");
    const line = await Line.open(hanako, { list: "" });
    const reading = await Line.open(kobe, { list: "", tip: away });
    await reading.next("desk");
    expect(await line.next<There>("desk", ({ officers }) => officers === 2)).toEqual({
      officers: 2,
      eyes: [],
    });
  });

  it("forgets a page that broke off without a word", async () => {
    await desk.owner.pool.query(
      `insert into desk_presence values (gen_random_uuid(), 'gone', null, now() - interval '31 seconds')`,
    );
    const line = await Line.open(hanako, { list: "" });
    expect(await line.next<There>("desk", ({ officers }) => officers === 1)).toEqual({
      officers: 1,
      eyes: [],
    });
  });

  it("is not there for a role without a queue, and follows no search", async () => {
    const auditor = new Browser(desk);
    await setUp(desk, auditor, { role: "auditor" });
    expect((await auditor.request("/staff/live")).status).toBe(404);
    const line = await Line.open(hanako, { list: "q=覚醒剤" });
    await line.next("desk");
    const id = await desk.tip("神戸に覚醒剤");
    expect(await line.next<Told>("tips", (data) => data.some((each) => each.id === id))).toEqual([
      { id, listed: false },
    ]);
    const { rows } = await desk.owner.pool.query("select 1 from events where action = 'tips.searched'");
    expect(rows).toHaveLength(0);
  });
});

describe("a live line whose officer may no longer have it", () => {
  type Ended = { browser: Browser; officerId: string; sessions(): Promise<string[]> };
  const by = () => ({ at: new Date(), actorId: "admin" });
  const accounts = () => desk.accounts.accounts;
  const ways: Record<string, (who: Ended) => Promise<unknown>> = {
    "signed out": async ({ browser }) => browser.post("/staff/sign-out", { csrf: await browser.csrf() }),
    "was ended by an admin": async ({ officerId, sessions }) => {
      const [session = ""] = await sessions();
      expect(await accounts().endSessions(officerId, session, by())).toBe(1);
    },
    "left, with their account": async ({ officerId }) =>
      expect(await accounts().endAccount(officerId, by())).toBe("done"),
    "was moved to another region": async ({ officerId }) => {
      const before = { role: "investigator", region: "kobe" } as const;
      const after = { role: "investigator", region: "moji" } as const;
      expect(await accounts().changeStanding(officerId, before, after, by())).toMatchObject({ tips: 0 });
    },
    "was given another role": async ({ officerId }) => {
      const before = { role: "investigator", region: "kobe" } as const;
      const after = { role: "analyst", region: "kobe" } as const;
      expect(await accounts().changeStanding(officerId, before, after, by())).toMatchObject({ tips: 0 });
    },
    "was idle for too long": ({ officerId }) =>
      desk.owner.pool.query(`update auth.session set "expiresAt" = now() where "userId" = $1`, [officerId]),
  };

  it.each(Object.keys(ways))("ends when its officer %s, and tells nothing more", async (way) => {
    const officer = await seat(desk, "investigator", "kobe");
    const sessions = async () => (await accounts().sessionsOf(officer.id, new Date())).map(({ id }) => id);
    const line = await Line.open(officer.browser, { list: "" });
    await line.next("desk");
    await ways[way]?.({ browser: officer.browser, officerId: officer.id, sessions });
    const id = await desk.tip("神戸の桟橋に覚醒剤");
    const { after, told } = await line.ended();
    expect(told).not.toContain(id);
    expect(after).toBeLessThan(5_000);
    const { rows } = await desk.owner.pool.query("select 1 from desk_presence where officer_id = $1", [
      officer.id,
    ]);
    expect(rows).toEqual([]);
  });

  it("ends with the next beat when nothing tells of it, also on a desk where nothing else happens", async () => {
    const officer = await seat(desk, "investigator", "kobe");
    const line = await Line.open(officer.browser, { list: "" });
    await line.next("desk");
    // As if another program had done it: no trigger runs.
    await desk.owner.pool.query(
      `begin; set local session_replication_role = replica; delete from auth.session where "userId" = '${officer.id}'; commit`,
    );
    expect((await line.ended()).after).toBeLessThan(15_000);
  }, 30_000);

  it("goes on while nothing has changed for its officer", async () => {
    const [stays, goes] = [
      await seat(desk, "investigator", "kobe"),
      await seat(desk, "investigator", "kobe"),
    ];
    const line = await Line.open(stays.browser, { list: "" });
    await line.next("desk");
    await accounts().endSessions(goes.id, null, by());
    const id = await desk.tip("神戸の桟橋に大麻");
    expect(await line.next<Told>("tips", (data) => data.some((each) => each.id === id))).toHaveLength(1);
  });
});

describe("listening to the database", () => {
  it("begins again when its connection is cut, and says that something may have been missed", async () => {
    const told: string[] = [];
    let lost = 0;
    const line = listenToDesk(desk.database.urls.staff, () => {
      lost += 1;
    });
    line.onChange(({ kind }) => told.push(kind));
    const begun = async () => {
      while (!told.includes("desk")) {
        await desk.owner.pool.query("select pg_notify('desk', '')");
        await sleep(50);
      }
    };
    await begun();
    await desk.owner.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen desk' and datname = current_database()`,
    );
    while (!told.includes("missed")) await sleep(50);
    expect(lost).toBeGreaterThan(0);
    told.length = 0;
    await begun();
    await line.close();
  });
});
