import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, password, setUp } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let officer: Browser;
let other: Browser;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  officer = new Browser(desk);
  other = new Browser(desk);
  await setUp(desk, officer, { role: "supervisor" });
  await setUp(desk, other, { role: "supervisor" });
  tipId = await desk.tip("今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。");
});
afterAll(() => desk?.close());

/** Everything that a form could change. */
async function state(): Promise<unknown> {
  const { rows } = await desk.owner.pool.query(
    `select (select jsonb_agg(to_jsonb(t) order by t.id) from tips t) as tips,
            (select count(*) from events) as events, (select count(*) from messages) as messages,
            (select jsonb_agg(a.password order by a.id) from auth.account a) as passwords,
            (select jsonb_agg(s.id order by s.id) from auth.session s) as sessions,
            (select jsonb_agg(f."backupCodes" order by f.id) from auth."twoFactor" f) as codes`,
  );
  return rows[0];
}

/** Every address that takes a form for someone who is signed in, from the door itself. */
const paths = (): string[] =>
  [
    ...new Set(
      desk.app.routes
        .filter(({ method, path }) => method === "POST" && !path.includes("/api/"))
        .map(({ path }) => path),
    ),
  ].map((path) => path.replace(":id", tipId).replace(":action", "take"));

const fields = {
  band: "D",
  reason: "because",
  text: "words",
  status: "finished",
  action: "take",
  outcome: "seizure",
  visible: "all",
  current: password,
  password: "another sentence about tides 9",
  repeat: "another sentence about tides 9",
};

describe("a form from elsewhere", () => {
  it("changes nothing without its session's token, at whichever address it is sent to", async () => {
    const guarded = paths().filter((path) => !/sign-in|totp|setup|preferences|sign-out/.test(path));
    expect(guarded.length).toBeGreaterThanOrEqual(6);
    const before = await state();
    for (const path of guarded) {
      for (const csrf of [undefined, "", "guess", await other.csrf()]) {
        const given = csrf === undefined ? fields : { ...fields, csrf };
        const answer = await officer.post(path, { ...given, tip: `${tipId}:0` });
        expect(answer.status, `${path} ${csrf}`).toBe(403);
      }
    }
    expect(await state()).toEqual(before);
  });

  it("changes nothing from another site, though it carries the token", async () => {
    const csrf = await officer.csrf();
    const before = await state();
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: `${staffUrl}.evil.example` },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: staffUrl, "sec-fetch-site": "cross-site" },
      { origin: staffUrl, "sec-fetch-site": "same-site" },
    ];
    for (const path of paths())
      for (const headers of elsewhere) {
        const answer = await officer.post(path, { ...fields, csrf, tip: `${tipId}:0` }, headers);
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
      }
    expect(await state()).toEqual(before);
  });

  it("is refused at the JSON interface too, and a plain form never passes for JSON", async () => {
    const before = await state();
    const path = `/staff/api/v1/tips/${tipId}/take`;
    const json = { "content-type": "application/json" };
    const send = (headers: Record<string, string>, body = "{}") =>
      officer.request(path, { method: "POST", headers, body });
    expect((await send({ ...json, origin: "https://evil.example" })).status).toBe(403);
    expect((await send({ ...json, "sec-fetch-site": "cross-site" })).status).toBe(403);
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"])
      expect((await send({ "content-type": type, origin: staffUrl })).status, type).toBe(415);
    expect(await state()).toEqual(before);
  });

  it("never comes by GET: looking at an action's address does nothing", async () => {
    const before = await state();
    for (const path of paths().filter((path) => /take|several|end-|backup|password|sign-out/.test(path)))
      expect([302, 404], path).toContain((await officer.request(path)).status);
    expect(await state()).toEqual(before);
  });

  it("cannot lead an officer elsewhere by its way back", async () => {
    const csrf = await officer.csrf();
    for (const back of [
      "//evil.example/staff/",
      "https://evil.example/",
      "/staff/../../x",
      "/\\evil.example",
      "/staff/\n/evil",
    ]) {
      const answer = await officer.post("/staff/preferences", { csrf, theme: "dark", back });
      expect(answer.headers.get("location"), back).toBe("/staff/");
    }
    const kept = await officer.post("/staff/preferences", {
      csrf,
      theme: "dark",
      back: "/staff/?lane=quarantine",
    });
    expect(kept.headers.get("location")).toBe("/staff/?lane=quarantine");
  });
});

describe("a form from the desk", () => {
  it("does what it says", async () => {
    const { frame, view } = await officer.page(`/staff/tips/${tipId}/`, "tip");
    const answer = await officer.post(`/staff/tips/${tipId}/take`, {
      csrf: frame.csrf,
      version: String(view.version),
      back: "/staff/?lane=queue",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/staff/?lane=queue");
    expect(await desk.events(tipId)).toContainEqual(expect.objectContaining({ action: "tip.taken" }));
  });

  it("is answered to the page's script without leading it anywhere", async () => {
    const csrf = await officer.csrf();
    const sent = await officer.post(
      "/staff/preferences",
      { csrf, theme: "light", back: "/staff/" },
      { "desk-fetch": "1" },
    );
    expect([sent.status, sent.headers.get("desk-to")]).toEqual([204, "/staff/"]);
    const out = await new Browser(desk).post(`/staff/tips/${tipId}/take`, {}, { "desk-fetch": "1" });
    expect([out.status, out.headers.get("desk-to")]).toEqual([204, "/staff/sign-in/"]);
  });
});
