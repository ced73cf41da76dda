/**
 * The parts of WebAuthn Level 3 that a desk without attestation needs: what an authenticator's answer says, byte by
 * byte, and whether it answers our question (sections 6.1 and 7.2). Checking the signature is the caller's.
 */
import { z } from "zod";

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** `PublicKeyCredential.toJSON()` after `navigator.credentials.create()`. Unknown fields are dropped. */
export const NewPasskey = z.object({
  id: base64url(1_400),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    /** SubjectPublicKeyInfo (DER). */
    publicKey: base64url(2_000),
    publicKeyAlgorithm: z.number().int(),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .default([]),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** The same after `navigator.credentials.get()`. */
export const PasskeyAnswer = z.object({
  id: base64url(1_400),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(2_000),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** ES256, EdDSA, RS256 (IANA COSE algorithms), as we offer them. */
export const passkeyAlgorithms = [-7, -8, -257] as const;

const ClientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

export type PasskeyFault =
  | "malformed"
  | "other_ceremony"
  | "other_question"
  | "other_origin"
  | "other_site"
  | "nobody_there"
  | "not_verified";

/** What must be so of every answer: our question, our address, somebody there, and known to the authenticator. */
export interface Expected {
  type: "webauthn.create" | "webauthn.get";
  challenge: string;
  origin: string;
  /** SHA-256 of the desk's host name. */
  siteHash: Uint8Array;
}

/** `counter` is the authenticator's own, or 0 for one that keeps none. */
export type PasskeyReading = { ok: true; counter: number } | { ok: false; fault: PasskeyFault };

const present = 0x01;
const verified = 0x04;

export function readPasskeyData(
  clientData: Uint8Array,
  authenticatorData: Uint8Array,
  expected: Expected,
): PasskeyReading {
  const no = (fault: PasskeyFault): PasskeyReading => ({ ok: false, fault });
  const said = ClientData.safeParse(parse(clientData));
  if (!said.success || authenticatorData.length < 37) return no("malformed");
  if (said.data.type !== expected.type) return no("other_ceremony");
  if (said.data.challenge !== expected.challenge) return no("other_question");
  if (said.data.origin !== expected.origin || said.data.crossOrigin === true) return no("other_origin");
  if (!authenticatorData.subarray(0, 32).every((byte, at) => byte === expected.siteHash[at]))
    return no("other_site");
  const flags = authenticatorData[32] ?? 0;
  if ((flags & present) === 0) return no("nobody_there");
  if ((flags & verified) === 0) return no("not_verified");
  const view = new DataView(authenticatorData.buffer, authenticatorData.byteOffset);
  return { ok: true, counter: view.getUint32(33) };
}

/**
 * Whether the counter may stand after the one kept: a copy of an authenticator falls behind its original sooner or
 * later (section 6.1.1). One that counts nothing says 0 each time.
 */
export function counterGoesOn(kept: number, given: number): boolean {
  return (kept === 0 && given === 0) || given > kept;
}

/** WebAuthn needs a name: an address of numbers is no site. `localhost` is one. */
export function passkeySite(deskUrl: string): string | null {
  const { hostname, protocol } = new URL(deskUrl);
  if (/^[\d.]+$|^\[/.test(hostname)) return null;
  return protocol === "https:" || hostname === "localhost" ? hostname : null;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
