import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Deed,
  type FakeTwilio,
  press,
  silence,
  talk,
  talkAndHangup,
} from "../../support/fake-twilio/fake-twilio.ts";
import { telephone } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";

let worker: TestWorker;
const lines: FakeTwilio[] = [];
beforeAll(async () => {
  worker = await testWorker();
  for (const callbacks of ["before", "after", "end"] as const)
    lines.push(await telephone(worker.intake, { repeat: 2, callbacks }));
});
afterAll(async () => {
  for (const line of lines) await line.stop();
  await worker?.stop();
});

const keys = fc.constantFrom(
  "0",
  "1",
  "2",
  "3",
  "4",
  "5",
  "9",
  "*",
  "#",
  "92",
  "1234567890123456",
  "27783054383",
  "0312345678",
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: keys.map(press) },
  { weight: 2, arbitrary: fc.constant(silence()) },
  { weight: 4, arbitrary: fc.constantFrom("#", "", "0", "*").map((end) => talk(3, [], end)) },
  { weight: 1, arbitrary: fc.boolean().map((actionToo) => talkAndHangup(2, [], actionToo)) },
);
/** Most callers choose a language and get somewhere; some do anything at all. */
const caller = fc.oneof(
  fc.array(deed, { maxLength: 14 }),
  fc
    .tuple(fc.constantFrom("1", "2", "7"), fc.constantFrom("1", "2", "3"), fc.array(deed, { maxLength: 16 }))
    .map(([language, way, rest]) => [press(language), press(way), ...rest]),
);

describe("whatever a caller does", () => {
  it("every recording is on one tip, gone only where they erased it, and the call comes to an end", async () => {
    let recordings = 0;
    await fc.assert(
      fc.asyncProperty(caller, fc.nat(2), fc.nat(3), async (deeds, which, number) => {
        const line = lines[which];
        // Four numbers call again and again, so that cut-off calls are gone on with.
        const call = await line?.call(deeds, `+8180000077${number}0`);
        if (!call) throw new Error("no line");
        await worker.intake.drained();
        const rows = await worker.rows<{ recording_sid: string; state: string }>(
          "select recording_sid, state from evidence where call_sid = $1 order by id",
          [call.sid],
        );
        expect(rows.map((row) => row.recording_sid).sort()).toEqual([...call.recordings].sort());
        const erasing = deeds.some((each) => "press" in each && /^[*4]$/.test(each.press));
        const starred = deeds.some((each) => "speak" in each && each.endBy === "*");
        if (!erasing && !starred) expect(rows.every((row) => row.state === "pending")).toBe(true);
        expect(["hung up by us", "hung up by caller"]).toContain(call.ended);
        recordings += rows.length;
      }),
      { numRuns: 120, seed: 461961 },
    );
    expect(recordings).toBeGreaterThan(60);
    const stuck = worker.intake.journal.status();
    expect(stuck).toMatchObject({ waiting: 0, stuck: 0 });
    const lost = worker.intake.logs.filter(({ message }) => message === "call not served");
    expect(lost).toEqual([]);
  }, 60_000);
});
