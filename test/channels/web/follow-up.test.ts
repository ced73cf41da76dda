import { describe, expect, it } from "vitest";
import { limits } from "../../../functions/domain/intake/limits.ts";
import type { AskPage, ThreadPage } from "../../../functions/domain/intake/public-page.ts";
import { DatabaseAway, TooMany } from "../../../functions/service/errors.ts";
import { type Answer, doorWith, issuedKey } from "./fake-deps.ts";

const path = "/ja/follow-up/";
const receipt = "1234567890123456";
const ask = (answer: Answer) => answer.page as AskPage;
const thread = (answer: Answer) => answer.page as ThreadPage;
const look = (typed: string) => new URLSearchParams({ receipt: typed });
const add = (fields: Record<string, string> = {}) =>
  new URLSearchParams({
    receipt,
    step: "add",
    idempotencyKey: issuedKey,
    message: "船は白でした",
    ...fields,
  });

describe("the follow-up page", () => {
  it("asks for a receipt, and shows nothing by its address", async () => {
    const door = doorWith();
    const answer = await door.get(`${path}?receipt=${receipt}`);
    expect(ask(answer)).toEqual({ kind: "ask", receipt: "", issues: [] });
    expect(door.looked).toEqual([]);
  });

  it("takes the digits as people type them and says them back in four groups", async () => {
    const door = doorWith();
    const answer = await door.post(path, look(" １２３４-5678 9012　3456 "));
    expect(door.looked).toEqual([receipt]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(thread(answer)).toMatchObject({
      kind: "thread",
      receipt: "1234 5678 9012 3456",
      status: "received",
      statusWords: { label: `received ${path.split("/")[1]}`, text: "" },
    });
  });

  it("shows the messages in the order they were given", async () => {
    const messages = [{ from: "desk" as const, at: new Date("2026-11-21T01:00:00Z"), text: "どの港ですか" }];
    const door = doorWith({ followUp: async () => ({ status: "question", messages }) });
    expect(thread(await door.post(path, look(receipt)))).toMatchObject({
      status: "question",
      messages: [{ from: "desk", text: "どの港ですか" }],
    });
  });

  it.each(["", "123", "1234 5678 9012 345X"])("gives %j back as no receipt", async (typed) => {
    const door = doorWith();
    const answer = await door.post(path, look(typed));
    expect(answer.status).toBe(422);
    expect(ask(answer)).toEqual({
      kind: "ask",
      receipt: typed,
      issues: [{ field: "receipt", code: "invalid" }],
    });
    expect(door.looked).toEqual([]);
  });

  it("says so when replies cannot be looked up now", async () => {
    const door = doorWith({
      followUp: async () => {
        throw new DatabaseAway();
      },
    });
    const answer = await door.post(path, look(receipt));
    expect(answer.status).toBe(503);
    expect(ask(answer)).toMatchObject({ receipt, trouble: "failed" });
    expect(JSON.stringify(door.logged)).not.toContain(receipt);
  });

  it("says when to try again after too many looks", async () => {
    const door = doorWith({
      limit: () => {
        throw new TooMany(60);
      },
    });
    const answer = await door.post(path, look(receipt));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(door.looked).toEqual([]);
  });

  it("looks nothing up for another site's page", async () => {
    const door = doorWith();
    const answer = await door.post(path, look(receipt), { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(403);
    expect(door.looked).toEqual([]);
  });
});

describe("an addition", () => {
  it("is taken under its receipt, with a new key for the next one", async () => {
    const door = doorWith();
    const answer = await door.post(path, add());
    expect(answer.status).toBe(200);
    expect(door.added).toEqual([{ receipt, locale: "ja", text: "船は白でした", idempotencyKey: issuedKey }]);
    expect(thread(answer)).toMatchObject({ added: true, message: "", status: "received" });
    expect(thread(answer).idempotencyKey).not.toBe(issuedKey);
  });

  it("stays acknowledged when the thread cannot be read afterwards", async () => {
    const door = doorWith({
      followUp: async () => {
        throw new DatabaseAway();
      },
    });
    const answer = await door.post(path, add());
    expect(answer.status).toBe(200);
    expect(thread(answer)).toMatchObject({ added: true, status: null });
  });

  it.each([
    ["nothing", { message: "  " }, { issues: [{ field: "message", code: "empty" }] }],
    [
      "too much",
      { message: "a".repeat(limits.text + 1) },
      { issues: [{ field: "message", code: "too_long" }] },
    ],
    ["no key", { idempotencyKey: "" }, { trouble: "key_missing" }],
  ])("of %s is given back and not taken", async (_, fields, shown) => {
    const door = doorWith();
    const answer = await door.post(path, add(fields));
    expect(answer.status).toBe(422);
    expect(thread(answer)).toMatchObject({ ...shown, message: add(fields).get("message") });
    expect(door.added).toEqual([]);
  });

  it.each([
    ["fails", new Error("船は白でした"), 503, "failed"],
    ["comes too often", new TooMany(10), 429, "too_often"],
  ])("that %s keeps its words and its key", async (_, error, status, trouble) => {
    const door = doorWith({
      addMessage: async () => {
        throw error;
      },
    });
    const answer = await door.post(path, add());
    expect(answer.status).toBe(status);
    expect(thread(answer)).toMatchObject({ trouble, message: "船は白でした", idempotencyKey: issuedKey });
    expect(JSON.stringify(door.logged)).not.toContain("船");
  });
});
