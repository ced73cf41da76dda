import { z } from "zod";
import { fetchRecording } from "../../service/recordings/fetch-recording.ts";
import type { RecordingContext } from "../../service/worker-ports.ts";
import type { Task } from "../worker.ts";

const Data = z.object({ evidenceId: z.uuid() });

export function fetchRecordingTask(ctx: RecordingContext): Task {
  return {
    queue: "recording.fetch",
    // Each holds a recording twice in memory, plain and sealed.
    atOnce: 2,
    run: async (job) => fetchRecording(ctx, Data.parse(job.data).evidenceId),
  };
}
