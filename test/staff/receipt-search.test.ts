import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatReceipt } from "../../functions/domain/receipts/receipt.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { readKey } from "../../functions/vault/key-files.ts";
import { createReceiptLookup } from "../../functions/vault/receipt-lookup.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { seat } from "./seat.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(() => desk?.close());

/** A tip with its receipt, as its reporter holds it. */
async function filed(text = "神戸港に不審なコンテナがある", ctx = desk.intake.ctx) {
  const report = { locale: "ja" as const, text, goods: [] };
  const { id, receipt } = await submitTip(ctx, { channel: "web", idempotencyKey: randomUUID(), report });
  await desk.intake.drained();
  return { id, receipt };
}

/** The public role as it was before this program: its entries name no receipt that the desk can match. */
const olderProgram = () => ({
  ...desk.intake.ctx,
  journal: {
    ...desk.intake.ctx.journal,
    append: (entry: Parameters<typeof desk.intake.ctx.journal.append>[0]) => {
      const { receiptLookup: _, ...older } = entry as typeof entry & { receiptLookup?: Uint8Array };
      return desk.intake.ctx.journal.append(older as typeof entry);
    },
  },
});

type Api = Awaited<ReturnType<TestDesk["officer"]>>["api"];
async function found(api: Api, q: string): Promise<string[]> {
  const answer = await api.get(`/tips?${new URLSearchParams({ q })}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
}

const wrongDigit = (receipt: string) => `${receipt.slice(0, 15)}${(Number(receipt[15]) + 1) % 10}`;
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const thai = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));

describe("a search by receipt", () => {
  it("finds the tip of that receipt alone, however the receipt is written", async () => {
    const { id, receipt } = await filed();
    await filed();
    const { api } = await desk.officer("intake");
    const shown = formatReceipt(receipt);
    for (const typed of [
      receipt,
      shown,
      shown.replaceAll(" ", "-"),
      wide(shown),
      thai(receipt),
      `  ${receipt}\u3000`,
    ])
      expect(await found(api, typed), typed).toEqual([id]);
    for (const other of [wrongDigit(receipt), receipt.slice(1), `${receipt}0`])
      expect(await found(api, other), other).toEqual([]);
  });

  it("finds it wherever the tip lies by now, and when it is closed", async () => {
    const { id, receipt } = await filed();
    await desk.owner.pool.query("update tips set state = 'closed', lane = 'set_aside' where id = $1", [id]);
    expect(await found((await desk.officer("supervisor")).api, receipt)).toEqual([id]);
    // Whoever triages reads nothing that is closed.
    expect(await found((await desk.officer("intake")).api, receipt)).toEqual([]);
  });

  it("answers the same of a tip that is another region's and of a receipt that nobody holds", async () => {
    const { id, receipt } = await filed();
    await desk.owner.pool.query("update tips set region = 'kobe' where id = $1", [id]);
    const { api } = await desk.officer("investigator", "moji");
    const answers: string[] = [];
    for (const q of [receipt, wrongDigit(receipt)]) {
      const answer = await api.get(`/tips?${new URLSearchParams({ q })}`);
      answers.push(`${answer.status} ${await answer.text()}`);
    }
    expect(answers[0]).toBe('200 {"items":[],"nextCursor":null}');
    expect(answers[1]).toBe(answers[0]);
    expect(await found((await desk.officer("investigator", "kobe")).api, receipt)).toEqual([id]);
    for (const role of ["analyst", "auditor", "admin"] as const)
      expect((await (await desk.officer(role)).api.get(`/tips?q=${receipt}`)).status, role).toBe(404);
  });

  it("is on record as a search by receipt with how many it found, and the receipt nowhere", async () => {
    const { receipt } = await filed();
    const { api, id: officer } = await desk.officer("supervisor");
    await found(api, formatReceipt(receipt));
    const { rows } = await desk.owner.pool.query(
      "select action, details, sealed from events where actor_id = $1 and action like 'tips.%'",
      [officer],
    );
    expect(rows).toEqual([{ action: "tips.searched", details: { kind: "receipt", hits: 1 }, sealed: null }]);
    expect(JSON.stringify(desk.logs)).not.toContain(receipt.slice(0, 8));
  });

  it("looks for nothing among words, even where a tip has just these digits in them", async () => {
    const digits = "4000 1234 5678 9010";
    await filed(`カードの番号は ${digits} です`);
    const { api } = await desk.officer("intake");
    expect(await found(api, digits)).toEqual([]);
    expect(await found(api, "4000 1234 5678")).toHaveLength(1);
  });
});

describe("a receipt typed at the desk", () => {
  it("stands in no address: the form leads to a code that finds the same tip", async () => {
    const { id, receipt } = await filed();
    const { browser, csrf } = await seat(desk, "intake");
    const sent = await browser.post("/staff/search", {
      csrf,
      q: formatReceipt(receipt),
      list: "lane=quarantine",
    });
    expect(sent.status).toBe(303);
    const to = sent.headers.get("location") ?? "";
    expect(to).toMatch(/^\/staff\/\?lane=quarantine&q=RC-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const list = to.replace("lane=quarantine&", "");
    expect((await browser.page(list, "queue")).view.rows.map((row) => row.id)).toEqual([id]);
    // It is found without a look into its words.
    expect((await desk.events(id)).map(({ action }) => action)).toEqual(["tip.received"]);
    expect((await browser.page(to, "queue")).view.rows).toEqual([]);
    const asked = await browser.request(`/staff/?band=A&q=${encodeURIComponent(formatReceipt(receipt))}`);
    expect([asked.status, asked.headers.get("location")]).toEqual([302, `${list.replace("?", "?band=A&")}`]);
  });

  it("is not kept apart from other words by the form", async () => {
    const { browser, csrf } = await seat(desk, "intake");
    const words = "横浜 & <b> = +";
    const sent = await browser.post("/staff/search", { csrf, q: words });
    const { searchParams } = new URL(sent.headers.get("location") ?? "", "http://desk.example");
    expect(searchParams.get("q")).toBe(words);
  });
});

describe("what can be matched by", () => {
  it("is five bytes under a key of public and staff, the same for both", async () => {
    const { id, receipt } = await filed();
    const { rows } = await desk.owner.pool.query(
      "select receipt_lookup, receipt_hash from tips where id = $1",
      [id],
    );
    const [{ receipt_lookup: kept, receipt_hash: hash }] = rows;
    for (const role of ["public", "staff"]) {
      const key = await readKey(join(desk.intake.dataDir, "keys", role), "lookup");
      expect(Buffer.from(createReceiptLookup(key).lookup(receipt)), role).toEqual(kept);
    }
    expect(kept).toHaveLength(5);
    expect(hash.subarray(0, 5)).not.toEqual(kept);
  });

  it("is no other key's: with the worker's keys or the search's nobody tells whether a receipt is right", async () => {
    const { id, receipt } = await filed();
    const { rows } = await desk.owner.pool.query("select receipt_lookup from tips where id = $1", [id]);
    const worker = await readKey(join(desk.intake.dataDir, "keys/worker"), "index");
    expect(Buffer.from(createReceiptLookup(worker).lookup(receipt))).not.toEqual(rows[0].receipt_lookup);
    await expect(readKey(join(desk.intake.dataDir, "keys/worker"), "lookup")).rejects.toThrow(/missing/);
  });
});

describe("a tip from before the desk could search by receipt", () => {
  it("goes in from an older journal, and is not found by its receipt", async () => {
    const { id, receipt } = await filed("古い通報", olderProgram());
    const { api } = await desk.officer("intake");
    expect(await found(api, "古い通報")).toEqual([id]);
    expect(await found(api, receipt)).toEqual([]);
  });

  it("is found once its reporter has written again under the receipt", async () => {
    const { id, receipt } = await filed("もっと古い通報", olderProgram());
    const more = () => ({ receipt, locale: "ja" as const, text: "追加です", idempotencyKey: randomUUID() });
    await addMessage(olderProgram(), more());
    await desk.intake.drained();
    const { api } = await desk.officer("intake");
    expect(await found(api, receipt)).toEqual([]);
    await addMessage(desk.intake.ctx, more());
    await desk.intake.drained();
    expect(await found(api, receipt)).toEqual([id]);
  });

  it("made of words under a receipt that no tip has, is found by what was typed", async () => {
    const receipt = "0000111122223333";
    await addMessage(desk.intake.ctx, {
      receipt,
      locale: "ja",
      text: "追加です",
      idempotencyKey: randomUUID(),
    });
    await desk.intake.drained();
    expect(await found((await desk.officer("intake")).api, receipt)).toHaveLength(1);
  });
});
