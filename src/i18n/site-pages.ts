import type { Strings } from "./schema.ts";

/** Every page people may look for, in the order of the footer: its path after the language, and its name. */
export const sitePages: readonly (readonly [path: string, name: keyof Strings["nav"]])[] = [
  ["", "home"],
  ["report/", "report"],
  ["follow-up/", "followUp"],
  ["firearms/", "firearms"],
  ["drugs/", "drugs"],
  ["guides/", "guides"],
  ["being-used/", "beingUsed"],
  ["real-customs/", "realCustoms"],
  ["privacy/", "privacy"],
  ["faq/", "faq"],
  ["contact/", "contact"],
  ["border/", "border"],
  ["trends/", "trends"],
  ["accessibility/", "accessibility"],
];

/** Those that stand in the header where there is room. */
export const headerPages = (["firearms", "drugs", "beingUsed", "realCustoms", "followUp"] as const).flatMap(
  (wanted) => sitePages.filter(([, name]) => name === wanted),
);

/** Deep reference pages: whole in the languages that hold their Markdown, summed up in the others. */
export const deepPages: readonly string[] = ["border", "trends"];
