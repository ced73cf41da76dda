import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { PageMatter } from "./i18n/schema.ts";

/** Markdown pages, one folder a language: `content/pages/<locale>/<page>.md`. */
const pages = defineCollection({
  loader: glob({ base: "content/pages", pattern: "*/*.md" }),
  schema: PageMatter,
});

export const collections = { pages };
