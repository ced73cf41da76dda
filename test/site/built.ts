import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { PublicPageLocals, ReportPage } from "../../functions/domain/intake/public-page.ts";

/** The built site: `npm test` builds it before the suites. */
const dist = resolve(import.meta.dirname, "..", "..", "dist");
export const client = resolve(dist, "client");

if (!existsSync(resolve(dist, "server/entry.mjs"))) throw new Error("build the site first: npm run build");
const entry: { render(request: Request, locals: object): Promise<Response> } = await import(
  pathToFileURL(resolve(dist, "server/entry.mjs")).href
);

/** Draws an on-demand page as the public role does. */
export async function draw(path: string, page: PublicPageLocals): Promise<string> {
  const answer = await entry.render(new Request(`http://site.example${path}`), { page });
  if (answer.status !== 200) throw new Error(`drawn with ${answer.status}`);
  return answer.text();
}

export const render = entry.render;

export interface BuiltPage {
  path: string;
  html: string;
}

/** Every prerendered public page. */
export function prerendered(): BuiltPage[] {
  return readdirSync(client, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({
      path: `/${name.replace(/index\.html$/, "")}`,
      html: readFileSync(resolve(client, name), "utf8"),
    }));
}

/** Compressed bytes of a built file by its address. */
export function brotliSize(address: string): number {
  const path = resolve(client, `.${address.replace(/\/$/, "/index.html")}`);
  return readFileSync(existsSync(`${path}.br`) ? `${path}.br` : path).length;
}

export const emptyReport: ReportPage = {
  kind: "report",
  idempotencyKey: "key-issued-with-the-form",
  values: {
    text: "",
    goods: [],
    transport: [],
    place: "",
    when: "",
    how: "",
    who: "",
    contact: "",
    keepOriginal: false,
  },
  issues: [],
  filesLost: false,
};

/** The values of one attribute across a page: `attributes(html, "a", "href")`. */
export function attributes(html: string, tag: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`, "g"))].map(
    ([, value = ""]) => value,
  );
}
