import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEvidenceStore } from "../../functions/store/evidence-store.ts";
import { createSealer } from "../../functions/vault/seal.ts";
import { read } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let officer: Seat;
let tipId: string;
let whole: TestDesk["staff"]["evidence"];
beforeAll(async () => {
  desk = await testDesk();
  whole = desk.staff.evidence;
  officer = await seat(desk, "supervisor");
  await officer.prove();
  tipId = await desk.tip("今夜、神戸港に覚醒剤の入ったコンテナが着きます。");
});
afterEach(() => {
  desk.staff.evidence = whole;
});
afterAll(() => desk?.close());

const pathOf = (id: string) => join(desk.intake.dataDir, "evidence", id.slice(-2), `${id}.age`);
/** A stored picture of the tip; what lies in the store under its id is the test's to spoil. */
async function picture(): Promise<string> {
  const id = randomUUID();
  const files = createEvidenceStore({ folder: join(desk.intake.dataDir, "evidence"), s3Url: null });
  await files.put(id, await desk.staff.sealer.seal(Buffer.from("a picture")));
  await desk.owner.pool.query(
    `insert into evidence (id, tip_id, kind, state, media_type, bytes, sha256) values ($1, $2, 'view', 'stored', 'image/jpeg', 5, 'ab')`,
    [id, tipId],
  );
  return id;
}
const spoil: Record<string, (id: string) => Promise<unknown>> = {
  changed: (id) => writeFile(pathOf(id), "age-encryption.org/v1\nnot what was sealed"),
  "sealed to somebody else": async (id) => {
    const other = createSealer([await identityToRecipient(await generateIdentity())]);
    await writeFile(pathOf(id), await other.seal(Buffer.from("a picture")));
  },
  missing: (id) => rm(pathOf(id)),
  "behind a store that does not answer": async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED 192.0.2.7:9000"), { code: "ECONNREFUSED" });
    desk.staff.evidence = { get: () => Promise.reject(refused) };
  },
};
const said = {
  changed: { status: 502, fault: "broken" },
  "sealed to somebody else": { status: 502, fault: "broken" },
  missing: { status: 410, fault: "gone" },
  "behind a store that does not answer": { status: 503, fault: "away" },
} as const;

describe("a stored file that is not as it should be", () => {
  it.each(Object.keys(said) as (keyof typeof said)[])(
    "is told to an officer as what it is, with its id and the tip, when it is %s",
    async (how) => {
      const id = await picture();
      await spoil[how]?.(id);
      const { status, fault } = said[how];
      for (const path of [`/staff/evidence/${id}`, `/staff/evidence/${id}/file`]) {
        const answer = await officer.browser.request(path);
        expect(answer.status, path).toBe(status);
        expect(answer.headers.get("content-disposition")).toBeNull();
        const { view } = await read(answer, "lost-file");
        expect(view).toMatchObject({ fault, evidenceId: id, tipId });
      }
      // What is taken away as sealed as it is stored is not opened here.
      const sealed = await officer.browser.request(`/staff/evidence/${id}/sealed`);
      expect(sealed.status).toBe(fault === "broken" ? 200 : status);
      await sealed.body?.cancel();
    },
  );

  it.each(Object.keys(said) as (keyof typeof said)[])(
    "is told to a program in JSON, with ids and nothing of what went wrong inside, when it is %s",
    async (how) => {
      const id = await picture();
      await spoil[how]?.(id);
      const { status, fault } = said[how];
      const headers = { authorization: await desk.bearer(officer.email) };
      const answer = await desk.app.request(`${staffUrl}/staff/evidence/${id}`, { headers });
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ status, code: `file_${fault}`, evidenceId: id });
      expect(text).not.toMatch(/ECONN|192\.0\.2|at .*\.ts|\.age/);
    },
  );

  it("is in the program's log by ids and a code alone, and in the tip's own", async () => {
    const id = await picture();
    await rm(pathOf(id));
    const before = desk.logs.length;
    await officer.browser.request(`/staff/evidence/${id}`);
    expect(desk.logs.slice(before)).toEqual([
      {
        fields: { evidenceId: id, tipId, id: undefined, code: "file_gone", reason: "NotFound" },
        message: "stored file cannot be handed out",
      },
    ]);
    const { rows } = await desk.owner.pool.query(
      "select action, actor_id, details from events where subject_id = $1 order by seq",
      [id],
    );
    expect(rows).toMatchObject([
      { action: "evidence.opened", actor_id: officer.id },
      { action: "evidence.unavailable", actor_id: officer.id, details: { kind: "view", fault: "gone" } },
    ]);
  });

  it("stays not there at all for whoever may not open it", async () => {
    const id = await picture();
    await desk.owner.pool.query("update tips set region = 'kobe' where id = $1", [tipId]);
    const other = await seat(desk, "supervisor", "moji");
    await rm(pathOf(id));
    const answer = await other.browser.request(`/staff/evidence/${id}`);
    expect(answer.status).toBe(404);
    await read(answer, "error");
  });

  it("says so of what was made of a recording too", async () => {
    const [id, copy] = [randomUUID(), randomUUID()];
    await desk.owner.pool.query(
      `insert into evidence (id, tip_id, kind, state, media_type, bytes, sha256, seconds)
       values ($1, $2, 'recording', 'stored', 'audio/wav', 5, 'ab', 3)`,
      [id, tipId],
    );
    await desk.owner.pool.query(
      `insert into recording_copies (id, evidence_id, kind, media_type, bytes, sha256, created_at)
       values ($1, $2, 'disguised', 'audio/wav', 5, 'ab', now())`,
      [copy, id],
    );
    const answer = await officer.browser.request(`/staff/evidence/${id}/disguised`);
    expect(answer.status).toBe(410);
    expect((await read(answer, "lost-file")).view).toMatchObject({ fault: "gone", evidenceId: id });
    expect(desk.logs.at(-1)?.fields).toMatchObject({ evidenceId: id, id: copy });
  });
});
