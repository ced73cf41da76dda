import type { JobRequest } from "./enqueue.ts";

/** What an entry leaves to do, written in the same transaction. */
export interface Effects {
  jobs: JobRequest[];
  events: EventRow[];
}

export interface EventRow {
  at: string;
  action: string;
  tipId: string;
  subjectId?: string;
  details: Record<string, unknown>;
}
