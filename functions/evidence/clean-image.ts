import type Sharp from "sharp";
import type { ImageCleaner } from "../service/evidence/ports.ts";

/** Longest side of the viewing copy in pixels: sharp enough to read a container's number. */
const longestSide = 4_096;
/** A picture that unfolds to more than this is an attack, or a scan nobody needs in full. */
const mostPixels = 120_000_000;

/** A picture that takes longer than this to unfold was made to. */
const mostSeconds = 30;

let library: Promise<typeof Sharp> | undefined;

/** The image library, loaded with the first picture: most reports have none, and it holds 10 MB. */
function loadLibrary(): Promise<typeof Sharp> {
  library ??= import("sharp").then(({ default: sharp }) => {
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return library;
}

// One picture at a time takes the memory of one: a request waits its turn, also behind other requests.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Re-encodes a picture as JPEG: turned upright, at most 4,096 pixels a side, in sRGB, with no metadata at all (place,
 * camera, time, thumbnails, colour profiles and comments are gone). Rejects when the picture cannot be decoded whole.
 */
export const cleanImage: ImageCleaner = (bytes) => {
  const mine = turn.then(() => reencode(bytes));
  turn = mine.catch(() => undefined);
  return mine;
};

const reencode: ImageCleaner = async (bytes) => {
  const sharp = await loadLibrary();
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 });
  const clean = await image
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    // A see-through background would turn black.
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: 85, mozjpeg: false })
    .timeout({ seconds: mostSeconds })
    .toBuffer();
  return { bytes: clean, mediaType: "image/jpeg" };
};
