import { randomUUID } from "node:crypto";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followUpDoor } from "../../../../functions/channels/web/api/follow-up-door.ts";
import { openApiDocument } from "../../../../functions/channels/web/api/openapi.ts";
import { tipsDoor } from "../../../../functions/channels/web/api/tips-door.ts";
import { uploadRoom } from "../../../../functions/channels/web/upload-room.ts";
import { roomBytes } from "../../../../functions/channels/web/web-door.ts";
import { cleanImage } from "../../../../functions/evidence/clean-image.ts";
import { sniffFile } from "../../../../functions/evidence/sniff.ts";
import { acceptFiles } from "../../../../functions/service/evidence/accept-files.ts";
import type { EvidenceContext } from "../../../../functions/service/evidence/ports.ts";
import { addMessage } from "../../../../functions/service/threads/add-message.ts";
import { followUp } from "../../../../functions/service/threads/follow-up.ts";
import { submitTip } from "../../../../functions/service/tips/submit-tip.ts";
import { createEvidenceFolder } from "../../../../functions/store/evidence-folder.ts";
import { freshDatabase, type TestDatabase } from "../../../support/database.ts";
import { type TestIntake, testIntake } from "../../../support/intake.ts";

let database: TestDatabase;
let intake: TestIntake;
let tips: ReturnType<typeof tipsDoor>;
let follow: ReturnType<typeof followUpDoor>;
beforeAll(async () => {
  database = await freshDatabase();
  intake = await testIntake(database);
  tips = tipsDoor({
    submitTip: (submission) => submitTip(intake.ctx, submission),
    acceptFiles: (files, options) => acceptFiles(evidenceContext(), files, options),
    room: uploadRoom(roomBytes),
  });
  follow = followUpDoor({
    followUp: (input) => followUp(intake.ctx, input),
    statusWords: async (status, locale) => ({ label: `${status} ${locale}`, text: "words" }),
    addMessage: (input) => addMessage(intake.ctx, input),
    newKey: randomUUID,
  });
});
afterAll(async () => {
  await intake?.remove();
  await database?.drop();
});

const evidenceContext = (): EvidenceContext => ({
  ...intake.ctx,
  evidence: createEvidenceFolder(join(intake.dataDir, "evidence")),
  cleanImage,
  sniffFile,
});

const json = (body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const tip = (more: object = {}) => ({
  locale: "en",
  text: "a boat without lights",
  idempotencyKey: randomUUID(),
  ...more,
});

describe("POST /api/tips", () => {
  it("answers 201 with a receipt, and 200 with the same one for the same words again", async () => {
    const body = tip({ goods: ["stimulants"], place: "Kobe", how: "by ferry" });
    const first = await tips.request("/", json(body));
    expect(first.status).toBe(201);
    const accepted = await first.json();
    expect(accepted.receipt).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(new Date(accepted.acceptedAt).getTime()).not.toBeNaN();
    const again = await tips.request("/", json(body));
    expect([again.status, (await again.json()).receipt]).toEqual([200, accepted.receipt]);
  });

  it("refuses the same key with other words", async () => {
    const body = tip();
    await tips.request("/", json(body));
    const answer = await tips.request("/", json({ ...body, text: "another boat" }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ issues: [{ path: "idempotencyKey", code: "key_reused" }] });
  });

  it.each([
    ["not JSON", "{", 400],
    ["no text", { locale: "ja", idempotencyKey: randomUUID() }, 422],
    ["only spaces", tip({ text: "  \n　" }), 422],
    ["a short key", tip({ idempotencyKey: "1" }), 422],
    ["a language we do not have", tip({ locale: "xx" }), 422],
    ["unknown goods", tip({ goods: ["unicorns"] }), 422],
    ["too long a text", tip({ text: "あ".repeat(20_001) }), 422],
    ["too large a body", tip({ text: "a".repeat(300_000) }), 413],
    ["a list", [], 422],
    ["nothing", "null", 422],
  ])("answers a problem document to %s", async (_what, body, status) => {
    const answer = await tips.request("/", json(body));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = await answer.json();
    expect(problem).toMatchObject({ status });
    if (status === 422) expect(problem.issues.length).toBeGreaterThan(0);
  });

  it("never repeats in a refusal what was sent", async () => {
    const answer = await tips.request(
      "/",
      json(tip({ locale: "secret-locale", goods: ["secret-goods"], place: 5 })),
    );
    expect(await answer.text()).not.toContain("secret");
  });

  it("answers 415 to another type", async () => {
    const answer = await tips.request("/", {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "words",
    });
    expect(answer.status).toBe(415);
  });
});

describe("POST /api/tips with files", () => {
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: "#123456" } })
      .png()
      .toBuffer();
  const form = (fields: object, files: Uint8Array[]) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, String(each));
    files.forEach((bytes, at) => {
      body.append("files", new Blob([new Uint8Array(bytes)]), `picture-${at}.png`);
    });
    return { method: "POST", body };
  };

  it("takes words and pictures together, and keeps the pictures sealed", async () => {
    const answer = await tips.request(
      "/",
      form(tip({ goods: ["gold", "cash"] }), [await picture(), await picture()]),
    );
    expect(answer.status).toBe(201);
    await intake.drained();
    const { rows } = await intake.connection.pool.query("select kind, state from evidence");
    expect(rows).toEqual([
      { kind: "view", state: "stored" },
      { kind: "view", state: "stored" },
    ]);
  });

  it("says which file it cannot take, and keeps nothing", async () => {
    const answer = await tips.request("/", form(tip(), [await picture(), Buffer.from("%PDF-1.7 words")]));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ issues: [{ path: "files.1", code: "not_cleanable" }] });
    const six = await tips.request("/", form(tip(), await Promise.all(Array.from({ length: 6 }, picture))));
    expect(six.status).toBe(422);
    expect(await six.json()).toMatchObject({ issues: [{ path: "files", code: "too_many_files" }] });
  });

  it("answers a problem document to a form that breaks off", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const answer = await tips.request("/", {
      method: "POST",
      headers,
      body: "--x\r\nContent-Disposition: form-data; name=text\r\n\r\nwor",
    });
    expect(answer.status).toBe(400);
  });
});

describe("POST /api/follow-up", () => {
  it("answers a receipt nobody has as it answers one with an empty thread", async () => {
    const { receipt } = await (await tips.request("/", json(tip()))).json();
    await intake.drained();
    const [right, wrong] = await Promise.all(
      [receipt, "0000 1111 2222 3333"].map(async (typed) => {
        const answer = await follow.request("/", json({ receipt: typed }));
        return { status: answer.status, body: await answer.text() };
      }),
    );
    expect(right).toEqual(wrong);
    expect(right).toEqual({
      status: 200,
      body: '{"status":"received","statusLabel":"received ja","statusText":"words","messages":[]}',
    });
  });

  it("takes an addition and shows it to whoever has the receipt", async () => {
    const { receipt } = await (await tips.request("/", json(tip()))).json();
    const added = await follow.request("/messages", json({ receipt, text: "it left at dawn" }));
    expect(added.status).toBe(201);
    await intake.drained();
    const view = await (await follow.request("/", json({ receipt }))).json();
    expect(view.messages).toMatchObject([{ from: "reporter", text: "it left at dawn" }]);
  });

  it("says what a receipt looks like when it cannot be one", async () => {
    const answer = await follow.request("/", json({ receipt: "12" }));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ issues: [{ path: "receipt" }] });
  });
});

describe("the OpenAPI document", () => {
  it("describes each route of the door with the schemas that parse it", () => {
    const document = JSON.parse(JSON.stringify(openApiDocument("https://tips.example")));
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual([
      "/api/tips",
      "/api/follow-up",
      "/api/follow-up/messages",
      "/partner/v1/tips",
      "/healthz",
      "/readyz",
    ]);
    expect(document.components.schemas.TipRequest.required).toEqual(["locale", "text", "idempotencyKey"]);
    const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    for (const reference of new Set(references)) {
      expect(document.components.schemas).toHaveProperty(reference.split("/").at(-1) ?? "");
    }
  });
});
