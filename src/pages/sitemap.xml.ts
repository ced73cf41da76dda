import { localeFacts } from "../../functions/domain/locales/locales.ts";
import { type OfferedLocale, offeredLocales } from "../../functions/domain/locales/offered.ts";
import { localesWith } from "../i18n/pages.ts";
import { deepPages, sitePages } from "../i18n/site-pages.ts";

/**
 * Every page with its other languages (sitemaps.org; hreflang as search engines read it). The program puts its own
 * address in place of `{address}`: the build does not know it.
 */
export async function GET(): Promise<Response> {
  const entries = await Promise.all(
    sitePages.map(async ([path]) => {
      const name = path.replace("/", "");
      return urls(path, deepPages.includes(name) ? await localesWith(name) : offeredLocales);
    }),
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.flat().join("\n")}
</urlset>
`;
  return new Response(body);
}

function urls(path: string, whole: readonly OfferedLocale[]): string[] {
  const tags = new Map<string, OfferedLocale>();
  for (const locale of whole) {
    const { tag } = localeFacts[locale];
    if (!tags.has(tag)) tags.set(tag, locale);
  }
  const links = [...tags, ["x-default", offeredLocales[0]] as const].map(
    ([tag, locale]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${address(locale, path)}"/>`,
  );
  return whole.map((locale) => `<url><loc>${address(locale, path)}</loc>${links.join("")}</url>`);
}

function address(locale: OfferedLocale, path: string): string {
  return `{address}/${locale}/${path}`;
}
