import { getEntry } from "astro:content";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { fill, type Language } from "./strings.ts";

export interface TextPage {
  title: string;
  description: string;
  /** HTML made from our own Markdown at build, with the office's numbers filled in. */
  html: string;
  provisional: boolean;
}

/** A Markdown page in the page's own language. Throws when it is missing: there is no silent fallback. */
export async function textPage(name: string, { locale }: Language): Promise<TextPage> {
  const entry = await getEntry("pages", `${locale}/${name}`);
  if (!entry?.rendered) throw new Error(`content/pages/${locale}/${name}.md is missing`);
  const { title, description, signedBy } = entry.data;
  return {
    title,
    description,
    html: fill(entry.rendered.html),
    provisional: locale !== offeredLocales[0] && signedBy === undefined,
  };
}
