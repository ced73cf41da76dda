import { describe, expect, it } from "vitest";
import { createKept } from "../../functions/store/kept-value.ts";

/** A clock and its bells, moved by hand; each made value is how many were made before it. */
function setUp(times = { restMs: 2_000, staleMs: 30_000, longestMs: 600_000 }) {
  let now = 0;
  let made = 0;
  const bells: { at: number; run: () => void }[] = [];
  const kept = createKept<number>(times, {
    nowMs: () => now,
    after: (ms, run) => void bells.push({ at: now + ms, run }),
  });
  const waiting: (() => void)[] = [];
  let slow = false;
  let fail = false;
  const make = () => {
    const value = made;
    made += 1;
    if (fail) return Promise.reject(new Error("the database is away"));
    return slow ? new Promise<number>((done) => waiting.push(() => done(value))) : Promise.resolve(value);
  };
  return {
    ...kept,
    ask: (key = "all") => kept.get(key, make),
    made: () => made,
    slow(yes: boolean) {
      slow = yes;
    },
    fail(yes: boolean) {
      fail = yes;
    },
    finish() {
      for (const done of waiting.splice(0)) done();
    },
    async pass(ms: number) {
      now += ms;
      for (const bell of bells.splice(0))
        if (bell.at <= now) bell.run();
        else bells.push(bell);
      await new Promise((done) => setImmediate(done));
    },
  };
}

describe("a kept value", () => {
  it("is made once for all who ask at the same time", async () => {
    const { ask, made } = setUp();
    expect(await Promise.all([ask(), ask(), ask("else")])).toEqual([0, 0, 1]);
    expect(made()).toBe(2);
  });

  it("serves as it was until the new one is made, which is begun no sooner than two seconds after the last", async () => {
    const kept = setUp();
    await kept.ask();
    kept.changed();
    expect(await kept.ask()).toBe(0);
    await kept.pass(1_999);
    expect(await kept.ask()).toBe(0);
    kept.slow(true);
    await kept.pass(1);
    expect(await kept.ask()).toBe(0);
    expect(kept.made()).toBe(2);
    kept.finish();
    await kept.pass(0);
    expect(await kept.ask()).toBe(1);
  });

  it("is made less often for changes when it takes long: a fiftieth of the time at most", async () => {
    const kept = setUp();
    kept.slow(true);
    const first = kept.ask();
    await kept.pass(100);
    kept.finish();
    await first;
    kept.changed();
    kept.slow(false);
    await kept.pass(4_899);
    expect(kept.made()).toBe(1);
    await kept.pass(1);
    expect(kept.made()).toBe(2);
  });

  it("is made once more when something changes while it is being made", async () => {
    const kept = setUp();
    await kept.ask();
    kept.changed();
    kept.slow(true);
    await kept.pass(2_000);
    kept.changed();
    kept.changed();
    kept.finish();
    await kept.pass(0);
    kept.slow(false);
    await kept.pass(2_000);
    expect(await kept.ask()).toBe(2);
    await kept.pass(10_000);
    expect(kept.made()).toBe(3);
  });

  it("is waited for after one's own act, whatever was being made before it", async () => {
    const kept = setUp();
    await kept.ask();
    kept.changed();
    kept.slow(true);
    await kept.pass(2_000);
    kept.slow(false);
    kept.startAnew("all");
    expect(await kept.ask()).toBe(2);
    kept.finish();
    await kept.pass(0);
    expect(await kept.ask()).toBe(2);
    kept.startAnew("nobody asked for it");
    expect(kept.made()).toBe(3);
  });

  it("is not made anew while nobody asks for it, but then at once", async () => {
    const kept = setUp();
    await kept.ask();
    await kept.pass(60_000);
    kept.changed();
    await kept.pass(10_000);
    expect(kept.made()).toBe(1);
    expect(await kept.ask()).toBe(1);
  });

  it("without any change serves while another is made, and no longer than it may", async () => {
    const kept = setUp();
    await kept.ask();
    await kept.pass(30_000);
    expect(await kept.ask()).toBe(0);
    await kept.pass(0);
    expect(await kept.ask()).toBe(1);
    await kept.pass(600_000);
    expect(await kept.ask()).toBe(2);
  });

  it("that fails is told to who waits for it and not kept", async () => {
    const kept = setUp();
    kept.fail(true);
    await expect(kept.ask()).rejects.toThrow("away");
    kept.fail(false);
    expect(await kept.ask()).toBe(1);
    kept.changed();
    kept.fail(true);
    await kept.pass(2_000);
    kept.fail(false);
    expect(await kept.ask()).toBe(3);
    kept.fail(true);
    kept.startAnew("all");
    await kept.pass(0);
    kept.fail(false);
    expect(await kept.ask()).toBe(5);
  });
});
