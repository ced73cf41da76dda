/** The units of a Customs that a case may be given to. */
import { z } from "zod";

export const Unit = z.enum(["mobile", "inspection", "patrol_boat", "dogs", "xray", "intelligence"]);
export type Unit = z.infer<typeof Unit>;
