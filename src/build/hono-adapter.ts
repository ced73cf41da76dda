import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * A minimal Astro adapter: the built `dist/server/entry.mjs` exports `render(request, locals)` and listens to nothing.
 * `@astrojs/node` speaks Node's own request objects and serves files itself; here Hono owns the socket.
 */
export function honoAdapter(): AstroIntegration {
  return {
    name: "shirokuro:hono-adapter",
    hooks: {
      "astro:config:done": ({ setAdapter }) => {
        setAdapter({
          name: "shirokuro:hono-adapter",
          entrypointResolution: "auto",
          serverEntrypoint: fileURLToPath(new URL("./server-entry.ts", import.meta.url)),
          adapterFeatures: { buildOutput: "server" },
          supportedAstroFeatures: { staticOutput: "stable", hybridOutput: "stable", serverOutput: "stable" },
        });
      },
    },
  };
}
