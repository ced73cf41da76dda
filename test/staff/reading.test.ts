import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const words = "今夜、神戸港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。";

let desk: TestDesk;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  tipId = await desk.tip(words);
});
afterAll(() => desk?.close());

describe("reading a tip", () => {
  it("is written down each time, with who and when, before the words are shown", async () => {
    const { api, id } = await desk.officer("supervisor");
    const answer = await api.get(`/tips/${tipId}`);
    expect(((await answer.json()) as { text: string }).text).toBe(words);
    await api.get(`/tips/${tipId}`);
    expect(await desk.events(tipId)).toEqual([
      { action: "tip.received", actor_id: null },
      { action: "tip.read", actor_id: id },
      { action: "tip.read", actor_id: id },
    ]);
  });

  it("shows nothing when it cannot be written down", async () => {
    const { api } = await desk.officer("supervisor");
    const { recordReading } = desk.staff.desk;
    desk.staff.desk.recordReading = () => Promise.reject(new Error("the log is full"));
    try {
      const answer = await api.get(`/tips/${tipId}`);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("覚醒剤");
    } finally {
      desk.staff.desk.recordReading = recordReading;
    }
  });

  it("beside the queue counts as reading; the queue alone, its counts and the live line do not", async () => {
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "supervisor" });
    const before = (await desk.events(tipId)).length;
    await browser.page("/staff/", "queue");
    expect(await desk.events(tipId)).toHaveLength(before);
    const { view } = await browser.page(`/staff/?tip=${tipId}`, "queue");
    expect(view.selected?.parts[0]?.segments.map(({ text }) => text).join("")).toBe(words);
    expect(await desk.events(tipId)).toHaveLength(before + 1);
  });

  it("keeps a stranger's words out of the log, in whatever way a request ends", async () => {
    const { api } = await desk.officer("supervisor");
    await api.get("/tips?q=CSQU3054383");
    await api.post(`/tips/${tipId}/band`, { band: "Z", reason: words });
    await api.post(`/tips/${tipId}/message`, { text: "x".repeat(5_000) });
    expect(JSON.stringify(desk.logs)).not.toMatch(/覚醒剤|CSQU|3054383/);
    const { rows } = await desk.owner.pool.query("select details::text as details from events");
    expect(JSON.stringify(rows)).not.toMatch(/覚醒剤|CSQU|3054383/);
  });
});

describe("a seal that cannot be opened", () => {
  it("is said so, whether it is damaged or holds something else, and all the rest is shown", async () => {
    const { api } = await desk.officer("supervisor");
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "supervisor" });
    const { rows } = await desk.owner.pool.query("select sealed from tips where id = $1", [tipId]);
    const seal = (inside: string) => desk.staff.sealer.seal(new TextEncoder().encode(inside));
    const damaged = Buffer.from(rows[0].sealed);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const broken = [damaged, await seal("{}"), await seal("no JSON 秘密"), await seal('{"version":9}')];
    broken.push(await desk.staff.sealer.seal(Uint8Array.of(0xff, 0xfe)));
    await api.post(`/tips/${tipId}/message`, { text: "A question" });
    try {
      for (const sealed of broken) {
        await desk.owner.pool.query("update tips set sealed = $2 where id = $1", [tipId, sealed]);
        await desk.owner.pool.query("update messages set sealed = $2 where tip_id = $1", [tipId, sealed]);
        const answer = await api.get(`/tips/${tipId}`);
        expect(answer.status).toBe(200);
        expect(await answer.json()).toMatchObject({ id: tipId, text: null, verdict: null, region: "kobe" });
        const { view } = await browser.page(`/staff/tips/${tipId}/`, "tip");
        expect(view).toMatchObject({ broken: true, parts: [], messages: [{ from: "desk", segments: null }] });
        expect(view.events.length).toBeGreaterThan(3);
        expect(view.actions).toContain("take");
        // A search passes it by.
        expect((await api.get("/tips?q=覚醒剤")).status).toBe(200);
      }
      expect(JSON.stringify(desk.logs)).not.toContain("秘密");
    } finally {
      await desk.owner.pool.query("update tips set sealed = $2 where id = $1", [tipId, rows[0].sealed]);
    }
  });
});

describe("guessing at what is not one's own", () => {
  it("answers another region's tip, no tip and no id alike, and writes nothing", async () => {
    const { api, id } = await desk.officer("investigator", "moji");
    const evidenceId = randomUUID();
    await desk.owner.db
      .insertInto("evidence")
      .values({ id: evidenceId, tip_id: tipId, kind: "file", state: "stored", created_at: new Date() })
      .execute();
    const others = [tipId, randomUUID(), "1", "../../etc/passwd", "%27%20or%20true--", `${tipId}0`];
    const answers = new Set<string>();
    for (const guess of others) {
      for (const answer of [
        await api.get(`/tips/${encodeURIComponent(guess)}`),
        await api.get(`/events?tip=${encodeURIComponent(guess)}`),
        await api.post(`/tips/${encodeURIComponent(guess)}/take`, {}),
        await api.post(`/tips/${encodeURIComponent(guess)}/band`, { band: "D", reason: "x", version: 99 }),
      ]) {
        expect(answer.status, guess).toBe(404);
        answers.add(await answer.text());
      }
    }
    expect(answers.size, "one body for all").toBe(1);
    const { rows } = await desk.owner.pool.query(
      "select action from events where actor_id = $1 and action <> 'account.token_issued'",
      [id],
    );
    expect(rows).toEqual([]);
    const list = (await (await api.get("/tips?q=CSQU3054383")).json()) as { items: unknown[] };
    expect(list.items).toEqual([]);
  });

  it("answers so on the pages as well: tips, evidence and another's session", async () => {
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "investigator", region: "moji" });
    const { rows } = await desk.owner.pool.query("select id from evidence");
    const before = await desk.events(tipId);
    const shown = [];
    for (const path of [
      `/staff/tips/${tipId}/`,
      `/staff/tips/${randomUUID()}/`,
      `/staff/?tip=${tipId}`,
      `/staff/evidence/${rows[0].id}`,
      `/staff/evidence/${randomUUID()}`,
      `/staff/events/?tip=${tipId}`,
    ]) {
      const answer = await browser.request(path);
      expect(answer.status, path).toBe(404);
      shown.push((await read(answer, "error")).view.status);
    }
    expect(new Set(shown)).toEqual(new Set([404]));
    expect(await desk.events(tipId)).toEqual(before);
    // Somebody else's session cannot be ended by its id.
    const victim = new Browser(desk);
    await setUp(desk, victim, { role: "intake" });
    const { view } = await victim.page("/staff/account/", "account");
    const id = view.sessions.find(({ current }) => current)?.id ?? "";
    await browser.post("/staff/account/end-session", { csrf: await browser.csrf(), id });
    expect((await victim.request("/staff/account/")).status).toBe(200);
  });
});

describe("a program's token", () => {
  it("holds its officer's rights and no page", async () => {
    const { api, email } = await desk.officer("investigator", "kobe");
    expect((await api.get(`/tips/${tipId}`)).status).toBe(200);
    await desk.owner.pool.query(`update auth."user" set region = 'moji' where email = $1`, [email]);
    expect((await api.get(`/tips/${tipId}`)).status).toBe(404);
    const authorization = await desk.bearer(email);
    const page = await desk.app.request("http://desk.example/staff/", { headers: { authorization } });
    expect(page.headers.get("location")).toBe("/staff/sign-in/");
    const form = await desk.app.request("http://desk.example/staff/account/end-others", {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({ csrf: "" }),
    });
    expect(form.headers.get("location")).toBe("/staff/sign-in/");
  });

  it("dies with its day, its second factor and its officer's leaving", async () => {
    const cases = [
      `update auth.api_tokens set expires_at = now() - interval '1 second' where user_id = $1`,
      `update auth."user" set "twoFactorEnabled" = false where id = $1`,
      `update auth."user" set "leftAt" = now() where id = $1`,
    ];
    for (const end of cases) {
      const { api, id } = await desk.officer("supervisor");
      expect((await api.get("/tips")).status).toBe(200);
      await desk.owner.pool.query(end, [id]);
      expect((await api.get("/tips")).status, end).toBe(401);
    }
  });
});
