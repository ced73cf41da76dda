import { passkeyAlgorithms, passkeySite } from "../../domain/access/passkey.ts";
import type { AccountContext } from "../accounts/ports.ts";
import { NotAllowed } from "../errors.ts";
import type { PasskeyPurpose } from "./ports.ts";

const lifeMs = 3 * 60_000;

/** What `PublicKeyCredential.parseRequestOptionsFromJSON()` takes. */
export interface AnswerOptions {
  challenge: string;
  rpId: string;
  allowCredentials: { type: "public-key"; id: string; transports: string[] }[];
  userVerification: "required";
  timeout: number;
}

/** What `PublicKeyCredential.parseCreationOptionsFromJSON()` takes. */
export interface CreationOptions {
  challenge: string;
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: { type: "public-key"; alg: number }[];
  excludeCredentials: { type: "public-key"; id: string; transports: string[] }[];
  authenticatorSelection: { residentKey: "required"; requireResidentKey: true; userVerification: "required" };
  attestation: "none";
  timeout: number;
}

/** A question for a sign-in, where any passkey of the desk may answer, or for one officer's passkeys. */
export async function askForPasskey(
  ctx: AccountContext,
  given: { deskUrl: string; purpose: "sign-in" | "step-up"; officerId: string | null },
): Promise<{ question: string; options: AnswerOptions }> {
  const { rpId, question, challenge } = await ask(ctx, given);
  const allowed = given.officerId === null ? [] : await ctx.accounts.passkeysOf(given.officerId);
  return {
    question,
    options: {
      challenge,
      rpId,
      allowCredentials: allowed.map(({ id, transports }) => ({ type: "public-key", id, transports })),
      userVerification: "required",
      timeout: lifeMs,
    },
  };
}

/** A question for a new passkey of this officer. */
export async function askForNewPasskey(
  ctx: AccountContext,
  given: { deskUrl: string; brand: string; officer: { id: string; name: string; email: string } },
): Promise<{ question: string; options: CreationOptions }> {
  const { officer } = given;
  const { rpId, question, challenge } = await ask(ctx, {
    deskUrl: given.deskUrl,
    purpose: "register",
    officerId: officer.id,
  });
  const known = await ctx.accounts.passkeysOf(officer.id);
  return {
    question,
    options: {
      challenge,
      rp: { id: rpId, name: given.brand },
      user: {
        id: Buffer.from(officer.id).toString("base64url"),
        name: officer.email,
        displayName: officer.name,
      },
      pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: known.map(({ id, transports }) => ({ type: "public-key", id, transports })),
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      attestation: "none",
      timeout: lifeMs,
    },
  };
}

/** @throws `NotAllowed` (`no_site`) where the desk's address has no name */
async function ask(
  ctx: AccountContext,
  given: { deskUrl: string; purpose: PasskeyPurpose; officerId: string | null },
): Promise<{ rpId: string; question: string; challenge: string }> {
  const rpId = passkeySite(given.deskUrl);
  if (rpId === null) throw new NotAllowed("no_site");
  const random = (count: number) => Buffer.from(ctx.random(count)).toString("base64url");
  const [question, challenge, now] = [random(24), random(32), ctx.clock()];
  const { purpose, officerId } = given;
  const expiresAt = new Date(now.getTime() + lifeMs);
  await ctx.accounts.askPasskey({ id: question, challenge, purpose, officerId, expiresAt }, now);
  return { rpId, question, challenge };
}
