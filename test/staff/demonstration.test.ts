import { afterAll, beforeAll, expect, it } from "vitest";
import type { StaffLocals } from "../../functions/domain/cases/desk-page.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk({ notices: ["demonstration", "mail_not_configured"] });
});
afterAll(() => desk?.close());

it("says at the door that all is invented, and of what is not set up nothing", async () => {
  for (const path of ["/staff/sign-in/", "/staff/setup/?token=none"]) {
    const { frame }: StaffLocals = await (await desk.app.request(path)).json();
    expect(frame.notices, path).toEqual(["demonstration"]);
  }
});
