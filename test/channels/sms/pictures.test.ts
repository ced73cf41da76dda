import { Hono } from "hono";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import lineLimits from "../../../content/data/voice-limits.json" with { type: "json" };
import { smsDoor } from "../../../functions/channels/sms/sms-door.ts";
import { picturesOnly } from "../../../functions/channels/sms/words.ts";
import { cleanImage } from "../../../functions/evidence/clean-image.ts";
import { sniffFile } from "../../../functions/evidence/sniff.ts";
import { takeMessage } from "../../../functions/service/messages/take-message.ts";
import { fetchMedia, type MediaContext } from "../../../functions/service/recordings/fetch-media.ts";
import { waitAsAsked } from "../../../functions/service/recordings/wait-as-asked.ts";
import { watchRecordings } from "../../../functions/service/recordings/watch-recordings.ts";
import { wroteBefore } from "../../../functions/service/tips/wrote-before.ts";
import { createMessageWatch } from "../../../functions/service/watch/watch-messages.ts";
import { connect } from "../../../functions/store/connect.ts";
import { createMediaStore } from "../../../functions/store/worker-media.ts";
import { createMediaSource } from "../../../functions/twilio/media.ts";
import { FakeTwilio } from "../../support/fake-twilio/fake-twilio.ts";
import { account, sid, type TestWorker, testWorker } from "../../support/worker.ts";

const day = 24 * 60 * 60 * 1_000;
let worker: TestWorker;
let twilio: FakeTwilio;
let connection: ReturnType<typeof connect>;
let ctx: MediaContext;
let late = 0;
let jpeg: Buffer;
const jobs: string[] = [];
beforeAll(async () => {
  worker = await testWorker();
  const { intake } = worker;
  const [authToken = ""] = account.authTokens;
  const watch = createMessageWatch(intake.ctx, lineLimits);
  const door = smsDoor({
    authTokens: [authToken],
    publicUrl: "https://tips.example",
    reply: false,
    log: intake.ctx.log,
    takeMessage: (message) => takeMessage({ ...intake.ctx, watch, picturesOnly }, message),
    wroteBefore: (sender) => wroteBefore(intake.ctx, sender),
  });
  const app = new Hono().route("/twilio/sms", door);
  twilio = await FakeTwilio.start({
    accountSid: account.accountSid,
    authToken,
    publicUrl: "https://tips.example",
    send: (request) => app.request(request),
  });
  connection = connect(worker.database.urls.worker);
  ctx = {
    clock: () => new Date(Date.now() + late),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    log: intake.ctx.log,
    sealer: worker.ctx.sealer,
    evidence: worker.ctx.evidence,
    media: createMediaStore(
      connection.db,
      async (_trx, asked) => void jobs.push(...asked.map(({ queue }) => queue)),
    ),
    source: createMediaSource({ ...account, apiUrl: twilio.apiUrl }),
    cleanImage,
    sniffFile,
  };
  jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .withExif({ IFD0: { Make: "A camera with a name" } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await twilio?.stop();
  await connection?.close();
  await worker?.stop();
});

interface Row {
  id: string;
  tip_id: string;
  kind: string;
  state: string;
  media_type: string | null;
  media_sid: string | null;
  source_removed_at: Date | null;
}

let sender = 0;
async function send(body: string, files: { type: string; bytes: Buffer }[], from?: string) {
  sender += 1;
  const media = files.map((file) => ({ sid: sid("ME"), ...file }));
  const sent = await twilio.message(body, {
    from: from ?? `+8180100${String(sender).padStart(5, "0")}`,
    media,
  });
  expect(sent.status).toBe(200);
  await worker.intake.drained();
  return { ...sent, media };
}

const rowsOf = (sids: string[]) =>
  worker.rows<Row>(
    "select * from evidence where tip_id in (select tip_id from evidence where media_sid = any($1)) order by id",
    [sids],
  );

async function rowOf(mediaSid: string): Promise<Row> {
  const row = (await rowsOf([mediaSid])).find((each) => each.media_sid === mediaSid);
  if (!row) throw new Error("no row for the picture");
  return row;
}

const actions = async (id: string) =>
  (
    await worker.rows<{ action: string }>("select action from events where subject_id = $1 order by seq", [
      id,
    ])
  ).map(({ action }) => action);

describe("a picture sent to the text line", () => {
  it("is sealed as it came and cleaned for viewing, and removed at the provider, with an event for each step", async () => {
    const { media } = await send("港の倉庫です", [{ type: "image/jpeg", bytes: jpeg }]);
    const { id, tip_id } = await rowOf(media[0]?.sid ?? "");
    expect(await fetchMedia(ctx, id)).toEqual({ kind: "done", code: "complete" });
    expect(twilio.media.bySid.get(media[0]?.sid ?? "")?.deleted).toBe(true);
    expect(twilio.media.leaked).toBe(0);
    const rows = await worker.rows<Row>("select * from evidence where tip_id = $1 order by kind", [tip_id]);
    expect(rows.map((row) => [row.kind, row.state, row.media_type])).toEqual([
      ["original", "stored", "image/jpeg"],
      ["view", "stored", "image/jpeg"],
    ]);
    const plain = async (row?: Row) =>
      Buffer.from(await worker.intake.opener.open(await ctx.evidence.get(row?.id ?? "")));
    expect((await plain(rows[0])).equals(jpeg)).toBe(true);
    expect((await plain(rows[1])).includes("A camera with a name")).toBe(false);
    expect(await actions(id)).toEqual(["media.announced", "media.stored", "media.source_removed"]);
  });

  it("without words is a tip in the queue, above what says nothing", async () => {
    const { sid: messageSid } = await send("", [{ type: "image/jpeg", bytes: jpeg }]);
    const hash = Buffer.from(worker.intake.ctx.keys.hashIdempotency(`sms:${messageSid}`));
    const [tip] = await worker.rows("select lane, band from tips where idem_hash = $1", [hash]);
    expect(tip).toEqual({ lane: "queue", band: "C" });
  });

  it("joins the tip its sender began, all of them, once each though the hook comes twice", async () => {
    const from = "+818010099999";
    await send("車が三台", [], from);
    const two = await send(
      "写真です",
      [
        { type: "image/jpeg", bytes: jpeg },
        { type: "image/png", bytes: await sharp(jpeg).png().toBuffer() },
      ],
      from,
    );
    await twilio.message("写真です", { from, sid: two.sid, media: two.media });
    await worker.intake.drained();
    const rows = await rowsOf(two.media.map((each) => each.sid));
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => row.tip_id)).size).toBe(1);
    const messages = await worker.rows("select id from messages where tip_id = $1", [rows[0]?.tip_id]);
    expect(messages).toHaveLength(1);
  });

  it("that is no picture is sealed as it came, under a type that nothing opens unless it is known", async () => {
    const { media } = await send("see", [
      { type: "text/x-vcard", bytes: Buffer.from("BEGIN:VCARD\nEND:VCARD\n") },
      { type: "image/jpeg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 0, 0, 0]) },
      { type: "image/jpeg", bytes: Buffer.from("MZ\x90\x00not a picture\x00\x01") },
    ]);
    const kinds: string[][] = [];
    for (const { sid: mediaSid } of media) {
      const { id } = await rowOf(mediaSid);
      await fetchMedia(ctx, id);
      const row = await rowOf(mediaSid);
      kinds.push([row.kind, row.state, row.media_type ?? ""]);
    }
    expect(kinds[0]?.slice(0, 2)).toEqual(["file", "stored"]);
    expect(kinds[1]?.slice(0, 2)).toEqual(["file", "stored"]);
    expect(kinds[2]).toEqual(["file", "stored", "application/octet-stream"]);
  });

  it.each(["404", "429", "500", "truncated", "foreign"] as const)(
    "is asked for again when the provider answers %s, and never lost or taken from a stranger",
    async (mishap) => {
      const { media } = await send("see", [{ type: "image/jpeg", bytes: jpeg }]);
      const held = twilio.media.bySid.get(media[0]?.sid ?? "");
      held?.mishaps.push(mishap);
      const { id } = await rowOf(media[0]?.sid ?? "");
      expect((await fetchMedia(ctx, id)).kind).toBe("later");
      expect(held?.deleted).toBe(false);
      expect(await fetchMedia(ctx, id)).toEqual({ kind: "done", code: "complete" });
      expect(held?.deleted).toBe(true);
    },
  );

  it("is left at the provider as long as that asks, and then removed there", async () => {
    const { media } = await send("see", [{ type: "image/jpeg", bytes: jpeg }]);
    const held = twilio.media.bySid.get(media[0]?.sid ?? "");
    Object.assign(held ?? {}, { deleteTooMany: 1 });
    const { id } = await rowOf(media[0]?.sid ?? "");
    let now = Date.now();
    const waiting = { ...ctx, source: ctx.source && waitAsAsked(ctx.source, () => new Date(now)) };
    expect(await fetchMedia(waiting, id)).toEqual({ kind: "later", code: "http_429" });
    expect(await fetchMedia(waiting, id)).toEqual({ kind: "later", code: "asked_to_wait" });
    expect(held?.deleted).toBe(false);
    now += 1_001;
    expect(await fetchMedia(waiting, id)).toEqual({ kind: "done", code: "complete" });
    expect(held?.deleted).toBe(true);
  });

  it("that never comes is said on the tip after a day, once, and the desk is told", async () => {
    const { media } = await send("see", [{ type: "image/jpeg", bytes: jpeg }]);
    twilio.media.bySid.get(media[0]?.sid ?? "")?.mishaps.push("404", "404", "404");
    const { id } = await rowOf(media[0]?.sid ?? "");
    jobs.length = 0;
    await fetchMedia(ctx, id);
    late = day;
    await fetchMedia(ctx, id);
    await fetchMedia(ctx, id);
    late = 0;
    expect((await rowOf(media[0]?.sid ?? "")).state).toBe("missing");
    expect(await actions(id)).toEqual(["media.announced", "media.missing"]);
    expect(jobs).toEqual(["recording.alert"]);
  });

  it("whose job was lost is taken up again by the worker's round", async () => {
    const { media } = await send("see", [{ type: "image/jpeg", bytes: jpeg }]);
    const { id } = await rowOf(media[0]?.sid ?? "");
    await worker.rows("delete from pgboss.job where data->>'evidenceId' = $1", [id]);
    await watchRecordings({ ...worker.ctx, clock: () => new Date(Date.now() + 20 * 60_000) });
    const found = await worker.rows<{ name: string }>(
      "select name from pgboss.job where data->>'evidenceId' = $1",
      [id],
    );
    expect(found).toEqual([{ name: "media.fetch" }]);
  });
});

describe("a worker killed between any two steps of a picture", () => {
  it("loses none, keeps none twice and removes none too early", async () => {
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      const { media } = await send("see", [{ type: "image/jpeg", bytes: jpeg }]);
      const { id, tip_id } = await rowOf(media[0]?.sid ?? "");
      await fetchMedia(dyingAt(at), id).catch(() => undefined);
      const held = twilio.media.bySid.get(media[0]?.sid ?? "");
      if (held?.deleted) expect((await rowOf(media[0]?.sid ?? "")).state).toBe("stored");
      expect(await fetchMedia(ctx, id)).toEqual({ kind: "done", code: "complete" });
      const rows = await worker.rows<Row>("select * from evidence where tip_id = $1", [tip_id]);
      expect(rows.map((row) => row.kind).sort()).toEqual(["original", "view"]);
      for (const row of rows) expect(await ctx.evidence.has(row.id)).toBe(true);
    }
  });
});

/** The context of a worker that dies after its `at`th call to the outside. */
function dyingAt(at: number): MediaContext {
  let calls = 0;
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          const answer = await Reflect.apply(method, target, given);
          if (calls++ === at) throw new Error("killed");
          return answer;
        };
      },
    });
  return {
    ...ctx,
    sealer: wrap(ctx.sealer),
    evidence: wrap(ctx.evidence),
    media: wrap(ctx.media),
    source: ctx.source && wrap(ctx.source),
  };
}
