/** A session for an officer whose passkey was checked by us: better-auth makes it and its cookie, as at any sign-in. */
import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

export const beginSessionPlugin = () =>
  ({
    id: "desk-passkey",
    endpoints: {
      /** Called by the desk alone; it has no address. */
      beginSession: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.userId);
          if (!user) return ctx.json({ begun: false });
          const session = await internalAdapter.createSession(user.id, false);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ begun: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
