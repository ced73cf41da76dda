import { validateRequest } from "twilio/lib/webhooks/webhooks.js";

/**
 * Asks Twilio to deliver again when we cannot be reached, are slow or fail (Twilio, "Webhook connection overrides").
 * A fragment never reaches us; whether it is signed with the address is not documented, so both ways count.
 */
export const retrying = "#rc=5&rp=ct,rt,5xx";

/**
 * Whether Twilio signed this request: HMAC-SHA1 under one of `authTokens` over the exact address Twilio was given and
 * the sorted form fields (Twilio, "Webhooks security"). The address is built from the configured `publicUrl` and the
 * raw path and query, never from `Host` or a forwarded header, which a stranger can set. An empty token verifies
 * nothing. During a rotation two tokens count.
 */
export function isSignedByTwilio(
  request: {
    signature: string | undefined;
    target: string;
    fields: Readonly<Record<string, string | string[]>>;
  },
  options: { authTokens: readonly string[]; publicUrl: string },
): boolean {
  const { signature, target, fields } = request;
  if (!signature || !target.startsWith("/")) return false;
  const url = `${options.publicUrl.replace(/\/+$/, "")}${target}`;
  return options.authTokens.some(
    (token) =>
      token !== "" &&
      [url, `${url}${retrying}`].some((signed) => validateRequest(token, signature, signed, { ...fields })),
  );
}
