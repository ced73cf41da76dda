import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importArrivals } from "../../functions/service/arrivals/import-arrivals.ts";
import { checkPartnerKey } from "../../functions/service/partners/check-partner-key.ts";
import { submitPartnerTip } from "../../functions/service/partners/submit-partner-tip.ts";
import { noteKeyed } from "../../functions/service/tips/note-keyed.ts";
import { createPartnerCheck } from "../../functions/store/partner-check.ts";
import { hostileWords } from "../examples/hostile/hostile.ts";
import { testPartners } from "../support/partners.ts";
import type { Browser } from "./browser.ts";
import type { TestDesk } from "./desk.ts";
import { drawnDesk, html, inspect } from "./inspect-page.ts";
import { heard, testCalls } from "./recording-call.ts";

const corpus = hostileWords().map(({ words }) => words);

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  ({ desk, browser } = await drawnDesk());
}, 60_000);
afterAll(() => desk?.close());

/** The page of a tip, looked at for what is not the desk's own; answers it. */
async function tipPage(id: string, at: string): Promise<string> {
  const page = await html(await browser.request(`/staff/tips/${id}/`));
  inspect(page, at);
  return page;
}

describe("a stranger's words by other ways than the form", () => {
  it("are words in what a partner body sends, in every field, and in its own name", async () => {
    const partners = await testPartners(desk.database, desk.intake);
    const check = { keys: partners.ctx.keys, partners: createPartnerCheck(desk.intake.connection.db) };
    for (const [index, words] of corpus.entries()) {
      const name = `${index} ${words}`.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").slice(0, 100);
      const partnerId = (await checkPartnerKey(check, await partners.key(name))) ?? "";
      const report = {
        locale: "ja" as const,
        goods: [],
        text: words,
        place: words,
        when: words,
        how: words,
        who: words,
      };
      const idempotencyKey = randomUUID();
      const { reference } = await submitPartnerTip(desk.intake.ctx, {
        partnerId,
        report: { ...report, contact: words },
        idempotencyKey,
      });
      await desk.intake.drained();
      const found = await html(await browser.request(`/staff/?q=${reference}`));
      inspect(found, `found ${words}`);
      const id = /data-tip="([0-9a-f-]{36})"/.exec(found)?.[1] ?? "";
      const page = await tipPage(id, `partner ${words}`);
      expect(page).toContain(reference);
      expect(page).toContain("MARK");
    }
    await partners.close();
  }, 120_000);

  it("are words where a machine wrote a recording down, and where an officer corrected it", async () => {
    const calls = await testCalls(desk);
    for (const words of corpus) {
      const segment = {
        ...heard.segments[0],
        start: 0,
        end: 3,
        text: words,
        avg_logprob: -0.2,
        no_speech_prob: 0,
      };
      const word = { word: words.slice(0, 40), start: 0.4, end: 0.9, probability: 0.3 };
      const machine = { language: words, text: words, segments: [segment], words: [word] };
      const { tipId, recordings } = await calls.call(["talk"], machine);
      const before = await tipPage(tipId, `machine ${words}`);
      expect(before, words).toContain("MARK");
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(before)?.[1] ?? "";
      const form = { csrf: field("csrf"), tip: tipId, version: field("version"), seen: field("seen") };
      const path = `/staff/recordings/${recordings[0]}/transcript`;
      const typed = await browser.post(path, {
        ...form,
        back: `/staff/tips/${tipId}/`,
        text: `${words} corrected`,
      });
      expect(typed.status, words).toBe(303);
      expect(await tipPage(tipId, `corrected ${words}`)).toContain("corrected");
      // A form that comes too late shows them once more, in the field that they were typed into.
      inspect(
        await html(await browser.post(path, { ...form, text: words, back: `/staff/?tip=${tipId}` })),
        `late ${words}`,
      );
    }
    await calls.close();
  }, 180_000);

  it("are words where a number was keyed in", async () => {
    for (const words of corpus) {
      const callSid = `CA${randomBytes(16).toString("hex")}`;
      await noteKeyed(desk.intake.ctx, { callSid, locale: "ja", text: words });
      await desk.intake.drained();
    }
    const { rows } = await desk.owner.pool.query("select id from tips where channel = 'voice'");
    expect(rows.length).toBeGreaterThanOrEqual(corpus.length);
    let shown = 0;
    for (const { id } of rows) if ((await tipPage(id, `keyed ${id}`)).includes("MARK")) shown += 1;
    expect(shown).toBeGreaterThanOrEqual(corpus.length);
  }, 120_000);

  it("are names in a file of arrivals, or are refused by their line, and stop no other row", async () => {
    const ctx = {
      clock: () => new Date(),
      log: desk.staff.log,
      index: desk.staff.index,
      arrivals: desk.staff.arrivals,
    };
    const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`;
    const due = new Date(Date.now() + 20 * 3_600_000).toISOString();
    const head = "imo,name,local_name,flight,container,awb,port,scheduled,eta,voyage,status";
    const columns = head.split(",");
    const good: Record<string, string> = { imo: "9074729", port: "JPYOK", eta: due };
    for (const column of columns) {
      // One file for each column, with every string in it, a good row before and behind.
      const rows = corpus.map((each, at) =>
        columns.map((name) =>
          name === column ? quoted(each) : name === "voyage" ? `V${column}${at}` : (good[name] ?? ""),
        ),
      );
      const plain = (voyage: string) =>
        columns.map((name) => (name === "voyage" ? voyage : (good[name] ?? "")));
      const file = [head, plain(`${column} first`), ...rows, plain(`${column} last`)].join("\n");
      const report = await importArrivals(ctx, "command", { bytes: Buffer.from(file) });
      expect(report.added + report.changed, column).toBeGreaterThanOrEqual(2);
      expect(JSON.stringify(report.refused), column).not.toContain("MARK");
    }
    for (const each of corpus) {
      const answer = await importArrivals(ctx, "command", { bytes: Buffer.from(each) });
      expect(answer.added).toBe(0);
    }
    const id = await desk.tip("今夜、横浜港に IMO 9074729 の船が覚醒剤を運んで着きます");
    await desk.owner.pool.query(
      `insert into tip_arrivals (tip_id, arrival_id, type, how, due_at, found_at)
       select $1, id, 'imo', 'same', due_at, now() from arrivals where imo = '9074729' limit 1`,
      [id],
    );
    for (const name of corpus) {
      await desk.owner.pool.query("update arrivals set name = $1, local_name = $1 where imo = '9074729'", [
        name.replaceAll("\u0000", "").toWellFormed(),
      ]);
      expect(await tipPage(id, `arrival ${name}`)).toContain('class="arrival"');
    }
    expect(JSON.stringify(desk.logs)).not.toContain("MARK");
  }, 180_000);
});
