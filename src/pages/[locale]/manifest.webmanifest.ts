import type { APIRoute } from "astro";
import { language, localePaths } from "../../i18n/strings.ts";

export const getStaticPaths = localePaths;

/** For whoever keeps the site on a home screen: a neutral name and icon, nothing of what it is about. */
export const GET: APIRoute = ({ params }) => {
  const { locale, t, tag, dir } = language(params.locale);
  return Response.json({
    name: t.site.brand,
    short_name: t.site.brand,
    lang: tag,
    dir,
    start_url: `/${locale}/`,
    scope: `/${locale}/`,
    display: "browser",
    background_color: "#fcfbf7",
    theme_color: "#0b0c10",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  });
};
