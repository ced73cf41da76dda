import { describe, expect, it } from "vitest";
import { limits } from "../../../functions/domain/intake/limits.ts";
import type { ReceivedPage, ReportPage } from "../../../functions/domain/intake/public-page.ts";
import { BadInput, KeyReused, TooMany } from "../../../functions/service/errors.ts";
import { type Answer, doorWith, fileOf, issuedKey, reportForm } from "./fake-deps.ts";

const path = "/ja/report/";
const form = (answer: Answer) => answer.page as ReportPage;
const receipt = (answer: Answer) => answer.page as ReceivedPage;

describe("the report form", () => {
  it("is given a fresh key each time, and is never stored", async () => {
    const door = doorWith();
    const [one, two] = [await door.get(path), await door.get(path)];
    expect(form(one).idempotencyKey).toHaveLength(22);
    expect(form(one).idempotencyKey).not.toBe(form(two).idempotencyKey);
    expect(one.headers.get("cache-control")).toBe("no-store");
  });

  it("files what was written and shows the receipt in four groups, with nothing in the address", async () => {
    const door = doorWith();
    const answer = await door.post(
      "/en/report/",
      reportForm({
        text: "One\r\ntwo",
        goods: ["gold", "stimulants"],
        transport: ["parcel"],
        who: "someone",
        contact: "me",
      }),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(receipt(answer)).toMatchObject({
      kind: "received",
      receipt: "1234 5678 9012 3456",
      contactLeft: true,
    });
    expect(door.submitted).toEqual([
      {
        evidence: [],
        request: {
          idempotencyKey: issuedKey,
          locale: "en",
          text: "One\ntwo",
          goods: ["stimulants", "gold"],
          transport: ["parcel"],
          who: "someone",
          contact: "me",
        },
      },
    ]);
  });

  it("is offered in the languages of the site only", async () => {
    const door = doorWith();
    expect((await door.get("/xx/report/")).status).toBe(404);
    expect((await door.post("/JA/report/", reportForm())).status).toBe(404);
  });

  it("gives every word and tick back when the one needed word is missing", async () => {
    const door = doorWith();
    const typed = {
      text: " \r\n ",
      place: "港",
      when: "夜",
      how: "船",
      who: "人",
      contact: "連絡",
      goods: "gold",
      keepOriginal: "yes",
    };
    const answer = await door.post(path, reportForm(typed));
    expect(answer.status).toBe(422);
    expect(form(answer).issues).toEqual([{ field: "text", code: "empty" }]);
    expect(form(answer).values).toEqual({
      ...typed,
      text: " \n ",
      goods: ["gold"],
      transport: [],
      keepOriginal: true,
    });
    expect(form(answer).idempotencyKey).toBe(issuedKey);
    expect(door.submitted).toEqual([]);
  });

  it.each([
    ["text", limits.text],
    ["place", limits.field],
    ["contact", limits.contact],
  ] as const)("gives words in %s back whole when they are too long", async (field, max) => {
    const words = "あ".repeat(max + 1);
    const answer = await doorWith().post(path, reportForm({ [field]: words }));
    expect(answer.status).toBe(422);
    expect(form(answer).issues).toEqual([{ field, code: "too_long" }]);
    expect(form(answer).values[field]).toBe(words);
  });

  it("asks to send once more, with a new key, when the key is missing", async () => {
    const answer = await doorWith().post(path, reportForm({ idempotencyKey: "short" }));
    expect(answer.status).toBe(422);
    expect(form(answer)).toMatchObject({ trouble: "key_missing", values: { text: "夜の港で見ました" } });
    expect(form(answer).idempotencyKey).toHaveLength(22);
  });

  it("asks to send once more, with a new key, when other words were filed under this one", async () => {
    const door = doorWith({
      submit: async () => {
        throw new KeyReused();
      },
    });
    const answer = await door.post(path, reportForm());
    expect(answer.status).toBe(422);
    expect(form(answer).trouble).toBe("key_reused");
    expect(form(answer).idempotencyKey).not.toBe(issuedKey);
  });

  it("keeps every word and the key when filing fails, and logs none of them", async () => {
    const door = doorWith({
      submit: async () => {
        throw new Error("disk full while writing 夜の港で見ました");
      },
    });
    const answer = await door.post(path, reportForm({ who: "山田" }));
    expect(answer.status).toBe(503);
    expect(form(answer)).toMatchObject({
      trouble: "failed",
      idempotencyKey: issuedKey,
      values: { who: "山田" },
    });
    expect(JSON.stringify(door.logged)).not.toMatch(/夜の港|山田/);
    expect(door.logged).toHaveLength(1);
  });

  it("gives the bare receipt of a filed tip when its page cannot be drawn", async () => {
    const door = doorWith({ render: async () => new Response(null, { status: 500 }) });
    const answer = await door.post(path, reportForm());
    expect(answer.status).toBe(200);
    expect(answer.text).toBe("1234 5678 9012 3456");
  });

  it("keeps every word when someone sends too often, and says when to try again", async () => {
    const door = doorWith({
      limit: () => {
        throw new TooMany(30);
      },
    });
    const answer = await door.post(path, reportForm());
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "30"]);
    expect(form(answer)).toMatchObject({ trouble: "too_often", values: { text: "夜の港で見ました" } });
    expect(door.submitted).toEqual([]);
  });
});

describe("where a report comes from", () => {
  it.each([
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site", origin: "https://line.example" }],
    [{ origin: "https://elsewhere.example" }],
    [{ origin: "not an address" }],
  ])("matters: %j is only shown, to be sent by the person", async (headers) => {
    const door = doorWith();
    const answer = await door.post(path, reportForm(), headers);
    expect(answer.status).toBe(403);
    expect(form(answer)).toMatchObject({ trouble: "elsewhere", values: { text: "夜の港で見ました" } });
    expect(door.submitted).toEqual([]);
  });

  it.each([
    [{ "sec-fetch-site": "same-origin", origin: "null" }],
    [{ origin: "https://line.example" }],
    [{ origin: "https://by-another-name.example", host: "by-another-name.example" }],
    [{ origin: "null" }],
    [{}],
  ])("is our own page: %j", async (headers) => {
    expect((await doorWith().post(path, reportForm(), headers)).status).toBe(200);
  });
});

describe("files of a report", () => {
  it("are cleaned, sealed and named on the receipt", async () => {
    const door = doorWith();
    const answer = await door.post(
      path,
      reportForm({ keepOriginal: "yes" }, [fileOf(10, "港.jpg"), fileOf(20, "船.png")]),
    );
    expect(door.files[0]?.keepOriginal).toBe(true);
    expect(door.files[0]?.files.map((file) => [file.name, file.bytes.length])).toEqual([
      ["港.jpg", 10],
      ["船.png", 20],
    ]);
    expect(door.submitted[0]?.evidence.map((ref) => ref.id)).toEqual(["evidence-0", "evidence-1"]);
    expect(receipt(answer).files).toEqual([
      { name: "港.jpg", removed: "metadata", original: true },
      { name: "船.png", removed: "metadata", original: true },
    ]);
  });

  it("may be none", async () => {
    const door = doorWith();
    expect((await door.post(path, reportForm())).status).toBe(200);
    expect(door.files).toEqual([]);
  });

  it.each([
    [
      "too many",
      Array.from({ length: limits.files + 1 }, (_, at) => fileOf(5, `${at}.jpg`)),
      { code: "too_many" },
    ],
    ["far too many", Array.from({ length: 40 }, (_, at) => fileOf(5, `${at}.jpg`)), { code: "too_many" }],
    ["empty", [fileOf(0, "nothing.jpg")], { code: "broken", file: "nothing.jpg" }],
    ["too large", [fileOf(limits.fileBytes + 1, "big.jpg")], { code: "too_large", file: "big.jpg" }],
  ])("that are %s cost no word", async (_, files, issue) => {
    const door = doorWith();
    const body = reportForm({}, files);
    // A field that comes after the files is read as well.
    body.append("who", "最後の欄");
    const answer = await door.post(path, body);
    expect(answer.status).toBe(422);
    expect(form(answer).issues).toEqual([{ field: "files", ...issue }]);
    expect(form(answer)).toMatchObject({
      filesLost: true,
      values: { text: "夜の港で見ました", who: "最後の欄" },
    });
    expect(door.files).toEqual([]);
    expect(door.submitted).toEqual([]);
  });

  it("of exactly the largest size are taken", async () => {
    const answer = await doorWith().post(path, reportForm({}, [fileOf(limits.fileBytes, "largest.jpg")]));
    expect(answer.status).toBe(200);
  });

  it("that cannot be taken are named beside their field", async () => {
    const door = doorWith({
      acceptFiles: async () => {
        throw new BadInput([
          { path: "files.1", code: "not_cleanable" },
          { path: "files.0", code: "something new" },
        ]);
      },
    });
    const answer = await door.post(path, reportForm({}, [fileOf(5, "a.jpg"), fileOf(5, "b.pdf")]));
    expect(answer.status).toBe(422);
    expect(form(answer).issues).toEqual([
      { field: "files", code: "not_cleanable", file: "b.pdf" },
      { field: "files", code: "broken", file: "a.jpg" },
    ]);
    expect(door.submitted).toEqual([]);
  });

  it("of an unknown field are dropped", async () => {
    const door = doorWith();
    const body = reportForm();
    body.append("other", fileOf(5, "x.jpg"));
    expect((await door.post(path, body)).status).toBe(200);
    expect(door.files).toEqual([]);
  });
});

describe("a body that is no whole form", () => {
  const headers = { "content-type": "multipart/form-data; boundary=xx" };
  const half = '--xx\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf a sentence';

  it("is never filed, and what was read of it is given back", async () => {
    const door = doorWith();
    const answer = await door.send(
      new Request("https://line.example/ja/report/", { method: "POST", headers, body: half }),
    );
    expect(answer.status).toBe(400);
    expect(form(answer)).toMatchObject({ trouble: "failed", values: { text: "half a sentence" } });
    expect(door.submitted).toEqual([]);
  });

  it.each(["application/json", "multipart/form-data", "text/plain", ""])("is refused as %j", async (type) => {
    const request = new Request("https://line.example/ja/report/", {
      method: "POST",
      headers: { "content-type": type },
      body: "{}",
    });
    expect((await doorWith().send(request)).status).toBe(400);
  });
});
