import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TipDetail } from "../../functions/domain/cases/tip-page.ts";
import { checkPartnerKey } from "../../functions/service/partners/check-partner-key.ts";
import { submitPartnerTip } from "../../functions/service/partners/submit-partner-tip.ts";
import { createPartnerCheck } from "../../functions/store/partner-check.ts";
import { type TestPartners, testPartners } from "../support/partners.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let partners: TestPartners;
let reference: string;
beforeAll(async () => {
  desk = await testDesk();
  partners = await testPartners(desk.database, desk.intake);
  const check = { keys: partners.ctx.keys, partners: createPartnerCheck(desk.intake.connection.db) };
  const partnerId = (await checkPartnerKey(check, await partners.key("日本港運協会"))) ?? "";
  const report = { locale: "ja" as const, text: "大井埠頭で夜中にコンテナを開けていた", goods: [] };
  const accepted = await submitPartnerTip(desk.intake.ctx, {
    partnerId,
    report,
    idempotencyKey: randomUUID(),
  });
  reference = accepted.reference;
  await desk.tip("別の通報");
});
afterAll(async () => {
  await partners?.close();
  await desk?.close();
});

describe("a tip that a partner body relayed", () => {
  it("is found by the reference that the partner names, however it is written", async () => {
    const { api } = await desk.officer("supervisor");
    for (const q of [reference, reference.toLowerCase().replace("-", " ")]) {
      const { items } = await (await api.get(`/tips?q=${encodeURIComponent(q)}`)).json();
      expect(items).toMatchObject([{ channel: "partner" }]);
    }
    const { items } = await (await api.get("/tips?q=PR-00000-00000")).json();
    expect(items).toEqual([]);
  });

  it("shows the officer which body it was and what it calls the tip", async () => {
    const { api } = await desk.officer("supervisor");
    const { items } = await (await api.get(`/tips?q=${reference}`)).json();
    const detail: TipDetail = await (await api.get(`/tips/${items[0].id}`)).json();
    expect(detail.partner).toEqual({ name: "日本港運協会", reference });
  });

  it("cannot be answered or given a status, as nobody holds a receipt", async () => {
    const { api } = await desk.officer("supervisor");
    const { items } = await (await api.get(`/tips?q=${reference}`)).json();
    const [{ id, version, actions }] = items;
    expect(actions).toContain("take");
    expect(actions).not.toContain("message");
    expect(actions).not.toContain("status");
    const asked = await api.post(`/tips/${id}/message`, { version, text: "どこで見ましたか" });
    const told = await api.post(`/tips/${id}/status`, { version, status: "reading" });
    expect([asked.status, told.status]).toEqual([409, 409]);
    expect((await desk.events(id)).map(({ action }) => action)).not.toContain("message.sent");
  });

  it("names no partner for any other tip", async () => {
    const { api } = await desk.officer("supervisor");
    const { items } = await (await api.get("/tips?q=別の通報")).json();
    const detail: TipDetail = await (await api.get(`/tips/${items[0].id}`)).json();
    expect(detail.partner).toBeNull();
  });
});
