/** What the holder of a receipt is told; it never says how a matter ended. */
import { z } from "zod";

export const PublicStatusCode = z.enum(["received", "reading", "question", "finished"]);
export type PublicStatusCode = z.infer<typeof PublicStatusCode>;

/** Whoever takes a tip up reads it; a question that waits for its answer, and an ending, stand. */
export function statusTakenUp(status: PublicStatusCode): PublicStatusCode {
  return status === "received" ? "reading" : status;
}
