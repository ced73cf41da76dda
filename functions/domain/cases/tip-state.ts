/** Where a tip stands at the desk (design, section 6). */
import { z } from "zod";

export const TipState = z.enum(["new", "triaged", "assigned", "in_progress", "referred", "closed"]);
export type TipState = z.infer<typeof TipState>;

export const TipLane = z.enum(["queue", "quarantine", "set_aside"]);
export type TipLane = z.infer<typeof TipLane>;
