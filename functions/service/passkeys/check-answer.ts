import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { counterGoesOn, PasskeyAnswer, passkeySite, readPasskeyData } from "../../domain/access/passkey.ts";
import type { AccountContext } from "../accounts/ports.ts";
import type { KeptPasskey, PasskeyPurpose } from "./ports.ts";

/**
 * The passkey whose authenticator answered the question, or undefined when it did not: another question, address or
 * site, nobody verified, a wrong signature, a counter that goes back, or a passkey nobody has. `officerId` narrows it to
 * one officer's. @throws nothing for a bad answer
 */
export async function checkPasskeyAnswer(
  ctx: AccountContext,
  given: {
    deskUrl: string;
    questionId: string;
    purpose: PasskeyPurpose;
    answer: unknown;
    officerId?: string;
  },
): Promise<{ passkey: KeptPasskey; ok: boolean } | undefined> {
  const now = ctx.clock();
  const { accounts } = ctx;
  const question = await accounts.takeQuestion(given.questionId, given.purpose, now);
  const parsed = PasskeyAnswer.safeParse(given.answer);
  const site = passkeySite(given.deskUrl);
  if (!question || !parsed.success || site === null) return undefined;
  if (question.officerId !== (given.officerId ?? null)) return undefined;
  const { id, response } = parsed.data;
  const passkey = await accounts.findPasskey(id);
  if (!passkey || (given.officerId !== undefined && passkey.officerId !== given.officerId)) return undefined;
  const [clientData, authenticatorData, signature] = [
    bytes(response.clientDataJSON),
    bytes(response.authenticatorData),
    bytes(response.signature),
  ];
  const reading = readPasskeyData(clientData, authenticatorData, {
    type: "webauthn.get",
    challenge: question.challenge,
    origin: new URL(given.deskUrl).origin,
    siteHash: sha256(site),
  });
  const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
  const ok =
    reading.ok &&
    verifySignature(passkey.publicKey, signed, signature) &&
    counterGoesOn(passkey.counter, reading.counter) &&
    (await accounts.passkeyUsed(id, passkey.counter, reading.counter, now));
  return { passkey, ok };
}

/** ES256, RS256 or EdDSA by the kind of the key; ECDSA signatures are DER. */
function verifySignature(publicKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const key = readPublicKey(publicKey);
  if (!key) return false;
  return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", signed, key, signature);
}

/** A key of a kind we offered, or undefined. */
export function readPublicKey(der: Uint8Array): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key;
    if (kind === "ed25519") return key;
    if (kind === "ec" && details?.namedCurve === "prime256v1") return key;
    return kind === "rsa" && (details?.modulusLength ?? 0) >= 2_048 ? key : undefined;
  } catch {
    return undefined;
  }
}

export const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text, "base64url"));

export const sha256 = (data: string | Uint8Array): Uint8Array => createHash("sha256").update(data).digest();
