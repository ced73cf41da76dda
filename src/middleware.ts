import type { MiddlewareHandler } from "astro";
import { withPhrases } from "./i18n/phrases.ts";
import { withRuby } from "./i18n/ruby.ts";
import { withUnbrokenNegation } from "./i18n/unbroken.ts";

/**
 * What a script asks of finished pages, whether built once or drawn on demand: lines of Japanese end between phrases, easy
 * Japanese carries readings above its kanji, and no line of Burmese ends between a verb and its negation.
 */
const finish: Readonly<Record<string, (html: string) => string>> = {
  ja: withPhrases,
  "ja-easy": (html) => withRuby(withPhrases(html)),
  my: withUnbrokenNegation,
};

export const onRequest: MiddlewareHandler = async (context, next) => {
  const response = await next();
  const finished = finish[context.url.pathname.split("/")[1] ?? ""];
  if (!finished) return response;
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  return new Response(finished(await response.text()), response);
};
