import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(() => desk?.close());

const told = async (action: string) =>
  (await desk.owner.pool.query("select * from events where action = $1 order by seq", [action])).rows;

describe("wrong tries", () => {
  it("are in the log for an account that is there, with the lock, and not for one that is not", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "intake" });
    const { rows } = await desk.owner.pool.query(`select id from auth."user" where email = $1`, [
      account.email,
    ]);
    const { id } = rows[0];
    for (let attempt = 1; attempt <= 5; attempt += 1)
      for (const email of [account.email, "nobody@customs.example"])
        await new Browser(desk).post("/staff/sign-in/", { email, password: "not this one at all" });
    await expect
      .poll(async () => (await told("account.locked")).map((event) => event.subject_id))
      .toContain(id);
    const failed = await told("account.sign_in_failed");
    expect(failed.filter((event) => event.subject_id === id)).toHaveLength(5);
    for (const event of failed) expect(event).toMatchObject({ actor_kind: "system", actor_id: null });
    expect(failed.every((event) => event.subject_id !== null)).toBe(true);
  });

  it("shut a source for all accounts after forty, and no other source", async () => {
    const from = (address: string) => ({ "x-forwarded-for": address });
    const attempt = (n: number, address: string) =>
      new Browser(desk).post(
        "/staff/sign-in/",
        { email: `nobody-${n}@customs.example`, password: "not this one at all" },
        from(address),
      );
    for (let batch = 0; batch < 8; batch += 1)
      await Promise.all(Array.from({ length: 5 }, (_, n) => attempt(batch * 5 + n, "192.0.2.7")));
    const { view } = await read(await attempt(99, "192.0.2.7"), "sign-in");
    expect(view.trouble).toBe("too_often");
    expect((await read(await attempt(99, "192.0.2.8"), "sign-in")).view.trouble).toBe("wrong");
    const events = await told("account.source_locked");
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("192.0.2");
  }, 60_000);
});
