import type { Call } from "./fake-twilio/fake-twilio.ts";
import type { TestWorker } from "./worker.ts";

/** A recording as the database knows it. */
export interface RecordingRow {
  id: string;
  tip_id: string;
  state: string;
  part: string;
  recording_sid: string;
}

/** What a call left in the database, once the journal has drained. */
export async function recordingsOn(worker: TestWorker, tipId: string): Promise<RecordingRow[]> {
  await worker.intake.drained();
  return worker.rows<RecordingRow>(
    "select id, tip_id, state, part, recording_sid from evidence where tip_id = $1 order by id",
    [tipId],
  );
}

/** The tip a call became, by the key its SID gives. */
export async function tipOfCall(worker: TestWorker, call: Call): Promise<string | undefined> {
  await worker.intake.drained();
  const hash = Buffer.from(worker.intake.ctx.keys.hashIdempotency(`call:${call.sid}`));
  return (await worker.rows<{ id: string }>("select id from tips where idem_hash = $1", [hash]))[0]?.id;
}
