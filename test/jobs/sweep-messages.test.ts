import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import lineLimits from "../../content/data/voice-limits.json" with { type: "json" };
import { picturesOnly } from "../../functions/channels/sms/words.ts";
import { decodeSealed, SealedWords } from "../../functions/domain/intake/sealed-words.ts";
import { createMessageSweep } from "../../functions/service/messages/sweep-messages.ts";
import { takeMessage } from "../../functions/service/messages/take-message.ts";
import { createMessageWatch } from "../../functions/service/watch/watch-messages.ts";
import { createMessageList } from "../../functions/twilio/message-list.ts";
import { dyingAt } from "../support/dying-intake.ts";
import type { FakeMessages, ListMishap } from "../support/fake-twilio/messages.ts";
import { account, sid, type TestWorker, testWorker } from "../support/worker.ts";

const hour = 60 * 60 * 1_000;
const day = 24 * hour;
const ours = "+815000000000";
let worker: TestWorker;
let held: FakeMessages;
beforeAll(async () => {
  worker = await testWorker();
  held = worker.provider.messages;
});
afterAll(() => worker?.stop());
afterEach(() => {
  held.bySid.clear();
  held.mishaps.length = 0;
  held.mediaMishaps.length = 0;
  held.asked.length = 0;
  held.pageSize = 1_000;
});

let sender = 0;
const someone = () => `+8180300${String(++sender).padStart(5, "0")}`;

/** A message that the provider holds and no hook took, so long ago. */
async function missed(body: string, ago: number, options: { from?: string; files?: number } = {}) {
  const media = Array.from({ length: options.files ?? 0 }, () => ({ sid: sid("ME"), type: "image/jpeg" }));
  const sentAt = new Date(Math.floor((Date.now() - ago) / 1_000) * 1_000);
  const from = options.from ?? someone();
  const sent = await worker.provider.message(body, { from, media, sentAt });
  return { ...sent, sentAt, from, body, media: media.map((each) => each.sid) };
}

function sweeper({
  ctx = worker.intake.ctx,
  apiUrl = worker.apiUrl,
  limits = lineLimits,
  clock = () => new Date(),
} = {}) {
  const list = createMessageList({ ...account, apiUrl }, ours);
  const sweep = createMessageSweep({ ...ctx, clock, picturesOnly }, list, limits);
  return async () => {
    const found = await sweep.look();
    await worker.intake.drained();
    return found;
  };
}

/** The hook takes the message now. */
const byHook = async (message: { sid: string; from: string; body: string; media: string[] }) => {
  const watch = createMessageWatch(worker.intake.ctx, lineLimits);
  const { sid: messageSid, from, body: words, media: mediaSids } = message;
  await takeMessage(
    { ...worker.intake.ctx, watch, picturesOnly },
    { messageSid, sender: from, words, files: mediaSids.length, mediaSids },
  );
  await worker.intake.drained();
};

async function tipOf(messageSid: string) {
  const hash = Buffer.from(worker.intake.ctx.keys.hashIdempotency(`sms:${messageSid}`));
  const [tip] = await worker.rows<{
    id: string;
    received_at: Date;
    sealed: Buffer;
    lane: string;
    misuse: string[];
    joined: number;
  }>(
    `select t.*, (select count(*)::int from messages m where m.tip_id = t.id) as joined from tips t
     where t.idem_hash = $1 or t.id = (select tip_id from messages m where m.idem_hash = $1)`,
    [hash],
  );
  return tip;
}

const filesOf = (messageSid: string) =>
  worker.rows<{ media_sid: string; state: string }>(
    "select media_sid, state from evidence where message_sid = $1 order by media_sid",
    [messageSid],
  );

describe("text messages sent while the program was away", () => {
  it("are found once, sealed and triaged as the hook would have, and received when they were sent", async () => {
    const { sid: messageSid, sentAt } = await missed("Bukas may darating na shabu sa Kobe", 3 * day);
    const look = sweeper();
    expect(await look()).toBe(1);
    const tip = await tipOf(messageSid);
    expect(tip).toMatchObject({ channel: "sms", locale: "fil", lane: "queue", received_at: sentAt });
    const opened = decodeSealed(SealedWords, await worker.intake.opener.open(tip?.sealed ?? Buffer.alloc(0)));
    expect(opened.report.text).toBe("Bukas may darating na shabu sa Kobe");
    expect(await look()).toBe(0);
    expect(await sweeper()()).toBe(0);
  });

  it("are never answered, and nothing of them is changed or removed at the provider", async () => {
    await missed("港に変な船がいます", hour, { files: 1 });
    const before = worker.provider.asked.length;
    expect(await sweeper()()).toBe(1);
    const asked = worker.provider.asked.slice(before);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(held.bySid.size).toBe(1);
  });

  it("join the tip their sender began that day, whether the hook took it or nobody did", async () => {
    const from = someone();
    const second = await missed("中身は拳銃だと聞いた", hour, { from });
    const first = await missed("倉庫の前に車が三台", hour + 60_000, { from });
    expect(await sweeper()()).toBe(2);
    const tip = await tipOf(first.sid);
    expect(tip).toMatchObject({ received_at: first.sentAt, joined: 1 });
    expect((await tipOf(second.sid))?.id).toBe(tip?.id);
  });

  it("bring their pictures, and say so when there is nothing else", async () => {
    const message = await missed("", hour, { files: 2 });
    await sweeper()();
    expect((await filesOf(message.sid)).map((row) => row.media_sid)).toEqual(message.media.sort());
    const tip = await tipOf(message.sid);
    const opened = decodeSealed(SealedWords, await worker.intake.opener.open(tip?.sealed ?? Buffer.alloc(0)));
    expect(opened.report.text).toBe(picturesOnly.replace("{count}", "2"));
    // They are announced now, so that they are searched for as long as any.
    const [file] = await worker.rows<{ created_at: Date }>(
      "select created_at from evidence where message_sid = $1",
      [message.sid],
    );
    expect(Date.now() - (file?.created_at.getTime() ?? 0)).toBeLessThan(hour / 2);
    const jobs = await worker.rows(
      "select 1 from pgboss.job where name = 'media.fetch' and data->>'evidenceId' in (select id::text from evidence where message_sid = $1)",
      [message.sid],
    );
    expect(jobs).toHaveLength(2);
  });

  it("that the hook took, alone or into another's tip, are not taken again", async () => {
    const from = someone();
    const first = await missed("車が三台", hour, { from });
    const second = await missed("青いトラック", hour, { from, files: 1 });
    await byHook(first);
    await byHook(second);
    expect(await sweeper()()).toBe(0);
    expect(await tipOf(first.sid)).toMatchObject({ joined: 1 });
    expect(await filesOf(second.sid)).toHaveLength(1);
  });

  it("are left to the hook while it may still come, and are not looked for beyond thirty days", async () => {
    const fresh = await missed("see", 2 * 60_000);
    const old = await missed("see", 32 * day);
    expect(await sweeper()()).toBe(0);
    for (const message of [fresh, old]) expect(await tipOf(message.sid)).toBeUndefined();
  });

  it("are ours only when they came to our number from outside", async () => {
    const other = await missed("see", hour);
    const answer = await missed("see", hour);
    Object.assign(held.bySid.get(other.sid) ?? {}, { to: "+815000000009" });
    Object.assign(held.bySid.get(answer.sid) ?? {}, { direction: "outbound-reply" });
    expect(await sweeper()()).toBe(0);
    expect(held.asked.every((query) => query.get("To") === ours)).toBe(true);
  });

  it("are counted by when they were sent: many of one number within an hour are a flood, over days they are none", async () => {
    const [from, other] = [someone(), someone()];
    const limits = { ...lineLimits, messages: 3, windowMinutes: 60 };
    const steady = await missed("hm", 20 * hour, { from });
    for (const ago of [18, 16, 14, 12]) await missed(`hm ${ago}`, ago * hour, { from });
    const flood = await missed("hm", 20 * hour, { from: other });
    for (const n of [1, 2, 3, 4]) await missed(`hm ${n}`, 20 * hour - n * 1_000, { from: other });
    await sweeper({ limits })();
    expect((await tipOf(steady.sid))?.misuse).toEqual([]);
    expect(await tipOf(flood.sid)).toMatchObject({ misuse: ["message_flood"], lane: "quarantine" });
  });
});

describe("how far a look goes back", () => {
  it("is thirty days after a start, then two days behind the last look that saw everything", async () => {
    let now = Date.now();
    const look = sweeper({ clock: () => new Date(now) });
    const from = () => held.asked.at(-1)?.get("DateSent>");
    const dayOf = (ago: number) => new Date(now - ago).toISOString().slice(0, 10);
    held.mishaps.push("500");
    await expect(look()).rejects.toThrow("500");
    await look();
    expect(from()).toBe(dayOf(30 * day));
    const seen = now;
    now += 10 * 60_000;
    await look();
    expect(from()).toBe(new Date(seen - 2 * day).toISOString().slice(0, 10));
    // What failed is not passed over, however long it fails.
    const before = now;
    now += 5 * day;
    held.mishaps.push("500");
    await expect(look()).rejects.toThrow();
    await look();
    expect(from()).toBe(new Date(before - 2 * day).toISOString().slice(0, 10));
  });
});

describe("a provider that answers badly", () => {
  it.each<ListMishap>(["404", "429", "500", "cut", "half"])(
    "with %s on the second page keeps what the first listed, and finds the rest at the next look",
    async (mishap) => {
      held.pageSize = 2;
      const messages: { sid: string }[] = [];
      for (let n = 0; n < 4; n += 1) messages.push(await missed(`see ${n}`, hour + n * 60_000));
      held.mishaps.push(undefined, mishap);
      const look = sweeper();
      await expect(look()).rejects.toThrow();
      await worker.intake.drained();
      const there = async () =>
        (await Promise.all(messages.map(({ sid: each }) => tipOf(each)))).filter(Boolean).length;
      expect(await there()).toBe(2);
      expect(await look()).toBe(2);
      expect(await there()).toBe(4);
    },
  );

  it("slowly is waited for", async () => {
    await missed("see", hour);
    held.mishaps.push("slow");
    expect(await sweeper()()).toBe(1);
  });

  it.each<ListMishap>(["round", "elsewhere"])(
    "with a next page that leads %s is not followed, and what it listed is kept once",
    async (mishap) => {
      await missed("see", hour);
      held.mishaps.push(mishap, mishap, mishap);
      const now = new Date();
      const look = sweeper({ clock: () => now });
      expect(await look()).toBe(1);
      expect(held.asked.length).toBeLessThanOrEqual(2);
      expect(worker.intake.logs.at(-1)?.fields).toMatchObject({ code: "list_too_long" });
      // It may be hiding others: the next look goes as far back.
      await look();
      expect(held.asked.at(-1)?.get("DateSent>")).toBe(
        new Date(now.getTime() - 30 * day).toISOString().slice(0, 10),
      );
    },
  );

  it("that cannot be reached loses nothing", async () => {
    await missed("see", hour);
    await expect(sweeper({ apiUrl: "http://127.0.0.1:9" })()).rejects.toThrow();
    expect(await sweeper()()).toBe(1);
  });

  it.each<ListMishap>(["404", "429", "500", "cut", "half"])(
    "with %s for the list of a message's pictures keeps its words at once and its pictures at the next look",
    async (mishap) => {
      const message = await missed("see", hour, { files: 2 });
      held.mediaMishaps.push(mishap);
      const look = sweeper();
      await expect(look()).rejects.toThrow();
      await worker.intake.drained();
      expect(await tipOf(message.sid)).toBeDefined();
      expect(await filesOf(message.sid)).toHaveLength(0);
      expect(await look()).toBe(0);
      expect(await filesOf(message.sid)).toHaveLength(2);
      expect(await look()).toBe(0);
      expect(await filesOf(message.sid)).toHaveLength(2);
    },
  );
});

describe("a program killed at any write of a look", () => {
  it("takes each message and each picture in once", async () => {
    for (let at = 0; at < 4; at += 1) {
      for (const moment of ["before", "after"] as const) {
        const from = someone();
        const first = await missed("車が三台", 2 * hour, { from, files: 1 });
        const second = await missed("写真です", hour, { from, files: 2 });
        await expect(sweeper({ ctx: dyingAt(worker.intake.ctx, at, moment) })()).rejects.toThrow("killed");
        await worker.intake.reopen();
        await sweeper()();
        const tip = await tipOf(first.sid);
        expect([tip?.joined, tip?.id]).toEqual([1, (await tipOf(second.sid))?.id]);
        expect(await filesOf(first.sid)).toHaveLength(1);
        expect(await filesOf(second.sid)).toHaveLength(2);
        expect(await sweeper()()).toBe(0);
        held.bySid.clear();
      }
    }
  });
});
