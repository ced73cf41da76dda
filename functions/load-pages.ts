import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Draws an on-demand page; `locals` become the page's `Astro.locals`. */
export type RenderPage = (request: Request, locals: object) => Promise<Response>;

export const distFolder = resolve(import.meta.dirname, "../dist");

/** The built site's render function. Throws one plain line when the site is not built. */
export async function loadPages(): Promise<RenderPage> {
  const entry = join(distFolder, "server/entry.mjs");
  if (!existsSync(entry)) throw new Error("the site is not built yet: run npm start, or npm run build");
  const built = (await import(pathToFileURL(entry).href)) as { render: RenderPage };
  return built.render;
}
