import { expect, test } from "vitest";
import { deskWords } from "../../src/i18n/desk.ts";
import { dueWords } from "../../src/i18n/desk-time.ts";

const tip = { dueAt: null, urgency: "soon" as const };
const night = "2026-11-20T15:30:00Z"; // half past midnight on the 21st in Tokyo

test.each([
  ["2026-11-19", "2 days ago", "2日前"],
  ["2026-11-20", "Yesterday", "昨日"],
  ["2026-11-21", "Today", "今日"],
  ["2026-11-22", "Tomorrow", "明日"],
  ["2026-11-24", "In 3 days", "3日後"],
])("a day is named as people name it, by Tokyo's calendar: %s", (eta, en, ja) => {
  expect(dueWords({ ...tip, eta }, night, deskWords("en"))).toBe(en);
  expect(dueWords({ ...tip, eta }, night, deskWords("ja"))).toBe(ja);
});
