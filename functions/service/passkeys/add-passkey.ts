import { NewPasskey, passkeySite, readPasskeyData } from "../../domain/access/passkey.ts";
import type { AccountContext } from "../accounts/ports.ts";
import type { Officer } from "../actor.ts";
import { parseInput, words } from "../cases/parse-input.ts";
import { BadInput, NotAllowed, NotFound } from "../errors.ts";
import { bytes, readPublicKey, sha256 } from "./check-answer.ts";

const most = 10;
const Name = words(60);

/**
 * Keeps a new passkey of the officer who is signed in, under a name of theirs. No attestation is asked for: which make
 * of authenticator an officer has is nobody's business, and its key arrives by the officer's own session.
 * @throws `BadInput`, `NotAllowed` (`passkey_refused`, `passkey_known`, `too_many_passkeys`)
 */
export async function addPasskey(
  ctx: AccountContext & { officer: Officer },
  given: { deskUrl: string; questionId: string; name: string; passkey: unknown },
): Promise<void> {
  const name = parseInput(Name, given.name);
  const now = ctx.clock();
  const { accounts, officer } = ctx;
  const question = await accounts.takeQuestion(given.questionId, "register", now);
  const parsed = NewPasskey.safeParse(given.passkey);
  const site = passkeySite(given.deskUrl);
  if (!parsed.success) throw new BadInput([{ path: "passkey", code: "invalid_value" }]);
  if (question?.officerId !== officer.id || site === null) throw new NotAllowed("passkey_refused");
  const { id, response } = parsed.data;
  const reading = readPasskeyData(bytes(response.clientDataJSON), bytes(response.authenticatorData), {
    type: "webauthn.create",
    challenge: question.challenge,
    origin: new URL(given.deskUrl).origin,
    siteHash: sha256(site),
  });
  const publicKey = bytes(response.publicKey);
  if (!reading.ok || !readPublicKey(publicKey)) throw new NotAllowed("passkey_refused");
  if ((await accounts.passkeysOf(officer.id)).length >= most) throw new NotAllowed("too_many_passkeys");
  const { counter } = reading;
  const { transports } = response;
  const kept = { id, officerId: officer.id, name, publicKey, counter, transports, at: now };
  if (!(await accounts.addPasskey(kept))) throw new NotAllowed("passkey_known");
}

/** @throws `NotFound` */
export async function removePasskey(ctx: AccountContext & { officer: Officer }, id: string): Promise<void> {
  if (!(await ctx.accounts.removePasskey(ctx.officer.id, id, ctx.clock()))) throw new NotFound();
}
