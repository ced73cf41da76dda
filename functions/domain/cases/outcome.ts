/** How a tip or a case ended: for the desk alone. Whoever holds the receipt is told that it is finished, and no more. */
import { z } from "zod";

export const Outcome = z.enum([
  "seizure",
  "nothing_found",
  "already_known",
  "insufficient",
  "referred",
  "not_customs",
  "abuse",
  "other",
]);
export type Outcome = z.infer<typeof Outcome>;
