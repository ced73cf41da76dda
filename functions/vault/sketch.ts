import { createCipheriv, createHmac, createSecretKey } from "node:crypto";
import { orders, type Sketch, shingleLength, shinglesOf } from "../domain/related/likeness.ts";

const block = 16;

/**
 * Sketches texts under `key` (32 bytes), so that near-identical ones can be told without a word of them. Each shingle
 * fills one AES block of a derived key, whose first 32 bits stand for it: as little can be learnt from a sketch as
 * from the search terms. The text must be folded as for search.
 */
export function createSketcher(key: Uint8Array): (folded: string) => Sketch {
  const derived = createSecretKey(createHmac("sha256", key).update("sketch\0").digest());
  const encrypt = (blocks: Buffer) => {
    const cipher = createCipheriv("aes-256-ecb", derived, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(blocks), cipher.final()]);
  };
  // Blocks that no shingle makes (their last byte is set) give each order its own secret numbers.
  const labels = Buffer.alloc(orders * block);
  for (let order = 0; order < orders; order += 1)
    labels.writeUInt32BE(0xff000000 + order, order * block + 12);
  const secrets = encrypt(labels);
  const secret = (order: number, at: number) => secrets.readInt32BE(order * block + at * 4);
  const mask = Int32Array.from({ length: orders }, (_, order) => secret(order, 0));
  const first = Int32Array.from({ length: orders }, (_, order) => secret(order, 1) | 1);
  const second = Int32Array.from({ length: orders }, (_, order) => secret(order, 2) | 1);

  return (folded) => {
    const shingles = shinglesOf(folded);
    if (shingles.size === 0) return { shingles: 0, least: [] };
    const blocks = Buffer.alloc(shingles.size * block);
    let at = 0;
    for (const shingle of shingles) {
      blocks.write(shingle.slice(0, shingleLength), at, "utf16le");
      at += block;
    }
    const hashed = encrypt(blocks);
    const least = new Uint32Array(orders).fill(0xffffffff);
    for (let place = 0; place < hashed.length; place += block) {
      const value = hashed.readInt32BE(place);
      for (let order = 0; order < orders; order += 1) {
        let mixed = Math.imul(value ^ (mask[order] ?? 0), first[order] ?? 1);
        mixed = Math.imul(mixed ^ (mixed >>> 15), second[order] ?? 1);
        mixed = (mixed ^ (mixed >>> 13)) >>> 0;
        if (mixed < (least[order] ?? 0)) least[order] = mixed;
      }
    }
    return { shingles: shingles.size, least: [...new Int32Array(least.buffer)] };
  };
}
