import { fileTypeFromBuffer } from "file-type";
import type { FileSniffer } from "../service/evidence/ports.ts";

/** Pictures that can be re-encoded, and so cleaned. */
const pictures = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/tiff", "image/avif"]);

/** Kinds worth sealing as they came. Nothing that a desk's computer would run. */
const files = new Set([
  "application/pdf",
  "audio/mpeg",
  "audio/wav",
  "audio/mp4",
  "audio/x-m4a",
  "audio/ogg",
  "audio/opus",
  "audio/aac",
  "audio/amr",
  "audio/flac",
  "video/mp4",
  "video/quicktime",
  "video/webm",
  "video/3gpp",
  "video/3gpp2",
  "video/x-m4v",
  "image/heic",
  "image/heif",
  // Documents without macros; the old binary formats may hold some, and cannot be told apart.
  "application/rtf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
]);

/**
 * What a file is by its first bytes; its name and the type the sender's program gave it are not asked. Plain text has
 * no signature: bytes that are valid UTF-8, or Japanese as older programs write it, without control characters count as
 * it.
 */
export const sniffFile: FileSniffer = async (bytes) => {
  const found = await fileTypeFromBuffer(bytes);
  if (!found)
    return isPlainText(bytes) ? { class: "file", mediaType: "text/plain" } : { class: "unsupported" };
  const mediaType = found.mime.split(";")[0] ?? found.mime;
  if (pictures.has(mediaType)) return { class: "picture", mediaType };
  if (files.has(mediaType)) return { class: "file", mediaType };
  return { class: "unsupported" };
};

function isPlainText(bytes: Uint8Array): boolean {
  return ["utf-8", "shift_jis"].some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.trim() !== "" && !/\p{Cc}(?<![\t\n\r\f])/u.test(text);
    } catch {
      return false;
    }
  });
}
