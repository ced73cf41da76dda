import { describe, expect, it } from "vitest";
import { readForm } from "../../../functions/channels/web/read-form.ts";
import { uploadRoom } from "../../../functions/channels/web/upload-room.ts";
import { fileOf, reportForm } from "./fake-deps.ts";

function post(body: FormData): Request {
  return new Request("https://line.example/ja/report/", { method: "POST", body });
}

describe("the room for files being sent", () => {
  it("turns a further file away when it is full, and still takes every word", async () => {
    const room = uploadRoom(150_000);
    const first = await readForm(post(reportForm({}, [fileOf(100_000, "one.jpg")])), room);
    const second = await readForm(post(reportForm({}, [fileOf(100_000, "two.jpg")])), room);
    expect(first.files).toHaveLength(1);
    expect(second.files).toHaveLength(0);
    expect(second.issues).toEqual([{ field: "files", code: "busy", file: "two.jpg" }]);
    expect(second.one("text")).toBe("夜の港で見ました");
  });

  it("has its space back once a report is done with, also when its file was refused", async () => {
    const room = uploadRoom(150_000);
    for (const name of ["one.jpg", "two.jpg", "three.jpg"]) {
      const form = await readForm(post(reportForm({}, [fileOf(100_000, name)])), room);
      expect(form.issues).toEqual([]);
      form.release();
    }
    const refused = await readForm(post(reportForm({}, [fileOf(200_000, "four.jpg")])), room);
    refused.release();
    refused.release();
    expect(room.take(150_000)).toBe(true);
    expect(room.take(1)).toBe(false);
  });
});
