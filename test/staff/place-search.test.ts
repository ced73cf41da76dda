import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(() => desk?.close());

async function filed(locale: "ja" | "en" | "ko", text: string): Promise<string> {
  const report = { locale, text, goods: [] };
  const { id } = await submitTip(desk.intake.ctx, { channel: "web", idempotencyKey: randomUUID(), report });
  return id;
}

it("a port is found under its name in any language, in tips of any language, by those who may read them", async () => {
  const english = await filed("en", "There is cocaine in a container that arrives at Yokohama port tomorrow");
  const about = [
    english,
    await filed("ja", "横浜港に着くコンテナに覚醒剤がある"),
    await filed("ko", "내일 요코하마항에 도착하는 컨테이너에 필로폰이 있습니다"),
  ];
  const kobe = await filed("ja", "神戸港に着くコンテナに覚醒剤がある");
  await desk.intake.drained();
  const { api } = await desk.officer("intake");
  const found = async (q: string, by = api) => {
    const answer = await by.get(`/tips?${new URLSearchParams({ q })}`);
    return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id).sort();
  };
  for (const q of ["横浜港", "Yokohama", "요코하마", "JPYOK"])
    expect(await found(q), q).toEqual(about.sort());
  expect(await found("Kobe port")).toEqual([kobe]);
  // Words beside the name are looked for as words.
  expect(await found("Yokohama port tomorrow")).toEqual([english]);
  const elsewhere = await desk.officer("investigator", "nagoya");
  expect(await found("Yokohama", elsewhere.api)).toEqual([]);
});
