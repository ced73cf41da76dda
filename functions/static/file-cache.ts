import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

export interface LoadedFile {
  bytes: Buffer<ArrayBuffer>;
  /** Strong validator of exactly these bytes. */
  etag: string;
}

const suffixes: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz", identity: "" };

/** What only the running program knows, by the name that the build writes in braces: `{ address: "https://…" }`. */
export type Filling = Readonly<Record<string, string>>;

const filledTypes: ReadonlySet<string> = new Set([".html", ".xml", ".txt"]);
const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Whether a file may hold what is filled in, so that its compressed copies are made when it is first asked for. */
export function isFilledIn(path: string): boolean {
  return filledTypes.has(extname(path));
}

/**
 * Files in memory up to `capacity` bytes; the one unused for longest goes first. A larger file is read each time.
 * With a `filling`, files that name any of it have it filled in.
 */
export function fileCache(
  capacity: number,
  filling?: Filling,
): { load(path: string, encoding: Encoding): Promise<LoadedFile> } {
  const files = new Map<string, LoadedFile>();
  let held = 0;
  return {
    async load(path, encoding) {
      const key = path + suffixes[encoding];
      const known = files.get(key);
      if (known) {
        files.delete(key);
        files.set(key, known);
        return known;
      }
      const bytes = await (filling !== undefined && isFilledIn(path)
        ? fillIn(path, encoding, filling)
        : readFile(key));
      const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
      const loaded = { bytes, etag };
      if (bytes.length > capacity || files.has(key)) return loaded;
      files.set(key, loaded);
      held += bytes.length;
      for (const [oldest, file] of files) {
        if (held <= capacity) break;
        files.delete(oldest);
        held -= file.bytes.length;
      }
      return loaded;
    },
  };
}

async function fillIn(path: string, encoding: Encoding, filling: Filling): Promise<Buffer<ArrayBuffer>> {
  const text = await readFile(path, "utf8");
  const bytes = Buffer.from(text.replace(/\{(\w+)\}/g, (whole, name: string) => filling[name] ?? whole));
  return encoding === "identity" ? bytes : Buffer.from(await compress[encoding](bytes));
}

/**
 * The best encoding that both sides have, by `Accept-Encoding` (RFC 9110, 12.5.3): brotli before gzip, and none that
 * is refused with `q=0`. `chooseEncoding("gzip, br;q=0", all)` → `"gzip"`.
 */
export function chooseEncoding(header: string | undefined, available: ReadonlySet<Encoding>): Encoding {
  const accepted = new Map<string, boolean>();
  for (const part of (header ?? "").slice(0, 500).toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    accepted.set(name, !parameters.some((parameter) => /^q=0(\.0+)?$/.test(parameter)));
  }
  const wanted = (["br", "gzip"] as const).find(
    (encoding) => available.has(encoding) && (accepted.get(encoding) ?? accepted.get("*") ?? false),
  );
  return wanted ?? "identity";
}
