import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEvidenceStore } from "../../functions/store/evidence-store.ts";
import { Browser, prove, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { type TestCalls, testCalls } from "./recording-call.ts";

let desk: TestDesk;
let calls: TestCalls;
let browser: Browser;
let key: string;
let tipId: string;
/** One of each kind by its id, and the recording's tip. */
const ids: Record<string, string> = {};
beforeAll(async () => {
  desk = await testDesk();
  calls = await testCalls(desk);
  browser = new Browser(desk);
  ({ key } = await setUp(desk, browser, { role: "supervisor" }));
  tipId = await desk.tip("今夜、神戸港に覚醒剤の入ったコンテナが着きます。");
  const files = createEvidenceStore({ folder: join(desk.intake.dataDir, "evidence"), s3Url: null });
  for (const [kind, type] of [
    ["view", "image/jpeg"],
    ["original", "image/jpeg"],
    ["file", "application/pdf"],
  ] as const) {
    const id = randomUUID();
    await files.put(id, await desk.staff.sealer.seal(Buffer.from(`a ${kind}`)));
    await desk.owner.pool.query(
      `insert into evidence (id, tip_id, kind, state, media_type, bytes, sha256) values ($1, $2, $3, 'stored', $4, 5, 'ab')`,
      [id, tipId, kind, type],
    );
    ids[kind] = id;
  }
  ids.recording = (await calls.call(["talk"])).recordings[0] ?? "";
}, 60_000);
afterAll(async () => {
  await calls?.close();
  await desk?.close();
});

const saves = () => [
  `/staff/evidence/${ids.file}/file`,
  `/staff/evidence/${ids.original}/file`,
  `/staff/evidence/${ids.recording}/file`,
  `/staff/evidence/${ids.recording}/disguised`,
];
const custody = async () => {
  const { rows } = await desk.owner.pool.query(
    `select action, subject_id as id, details ->> 'purpose' as purpose from events
     where action like 'evidence.%' and actor_kind = 'staff' or action like 'recording.disguised%' order by seq`,
  );
  return rows;
};

describe("what is saved on an officer's machine", () => {
  it("asks for the proof of who asks first, and writes nothing down until it is given", async () => {
    for (const path of saves()) {
      const answer = await browser.request(`${path}?back=/staff/tips/${tipId}/`);
      expect([answer.status, answer.headers.get("location")?.split("?")[0]], path).toEqual([
        302,
        "/staff/step-up/",
      ]);
    }
    const bearer = await desk.bearer((await desk.officer("supervisor")).email);
    for (const path of saves()) {
      const answer = await desk.app.request(`${desk.staffUrl}${path}`, {
        headers: { authorization: bearer },
      });
      expect(answer.headers.get("content-disposition"), path).toBeNull();
    }
    expect(await custody()).toEqual([]);
  });

  it("is linked from the tip with the way back, and none of it is shown in the page", async () => {
    const { view } = await browser.page(`/staff/tips/${tipId}/`, "tip");
    const shown = Object.fromEntries(view.evidence.map(({ id, show, href }) => [id, [show, href]]));
    expect(shown).toEqual({
      [`${ids.view}`]: ["image", `/staff/evidence/${ids.view}`],
      [`${ids.original}`]: ["download", `/staff/evidence/${ids.original}/file`],
      [`${ids.file}`]: ["download", `/staff/evidence/${ids.file}/file`],
    });
    for (const id of [ids.original, ids.file])
      expect((await browser.request(`/staff/evidence/${id}`)).status).toBe(404);
    const asked = await browser.request(`${saves()[0]}?back=/staff/tips/${tipId}/`);
    const page = await browser.page(asked.headers.get("location") ?? "", "step-up");
    expect(page.view).toMatchObject({ back: `/staff/tips/${tipId}/`, saves: true });
  });

  it("is a picture and a sound inside the page without any proof, told as looked at", async () => {
    for (const id of [ids.view, ids.recording]) {
      const answer = await browser.request(`/staff/evidence/${id}`);
      expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, "inline"]);
    }
    expect(await custody()).toEqual([
      { action: "evidence.opened", id: ids.view, purpose: "view" },
      { action: "evidence.opened", id: ids.recording, purpose: "view" },
    ]);
  });

  it("is handed out after the proof as a file, and told as saved each time", async () => {
    const before = (await custody()).length;
    await prove(browser, key);
    for (const path of saves()) {
      const answer = await browser.request(path, { headers: { range: "bytes=2-" } });
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get("content-type")).toBe("application/octet-stream");
      expect(answer.headers.get("content-disposition")).toMatch(
        /^attachment; filename="[0-9a-f-]+(-disguised)?\./,
      );
      await answer.body?.cancel();
    }
    const file = await browser.request(saves()[0] ?? "");
    expect(await file.text()).toBe("a file");
    expect((await custody()).slice(before)).toEqual([
      { action: "evidence.saved", id: ids.file, purpose: "download" },
      { action: "evidence.saved", id: ids.original, purpose: "download" },
      { action: "evidence.saved", id: ids.recording, purpose: "download" },
      { action: "recording.disguised_saved", id: ids.recording, purpose: "download" },
      { action: "evidence.saved", id: ids.file, purpose: "download" },
    ]);
  });

  it("needs the permit before the proof: another region is not even asked for one", async () => {
    const other = new Browser(desk);
    await setUp(desk, other, { role: "supervisor", region: "moji" });
    await desk.owner.pool.query("update tips set region = 'kobe'");
    for (const path of saves()) {
      const answer = await other.request(path);
      expect(answer.status).toBe(404);
      await read(answer, "error");
    }
  });
});
