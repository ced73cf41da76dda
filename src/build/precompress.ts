import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { AstroIntegration } from "astro";

/** Not pages, robots.txt and sitemap.xml: the program fills its own address in and compresses them itself. */
const compressible = new Set([".css", ".csv", ".js", ".svg", ".json", ".webmanifest"]);
/** Below this a compressed copy saves no packet. */
const smallest = 200;

/** Writes `.br` and `.gz` beside the built site's files that are served as they are, once, at the strongest setting. */
export function precompress(): AstroIntegration {
  return {
    name: "shirokuro:precompress",
    hooks: {
      "astro:build:done": async ({ dir }) => compressFolder(fileURLToPath(dir)),
    },
  };
}

async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !compressible.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.length < smallest) continue;
    const [brotli, zipped] = await Promise.all([
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      promisify(gzip)(bytes, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
  }
}
