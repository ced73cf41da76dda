import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { followUp } from "../../functions/service/threads/follow-up.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let first: Api;
let second: { id: string; api: Api };
let third: string;
let tipId: string;
let receipt: string;
beforeAll(async () => {
  desk = await testDesk();
  first = (await desk.officer("supervisor")).api;
  second = await desk.officer("supervisor");
  third = (await desk.officer("investigator")).id;
});
afterAll(() => desk?.close());
beforeEach(async () => {
  const report = { locale: "ja" as const, text: "横浜港の倉庫に覚醒剤の箱", goods: [] };
  const accepted = await submitTip(desk.intake.ctx, {
    channel: "web",
    idempotencyKey: randomUUID(),
    report,
  });
  await desk.intake.drained();
  ({ id: tipId, receipt } = accepted);
});

const told = async () => (await followUp(desk.intake.ctx, { receipt })).status;
async function act(action: string, fields: object = {}, by = first): Promise<void> {
  expect((await by.post(`/tips/${tipId}/${action}`, fields)).status, action).toBe(200);
}
async function write(text: string): Promise<void> {
  await addMessage(desk.intake.ctx, { receipt, locale: "ja", text, idempotencyKey: randomUUID() });
  await desk.intake.drained();
}

describe("what the holder of a receipt is told", () => {
  it("is that somebody reads it, once somebody took it or was given it, until that is taken back", async () => {
    expect(await told()).toBe("received");
    await act("take");
    expect(await told()).toBe("reading");
    await act("undo");
    expect(await told()).toBe("received");
    await act("assign", { officer: third });
    expect(await told()).toBe("reading");
    await act("undo");
    expect(await told()).toBe("received");
  });

  it("stays a question while it waits for its answer, whoever takes the tip, is given it and gives it back", async () => {
    await act("message", { text: "いつですか" });
    await act("take");
    expect(await told()).toBe("question");
    await act("undo");
    expect(await told()).toBe("question");
    await act("assign", { officer: third });
    await act("assign", { officer: second.id });
    expect(await told()).toBe("question");
    await act("undo");
    expect(await told()).toBe("question");
  });

  it("stays what an officer said of it, when another takes it up", async () => {
    await act("status", { status: "finished" });
    await act("take", {}, second.api);
    expect(await told()).toBe("finished");
  });

  it("is no question any more once they answered, until the desk asks again", async () => {
    await act("message", { text: "いつですか" });
    await write("明日です");
    expect(await told()).toBe("reading");
    await act("message", { text: "何時ですか" });
    expect(await told()).toBe("question");
    await write("三時です");
    await write("夜の三時です");
    expect(await told()).toBe("reading");
  });

  it("is no question when a tip that was closed over it is taken up again after they answered", async () => {
    await act("message", { text: "いつですか" });
    await act("close", { outcome: "insufficient", reason: "返事がない" });
    await act("reopen");
    expect(await told()).toBe("question");
    await act("close", { outcome: "insufficient", reason: "返事がない" });
    await write("明日です");
    expect(await told()).toBe("finished");
    await act("reopen");
    expect(await told()).toBe("reading");
  });

  it("is never changed by their own words otherwise: neither before somebody read, nor when all is over", async () => {
    await write("もう一つあります");
    expect(await told()).toBe("received");
    await act("close", { outcome: "seizure", reason: "見つけた" });
    await write("また来ました");
    expect(await told()).toBe("finished");
  });
});
