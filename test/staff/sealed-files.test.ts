import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { Decrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEvidenceStore } from "../../functions/store/evidence-store.ts";
import { readIdentity } from "../../functions/vault/key-files.ts";
import { Browser, prove, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const words = "今夜、神戸港に覚醒剤の入ったコンテナが着きます。";
let desk: TestDesk;
let browser: Browser;
let key: string;
let tipId: string;
let evidenceId: string;
let stored: Uint8Array;
beforeAll(async () => {
  desk = await testDesk();
  browser = new Browser(desk);
  ({ key } = await setUp(desk, browser, { role: "supervisor", region: "kobe" }));
  tipId = await desk.tip(words);
  evidenceId = randomUUID();
  stored = await desk.staff.sealer.seal(Buffer.from("a picture"));
  await createEvidenceStore({ folder: join(desk.intake.dataDir, "evidence"), s3Url: null }).put(
    evidenceId,
    stored,
  );
  await desk.owner.db
    .insertInto("evidence")
    .values({ id: evidenceId, tip_id: tipId, kind: "file", state: "stored", created_at: new Date() })
    .execute();
});
afterAll(() => desk?.close());

const paths = () => [`/staff/tips/${tipId}/sealed`, `/staff/evidence/${evidenceId}/sealed`];
const saved = async () => {
  const { rows } = await desk.owner.pool.query(
    "select action, subject_id, details from events where action like '%sealed_saved' order by seq",
  );
  return rows;
};

describe("what is stored, taken away sealed", () => {
  it("asks for the proof of who asks first, and writes nothing down until it is given", async () => {
    for (const path of paths()) {
      const answer = await browser.request(`${path}?back=/staff/tips/${tipId}/`);
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toMatch(/^\/staff\/step-up\/\?/);
    }
    expect(await saved()).toEqual([]);
  });

  it("is byte for byte what is stored, opens with age, and is in the log with its fingerprint", async () => {
    await prove(browser, key);
    const [report, file] = await Promise.all(paths().map((path) => browser.request(path)));
    if (!report || !file) throw new Error("both answer");
    for (const answer of [report, file]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[0-9a-f-]+\.age"$/);
      expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    }
    const decrypter = new Decrypter();
    decrypter.addIdentity(await readIdentity(join(desk.intake.dataDir, "keys/staff")));
    const sealedReport = new Uint8Array(await report.arrayBuffer());
    expect(await decrypter.decrypt(sealedReport, "text")).toContain(words);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(stored))).toBe(true);
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    const events = await saved();
    expect(events).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining([
        {
          action: "tip.sealed_saved",
          subject_id: null,
          details: { kind: "tip", bytes: sealedReport.length, sha256: sha256(sealedReport) },
        },
        {
          action: "evidence.sealed_saved",
          subject_id: evidenceId,
          details: { kind: "file", bytes: stored.length, sha256: sha256(stored) },
        },
      ]),
    );
  });

  it("is not there for intake, for another region, or for what has not come", async () => {
    const before = (await saved()).length;
    for (const officer of [
      { role: "intake" },
      { role: "supervisor", region: "moji" },
      { role: "auditor" },
    ] as const) {
      const other = new Browser(desk);
      const { key: otherKey } = await setUp(desk, other, officer);
      await prove(other, otherKey);
      for (const path of paths()) expect((await other.request(path)).status, officer.role).toBe(404);
    }
    await desk.owner.pool.query("update evidence set state = 'missing' where id = $1", [evidenceId]);
    expect((await browser.request(`/staff/evidence/${evidenceId}/sealed`)).status).toBe(404);
    expect((await browser.request("/staff/tips/not-an-id/sealed")).status).toBe(404);
    expect((await saved()).length).toBe(before);
  });
});
