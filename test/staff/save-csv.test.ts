import { Hono } from "hono";
import { expect, test } from "vitest";
import { saveCsv } from "../../functions/staff/save-csv.ts";

test("a saved list bears the day in Tokyo", async () => {
  const app = new Hono().get("/", (c) => saveCsv(c, "queue", new Date("2026-11-29T15:30:00Z"), "id\n"));
  const answer = await app.request("/");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="queue-2026-11-30.csv"');
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toBe("id\n");
});
