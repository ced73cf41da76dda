/** What the desk asks of better-auth beside its own ways: a session after a passkey, and who stands at the second step. */
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
      /** Whose password was right in this browser, and who has yet to show the second factor. Called by the desk alone. */
      atSecondStep: createAuthEndpoint.serverOnly({ method: "POST", requireHeaders: true }, async (ctx) => {
        const { name } = ctx.context.createAuthCookie("two_factor");
        const key = await ctx.getSignedCookie(name, ctx.context.secret);
        const kept = key ? await ctx.context.internalAdapter.findVerificationValue(key) : null;
        return ctx.json({ userId: kept?.value ?? null });
      }),
    },
  }) satisfies BetterAuthPlugin;
