import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, SealedContact } from "../../../functions/domain/intake/sealed-words.ts";
import { fetchRecording } from "../../../functions/service/recordings/fetch-recording.ts";
import { watchRecordings } from "../../../functions/service/recordings/watch-recordings.ts";
import {
  type Call,
  type FakeTwilio,
  press,
  pressFor,
  silence,
  talk,
} from "../../support/fake-twilio/fake-twilio.ts";
import { telephone } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";

let worker: TestWorker;
let twilio: FakeTwilio;
let now = new Date();
beforeAll(async () => {
  worker = await testWorker(() => now);
  twilio = await telephone(worker.intake);
});
afterAll(async () => {
  await twilio?.stop();
  await worker?.stop();
});

interface Row {
  id: string;
  tip_id: string;
  lane: string;
  state: string;
  bytes: string | null;
  sha256: string | null;
  source_removed_at: Date | null;
  sealed_contact: Buffer | null;
}

/** What the database has of a call, and the provider's recordings handed to the worker's provider. */
async function rowsOf(call: Call): Promise<Row[]> {
  await worker.intake.drained();
  for (const sid of call.recordings) {
    const recording = twilio.recordings.bySid.get(sid);
    if (recording) worker.fake.bySid.set(sid, recording);
  }
  return worker.rows<Row>(
    `select e.*, t.lane, t.sealed_contact from evidence e join tips t on t.id = e.tip_id
      where e.call_sid = $1 order by e.created_at, e.id`,
    [call.sid],
  );
}

async function actionsOn(tipId: string): Promise<string[]> {
  const events = await worker.rows<{ action: string }>(
    "select action from events where tip_id = $1 order by seq",
    [tipId],
  );
  return events.map(({ action }) => action);
}

const spoken = [press("2"), press("1"), talk(9)];

describe("a caller who takes back what they said", () => {
  it.each([
    ["with star while speaking", [press("2"), press("1"), talk(9, [], "*"), silence()]],
    ["with star afterwards", [...spoken, press("*"), silence()]],
    ["after the receipt", [...spoken, press("1"), press("*"), silence()]],
    ["from the questions", [press("2"), press("2"), talk(3), press("*"), silence()]],
  ])("%s is told so; the sound goes here and at the provider, the tip is set aside", async (_how, deeds) => {
    const call = await twilio.call(deeds);
    expect(call.heard.map((line) => line.text)).toContainEqual(expect.stringContaining("is erased"));
    const [row] = await rowsOf(call);
    expect(row).toMatchObject({ state: "erased", lane: "set_aside" });
    expect(await fetchRecording(worker.ctx, row?.id ?? "")).toEqual({ kind: "done", code: "erased" });
    const [after] = await rowsOf(call);
    expect(after).toMatchObject({ state: "erased", bytes: null });
    expect(after?.source_removed_at).not.toBeNull();
    expect(twilio.recordings.bySid.get(call.recordings[0] ?? "")?.deleted).toBe(true);
    expect(await worker.ctx.evidence.has(row?.id ?? "")).toBe(false);
    expect(await actionsOn(row?.tip_id ?? "")).toEqual([
      "tip.received",
      "recording.announced",
      "recording.erased_by_caller",
      "recording.erased",
    ]);
  });

  it("and records again keeps only the new words, in the queue", async () => {
    const call = await twilio.call([...spoken, press("4"), talk(4), press("1")]);
    const rows = await rowsOf(call);
    expect(rows.map((row) => row.state)).toEqual(["erased", "pending"]);
    expect(rows[0]?.lane).toBe("queue");
  });

  it("is not undone by a callback that comes late", async () => {
    const late = await telephone(worker.intake, { repeat: 2, callbacks: "end" });
    try {
      const call = await late.call([press("2"), press("1"), talk(9, [], "*"), silence()]);
      expect(await rowsOf(call)).toMatchObject([{ state: "erased", lane: "set_aside" }]);
    } finally {
      await late.stop();
    }
  });

  it("while the worker was fetching leaves no copy, even if the worker dies in between", async () => {
    const call = await twilio.call([...spoken, press("1")]);
    const [row] = await rowsOf(call);
    const id = row?.id ?? "";
    await fetchRecording(worker.ctx, id);
    expect((await rowsOf(call))[0]).toMatchObject({ state: "stored" });
    // Set by hand: the moment between the worker's last look and its last write cannot be hit from outside.
    await worker.rows("update evidence set state = 'erased' where id = $1", [id]);
    await worker.rows("delete from pgboss.job where name = 'recording.fetch' and data->>'evidenceId' = $1", [
      id,
    ]);
    now = new Date(Date.now() + 20 * 60_000);
    try {
      await watchRecordings(worker.ctx);
      const jobs = await worker.rows("select 1 from pgboss.job where data->>'evidenceId' = $1", [id]);
      expect(jobs).toHaveLength(1);
    } finally {
      now = new Date();
    }
    await fetchRecording(worker.ctx, id);
    expect((await rowsOf(call))[0]).toMatchObject({ state: "erased", bytes: null, sha256: null });
    expect(await worker.ctx.evidence.has(id)).toBe(false);
  });
});

describe("a caller who checks the receipt by keypad", () => {
  it("is told when it is right, and hears it again when it is not", async () => {
    const first = await twilio.call([
      ...spoken,
      press("1"),
      press("2"),
      press("1234567890123456"),
      silence(),
    ]);
    expect(first.heard.map((line) => line.text)).toContainEqual(expect.stringContaining("not the same"));
    const own = pressFor((sid) => worker.intake.ctx.keys.receiptFor(`call:${sid}`));
    const right = await twilio.call([...spoken, press("1"), press("2"), own, silence()]);
    expect(right.heard.map((line) => line.text)).toContainEqual("That is correct.");
  });
});

describe("a caller who leaves a number for a call back", () => {
  it("hears it read back; it is sealed apart, replaced when keyed in anew, and in no log or address", async () => {
    const call = await twilio.call([
      ...spoken,
      press("1"),
      press("3"),
      press("0312345670#"),
      press("2"),
      press("0312345678#"),
      press("1"),
      talk(4),
    ]);
    const texts = call.heard.map((line) => line.text);
    expect(texts.join(" ")).toContain("0, 3, 1, 2 3, 4, 5, 6 7, 8");
    const rows = await rowsOf(call);
    expect(rows).toHaveLength(2);
    const opened = await worker.intake.opener.open(rows[0]?.sealed_contact ?? Buffer.alloc(0));
    expect(decodeSealed(SealedContact, opened).contact).toBe("0312345678");
    expect(JSON.stringify(worker.intake.logs)).not.toContain("12345678");
    expect(await actionsOn(rows[0]?.tip_id ?? "")).toContain("tip.contact_left");
  });

  it("is asked once more when the number cannot be one, and then let go", async () => {
    const call = await twilio.call([...spoken, press("1"), press("3"), press("12#"), press("34#")]);
    expect(call.ended).toBe("hung up by us");
    expect((await rowsOf(call))[0]?.sealed_contact).toBeNull();
  });
});
