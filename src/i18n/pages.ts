import { getCollection } from "astro:content";
import { type OfferedLocale, offeredLocales } from "../../functions/domain/locales/offered.ts";
import { office, telHref } from "./office.ts";
import { isProvisional } from "./signed.ts";
import { fill, type Language } from "./strings.ts";

export interface TextPage {
  title: string;
  description: string;
  /** HTML made from our own Markdown at build, with the office's numbers filled in. */
  html: string;
  provisional: boolean;
}

/** A Markdown page in the page's own language. Throws when it is missing: there is no silent fallback. */
export async function textPage(name: string, language: Language): Promise<TextPage> {
  const page = await findPage(name, language);
  if (!page) throw new Error(`content/pages/${language.locale}/${name}.md is missing`);
  return page;
}

/** The same where a language may do without: deep pages are whole in some and summarised in the others. */
export async function findPage(name: string, { locale }: Language): Promise<TextPage | undefined> {
  // Looked for, not asked for by its name: the builder would warn of every language that does without.
  const [entry] = await getCollection("pages", ({ id }: { id: string }) => id === `${locale}/${name}`);
  if (!entry?.rendered) return undefined;
  const { title, description, signedBy } = entry.data;
  return {
    title,
    description,
    html: fill(entry.rendered.html, numberLinks),
    provisional: isProvisional(locale, signedBy),
  };
}

/** The numbers people may call, each as a link that a telephone can dial. */
const numberLinks = Object.fromEntries(
  Object.entries({ dial: office.dial.display, ...office.hotlines }).map(([name, number]) => [
    name,
    `<a class="ltr" href="${telHref(number)}">${number}</a>`,
  ]),
);

/** The languages that hold a page whole, in the order of the site. */
export async function localesWith(name: string): Promise<OfferedLocale[]> {
  const entries = await getCollection("pages", ({ id }: { id: string }) => id.endsWith(`/${name}`));
  return offeredLocales.filter((locale) =>
    entries.some(({ id }: { id: string }) => id === `${locale}/${name}`),
  );
}
