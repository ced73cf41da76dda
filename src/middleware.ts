import type { MiddlewareHandler } from "astro";
import { withRuby } from "./i18n/ruby.ts";

/** Pages in easy Japanese carry readings above their kanji, whether built once or drawn on demand. */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const response = await next();
  if (!context.url.pathname.startsWith("/ja-easy/")) return response;
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  return new Response(withRuby(await response.text()), response);
};
