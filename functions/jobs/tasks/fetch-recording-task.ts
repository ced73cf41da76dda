import { z } from "zod";
import { fetchMedia, type MediaContext } from "../../service/recordings/fetch-media.ts";
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

export function fetchMediaTask(ctx: MediaContext): Task {
  return {
    queue: "media.fetch",
    // A picture unfolds to many times its size while it is cleaned.
    atOnce: 1,
    run: async (job) => fetchMedia(ctx, Data.parse(job.data).evidenceId),
  };
}
