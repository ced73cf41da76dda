import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let night: Seat;
let day: Seat;
let kobe: Seat;
beforeAll(async () => {
  desk = await testDesk();
  night = await seat(desk, "intake");
  day = await seat(desk, "supervisor");
  kobe = await seat(desk, "investigator", "kobe");
});
afterAll(() => desk?.close());

const at = (time: string) => {
  desk.staff.clock = () => new Date(`2026-12-01T${time}+09:00`);
};
const pages = { "/staff/": "queue", "/staff/account/": "account", "/staff/tasks/": "tasks" } as const;
const sign = async ({ browser }: Seat) => {
  const signs = new Set<string | null>();
  for (const [path, kind] of Object.entries(pages))
    signs.add((await browser.page(path, kind)).frame.handover);
  expect(signs.size).toBe(1);
  return [...signs][0];
};

it("between 08:00 and 09:30 every page reminds of the handover, until it is handed over and taken over", async () => {
  for (const time of ["07:59:00", "09:30:00", "20:00:00"]) {
    at(time);
    expect(await sign(night), time).toBeNull();
  }
  at("08:10:00");
  for (const officer of [night, day, kobe]) expect(await sign(officer)).toBe("hand");

  await night.browser.post("/staff/handover/", { csrf: night.csrf, note: "検査場へ電話" });
  expect(await sign(night)).toBeNull();
  expect(await sign(day)).toBe("take");
  // Another region hands over by itself.
  expect(await sign(kobe)).toBe("hand");

  at("08:40:00");
  const { view } = await day.browser.page("/staff/handover/", "handover");
  expect(view.due).toBe(false);
  await day.browser.post(`/staff/handover/${view.earlier[0]?.id}/take`, { csrf: day.csrf });
  for (const officer of [night, day]) expect(await sign(officer)).toBeNull();
  expect(await sign(kobe)).toBe("hand");

  at("09:31:00");
  expect(await sign(kobe)).toBeNull();
});

it("roles that hand nothing over are reminded of nothing", async () => {
  at("08:35:00");
  for (const role of ["analyst", "auditor", "admin"] as const) {
    const { browser } = await seat(desk, role);
    expect((await browser.page("/staff/account/", "account")).frame.handover, role).toBeNull();
  }
});
