import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

export type Encoding = "br" | "gzip" | "identity";

export interface LoadedFile {
  bytes: Buffer<ArrayBuffer>;
  /** Strong validator of exactly these bytes. */
  etag: string;
}

const suffixes: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz", identity: "" };

/** Files in memory up to `capacity` bytes; the one unused for longest goes first. A larger file is read each time. */
export function fileCache(capacity: number): { load(path: string, encoding: Encoding): Promise<LoadedFile> } {
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
      const bytes = await readFile(key);
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
