import { z } from "zod";

/** What a role process tells its supervisor. */
export const RoleMessage = z.discriminatedUnion("type", [
  /** It serves; `port` is where, when it listens. */
  z.object({ type: z.literal("ready"), port: z.number().int().nullable() }),
  /** It cannot start, and trying again would not help: one line that says what to do. */
  z.object({ type: z.literal("problem"), line: z.string() }),
  /** Nobody can sign in yet: the link makes the first admin, once. */
  z.object({ type: z.literal("first-admin"), url: z.string() }),
]);

export type RoleMessage = z.infer<typeof RoleMessage>;
