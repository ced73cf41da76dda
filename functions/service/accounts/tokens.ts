import { createHash } from "node:crypto";
import type { RandomBytes } from "../ports.ts";

/** An unguessable token of 256 bits, in 43 characters that need no escaping in an address. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(32)).toString("base64url");
}

/** What is kept of a token. It needs no salt: nobody can guess 256 bits. */
export function hashToken(token: string): Uint8Array {
  return createHash("sha256").update(`shirokuro token\0${token}`).digest();
}
