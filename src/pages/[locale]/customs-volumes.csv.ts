import type { APIRoute } from "astro";
import { localesWith } from "../../i18n/pages.ts";
import { indexOf, reference, volumes } from "../../i18n/reference.ts";
import { language } from "../../i18n/strings.ts";

export async function getStaticPaths() {
  return (await localesWith("trends")).map((locale) => ({ params: { locale } }));
}

/** The table of the trends page for a spreadsheet: UTF-8 with the mark that makes it open as such. */
export const GET: APIRoute = ({ params }) => {
  const words = reference(language(params.locale)).volumes;
  const rows = volumes.series.flatMap(({ code, values }) => {
    const { name, unit } = words.series[code];
    return [
      [`${name} (${unit})`, ...values],
      [`${name} (${words.index})`, ...values.map((_, at) => indexOf(values, at))],
    ];
  });
  const lines = [[words.year, ...volumes.years], ...rows].map((row) => row.map(cell).join(","));
  return new Response(`\uFEFF${lines.join("\r\n")}\r\n`);
};

/** RFC 4180: quoted where it must be. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
