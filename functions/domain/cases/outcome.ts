/** How a tip ended: for the desk alone. Whoever holds the receipt is told that it is finished, and no more. */
import { z } from "zod";

export const Outcome = z.enum(["nothing_found", "found", "referred", "could_not_act", "duplicate", "other"]);
export type Outcome = z.infer<typeof Outcome>;
