import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../functions/domain/cases/outcome.ts";
import { checkPartnerKey } from "../../functions/service/partners/check-partner-key.ts";
import { submitPartnerTip } from "../../functions/service/partners/submit-partner-tip.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { relateTip } from "../../functions/service/tips/relate-tip.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { type Connection, connect } from "../../functions/store/connect.ts";
import { createPartnerCheck } from "../../functions/store/partner-check.ts";
import { createRelationStore } from "../../functions/store/related.ts";
import { type TestPartners, testPartners } from "../support/partners.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let partners: TestPartners;
let worker: Connection;
let api: Api;
beforeAll(async () => {
  desk = await testDesk();
  partners = await testPartners(desk.database, desk.intake);
  worker = connect(desk.database.urls.worker);
  ({ api } = await desk.officer("supervisor"));
});
afterAll(async () => {
  await worker?.close();
  await partners?.close();
  await desk?.close();
});

/** As the worker's round does it. */
async function round(): Promise<void> {
  const relations = createRelationStore(worker.db, async () => undefined);
  const ctx = { clock: () => new Date(), log: desk.staff.log, relations };
  for (const waiting of await relations.waiting(new Date(), 100)) {
    await relateTip(ctx, waiting.tipId);
    await relations.done(waiting);
  }
}

interface Shown {
  score: number;
  band: string;
  machineBand: string;
  source: { of: string; ended: number; seizures: number; abuse: number } | null;
}
const shown = async (id: string) => (await (await api.get(`/tips/${id}`)).json()) as Shown;
const reasons = async (id: string) =>
  (await desk.owner.pool.query("select reasons from tips where id = $1", [id])).rows[0].reasons as {
    code: string;
    points: number;
  }[];
const close = async (id: string, outcome: Outcome) =>
  expect((await api.post(`/tips/${id}/close`, { outcome, reason: "x" })).status).toBe(200);

async function body(name: string): Promise<() => Promise<string>> {
  const check = { keys: partners.ctx.keys, partners: createPartnerCheck(desk.intake.connection.db) };
  const partnerId = (await checkPartnerKey(check, await partners.key(name))) ?? "";
  let count = 0;
  return async () => {
    count += 1;
    const report = {
      locale: "ja" as const,
      text: `${name} の ${count} 番目の知らせ。横浜港に大麻`,
      goods: [],
    };
    const { reference } = await submitPartnerTip(desk.intake.ctx, {
      partnerId,
      report,
      idempotencyKey: randomUUID(),
    });
    await desk.intake.drained();
    const { rows } = await desk.owner.pool.query("select tip_id from partner_tips where reference = $1", [
      reference,
    ]);
    return rows[0].tip_id;
  };
}

describe("how earlier tips of a source ended", () => {
  it("gives points to the next tip of the same partner body, with how many led to a seizure", async () => {
    const tell = await body("横浜倉庫協会");
    const ids = [await tell(), await tell(), await tell(), await tell()];
    const [first = "", second = "", third = "", open = ""] = ids;
    await round();
    const { score, band } = await shown(open);
    expect(await reasons(open)).not.toContainEqual(expect.objectContaining({ code: "source_history" }));
    await close(first, "seizure");
    await close(second, "seizure");
    await close(third, "nothing_found");
    await round();
    expect(await shown(open)).toMatchObject({
      score: score + 3,
      band,
      source: { of: "partner", ended: 3, seizures: 2, abuse: 0 },
    });
    expect(await reasons(open)).toContainEqual({ code: "source_history", points: 3 });
    // A new one has it from the worker's first look.
    const next = await tell();
    await round();
    expect(await reasons(next)).toContainEqual({ code: "source_history", points: 3 });
  });

  it("counts nothing of another body, nor of people who gave no receipt to be known by", async () => {
    const other = await (await body("門司通関業会"))();
    const tip = await desk.tip("横浜港に大麻の袋");
    await round();
    expect((await shown(other)).source).toBeNull();
    expect((await shown(tip)).source).toBeNull();
  });

  it("forgets a closing that was taken back as a slip, and keeps one that was opened again", async () => {
    const tell = await body("神戸海運組合");
    const [slip, known, open] = [await tell(), await tell(), await tell()];
    await close(slip, "abuse");
    expect((await api.post(`/tips/${slip}/undo`)).status).toBe(200);
    await round();
    expect((await shown(open)).source).toBeNull();
    await close(known, "seizure");
    await round();
    expect(await reasons(open)).toContainEqual({ code: "source_history", points: 3 });
    const { rows } = await desk.owner.pool.query(
      "select outcome, withdrawn_at is null as stands from tip_endings where tip_id = any($1::uuid[]) order by id",
      [[slip, known]],
    );
    expect(rows).toEqual([
      { outcome: "abuse", stands: false },
      { outcome: "seizure", stands: true },
    ]);
  });

  it("counts for a reporter who comes back under the same receipt", async () => {
    const { id, receipt } = await submitTip(desk.intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: { locale: "ja", text: "名古屋港に金の延べ棒", goods: [] },
    });
    await desk.intake.drained();
    await close(id, "seizure");
    const more = {
      receipt,
      locale: "ja" as const,
      text: "また同じ箱が来ました",
      idempotencyKey: randomUUID(),
    };
    await addMessage(desk.intake.ctx, more);
    await desk.intake.drained();
    expect((await api.post(`/tips/${id}/reopen`)).status).toBe(200);
    await round();
    expect((await shown(id)).source).toEqual({ of: "receipt", ended: 1, seizures: 1, borneOut: 0, abuse: 0 });
    expect(await reasons(id)).toContainEqual({ code: "source_history", points: 3 });
  });

  it("is taken back with a case that was closed by a slip", async () => {
    const tell = await body("博多貿易会");
    const [one, two] = [await tell(), await tell()];
    await api.post(`/tips/${one}/take`);
    const { case: reference } = (await (await api.get(`/tips/${one}`)).json()) as { case: string };
    expect((await api.post(`/cases/${reference}/close`, { outcome: "abuse", reason: "x" })).status).toBe(200);
    await round();
    expect(await reasons(two)).toContainEqual({ code: "source_history", points: -3 });
    expect((await api.post(`/cases/${reference}/undo`)).status).toBe(200);
    await round();
    expect(await reasons(two)).not.toContainEqual(expect.objectContaining({ code: "source_history" }));
  });
});
