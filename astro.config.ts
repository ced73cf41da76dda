import { defineConfig } from "astro/config";
import { honoAdapter } from "./src/build/hono-adapter.ts";
import { precompress } from "./src/build/precompress.ts";

/** Pages are prerendered unless they say `export const prerender = false`; Hono owns the socket and every header. */
export default defineConfig({
  output: "static",
  adapter: honoAdapter(),
  integrations: [precompress()],
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never", assets: "_astro" },
  compressHTML: true,
  // Every script and style is a file of our own, so that the content security policy needs nothing but 'self'.
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    // Only its model and parser are taken along; the rest of the package, and what that needs, stays behind.
    ssr: { noExternal: ["budoux"] },
  },
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  // Hono has already checked where a post comes from (functions/channels/web/same-origin.ts).
  security: { checkOrigin: false },
  session: false,
  devToolbar: { enabled: false },
  scopedStyleStrategy: "class",
});
