import type { Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** A job to be done after the transaction commits. Its data holds ids only. */
export interface JobRequest {
  queue: string;
  /** A second job with the same id in its queue is none. */
  id?: string;
  data: Record<string, string>;
}

/** Writes jobs inside the transaction of the change that needs them. */
export type EnqueueJobs = (trx: Transaction<Database>, jobs: readonly JobRequest[]) => Promise<void>;
