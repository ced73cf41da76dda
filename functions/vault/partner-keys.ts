import { createHmac } from "node:crypto";
import type { PartnerKeys } from "../service/partners/ports.ts";

/**
 * Hashes partners' keys under the key that the public and the staff role share: one checks them, the other makes
 * them. The label keeps these hashes apart from those of search.
 */
export function createPartnerKeys(indexKey: Uint8Array): PartnerKeys {
  return {
    hashPartnerKey: (key) => createHmac("sha256", indexKey).update("partner key\0").update(key).digest(),
  };
}
