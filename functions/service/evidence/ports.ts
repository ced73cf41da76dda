import type { Clock, EvidenceStore, RandomBytes, Sealer } from "../ports.ts";

/** Re-encodes a picture without its hidden data. Rejects when it cannot be decoded. */
export type ImageCleaner = (bytes: Uint8Array) => Promise<{ bytes: Uint8Array; mediaType: string }>;

export type Sniffed = { class: "picture" | "file"; mediaType: string } | { class: "unsupported" };
export type FileSniffer = (bytes: Uint8Array) => Promise<Sniffed>;

export interface EvidenceContext {
  clock: Clock;
  random: RandomBytes;
  sealer: Sealer;
  evidence: EvidenceStore;
  cleanImage: ImageCleaner;
  sniffFile: FileSniffer;
}
