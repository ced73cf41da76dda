import { z } from "zod";
import { Family } from "../metrics/family.ts";

/** What a role process tells its supervisor. */
export const RoleMessage = z.discriminatedUnion("type", [
  /** It serves; `port` is where, when it listens. */
  z.object({ type: z.literal("ready"), port: z.number().int().nullable() }),
  /** It cannot start, and trying again would not help: one line that says what to do. */
  z.object({ type: z.literal("problem"), line: z.string() }),
  /** Nobody can sign in yet: the link makes the first admin, once. */
  z.object({ type: z.literal("first-admin"), url: z.string() }),
  /** An officer wants the practice desk made, or made afresh. */
  z.object({ type: z.literal("training"), fresh: z.boolean() }),
  /** Its counts, answering the `collect` of this id. */
  z.object({ type: z.literal("metrics"), id: z.number().int(), families: z.array(Family) }),
]);

export type RoleMessage = z.infer<typeof RoleMessage>;

/** What the supervisor asks of a role process. */
export const SupervisorMessage = z.object({ type: z.literal("collect"), id: z.number().int() });

export type SupervisorMessage = z.infer<typeof SupervisorMessage>;
