import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Encoding } from "./file-cache.ts";

export interface SiteFile {
  /** Absolute path of the plain file; a compressed copy has `.br` or `.gz` added. */
  path: string;
  type: string;
  encodings: ReadonlySet<Encoding>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
  ".pdf": "application/pdf",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
};

/** Every servable file of `folder` by its address: `ja/index.html` → `/ja/`. A file of an unknown type is left out. */
export async function indexSite(folder: string): Promise<ReadonlyMap<string, SiteFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(
    entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  );
  const site = new Map<string, SiteFile>();
  for (const path of paths) {
    const type = types[extname(path)];
    if (!type) continue;
    const encodings = new Set<Encoding>(["identity"]);
    if (paths.has(`${path}.br`)) encodings.add("br");
    if (paths.has(`${path}.gz`)) encodings.add("gzip");
    const address = `/${relative(folder, path).split(sep).join("/")}`.replace(/\/index\.html$/, "/");
    site.set(address, { path, type, encodings });
  }
  return site;
}
