/** Serves the built site from memory: known files only, compressed at build, each with its own validator. */
import type { Context, MiddlewareHandler } from "hono";
import { negotiateLocale } from "./domain/locales/negotiate.ts";
import { isOffered, offeredLocales } from "./domain/locales/offered.ts";
import { chooseEncoding, type Encoding, fileCache, isFilledIn } from "./static/file-cache.ts";
import { indexSite } from "./static/site-index.ts";

export interface StaticSite {
  /** Answers `GET` and `HEAD` of built files, and sends a page's address without its closing slash to the one with. */
  serve: MiddlewareHandler;
  /** `/` → the language that the browser asks for first. */
  home(c: Context): Response;
  /** The page for what does not exist, in the language of the path, else of the browser. */
  notFound(c: Context): Promise<Response>;
}

export interface StaticOptions {
  /** Absolute path of `dist/client`. */
  folder: string;
  /** Which paths this role may serve; all by default. */
  allow?: (path: string) => boolean;
  /** Bytes kept in memory; 32 MB by default. */
  cacheBytes?: number;
  /** The site's address, filled in where pages, `robots.txt` and `sitemap.xml` must name it. */
  publicUrl?: string;
  /** Until when `security.txt` may be relied on: a moment of the program's, since a build may be old. */
  securityExpires?: Date;
  /** The season now, whose home pages stand in for the ordinary ones. */
  season?: () => string | undefined;
}

const [fallback] = offeredLocales;
const everyEncoding: ReadonlySet<Encoding> = new Set(["br", "gzip", "identity"]);
const immutable = "public, max-age=31536000, immutable";

/** Reads the list of files once; a path that is not on it is never looked for on disk. */
export async function staticSite(options: StaticOptions): Promise<StaticSite> {
  const { folder, allow = () => true, cacheBytes = 32 * 1024 * 1024 } = options;
  const site = await indexSite(folder);
  const address = options.publicUrl?.replace(/\/$/, "");
  const expires = options.securityExpires?.toISOString();
  const filling = address === undefined ? undefined : { address, ...(expires ? { expires } : {}) };
  const cache = fileCache(cacheBytes, filling);

  async function send(c: Context, path: string, status: 200 | 404): Promise<Response | undefined> {
    const file = site.get(path);
    if (!file) return undefined;
    const filled = filling !== undefined && isFilledIn(file.path);
    const encoding = chooseEncoding(c.req.header("accept-encoding"), filled ? everyEncoding : file.encodings);
    const { bytes, etag } = await cache.load(file.path, encoding);
    const headers = new Headers({
      "content-type": file.type,
      "cache-control": path.startsWith("/_astro/") ? immutable : "no-cache",
      vary: "Accept-Encoding",
      etag,
    });
    if (encoding !== "identity") headers.set("content-encoding", encoding);
    if (status === 200 && matches(c.req.header("if-none-match"), etag)) {
      return new Response(null, { status: 304, headers });
    }
    headers.set("content-length", String(bytes.length));
    return new Response(c.req.method === "HEAD" ? null : bytes, { status, headers });
  }

  return {
    async serve(c, next) {
      const { path, method } = c.req;
      if ((method !== "GET" && method !== "HEAD") || !allow(path) || standsIn(path)) return next();
      const season = isHome(path) ? options.season?.() : undefined;
      const answer =
        (season === undefined ? undefined : await send(c, `${path}season/${season}/`, 200)) ??
        (await send(c, path, 200));
      if (answer) return answer;
      return lacksSlash(path) ? c.redirect(`${path}/`, 301) : next();
    },
    home(c) {
      c.header("vary", "Accept-Language");
      return c.redirect(
        `/${negotiateLocale(c.req.header("accept-language"), offeredLocales, fallback)}/`,
        302,
      );
    },
    async notFound(c) {
      const [, first] = c.req.path.split("/");
      const locale = isOffered(first)
        ? first
        : negotiateLocale(c.req.header("accept-language"), offeredLocales, fallback);
      return (await send(c, `/${locale}/404/`, 404)) ?? c.body(null, 404);
    },
  };
}

/** Pages served in place of others, never by their own address: what is not found, and a season's home page. */
function standsIn(path: string): boolean {
  return /^\/[a-z-]+\/(404|season\/[^/]+)\/(index\.html)?$/.test(path);
}

function isHome(path: string): boolean {
  const [, first, ...rest] = path.split("/");
  return isOffered(first) && rest.length === 1 && rest[0] === "";
}

/** Our pages end in a slash. Only addresses inside a language are mended, so no one can be sent to another host. */
function lacksSlash(path: string): boolean {
  const [, first, ...rest] = path.split("/");
  return isOffered(first) && /^[a-z0-9-]*$/.test(rest.join("")) && !path.endsWith("/");
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === etag);
}
