/** What the partners' verbs need of the world, as types only. */
import type { Clock, RandomBytes } from "../ports.ts";

/** Keyed hash of a partner's key: what is kept, and what a key is looked up by. */
export interface PartnerKeys {
  hashPartnerKey(key: string): Uint8Array;
}

/** All that the public role may do with keys: ask whose a hash is. Throws `DatabaseAway`. */
export interface PartnerCheck {
  /** The partner's id, or undefined when the key is none or was revoked. */
  partnerOf(keyHash: Uint8Array): Promise<string | undefined>;
}

export interface PartnerCheckContext {
  keys: PartnerKeys;
  partners: PartnerCheck;
}

/** One key of a partner, as whoever runs the program sees it; the key itself is kept nowhere. */
export interface PartnerKeyRow {
  keyId: string;
  name: string;
  madeAt: Date;
  revokedAt: Date | null;
  /** Tips the partner has relayed under any of its keys. */
  tips: number;
}

/** Each change is one transaction with its event. */
export interface PartnerStore {
  /** Adds a key to the partner of this name, who is made when new: during a change of keys both are good. */
  addKey(key: {
    keyId: string;
    partnerId: string;
    name: string;
    keyHash: Uint8Array;
    at: Date;
  }): Promise<void>;
  /** By name, then by age. */
  list(): Promise<PartnerKeyRow[]>;
  /** Ends one key, or all of a partner by name; answers how many were good until now. */
  revoke(which: { keyId: string } | { name: string }, at: Date): Promise<number>;
}

export interface PartnerContext {
  clock: Clock;
  random: RandomBytes;
  keys: PartnerKeys;
  partners: PartnerStore;
}
