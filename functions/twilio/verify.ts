import { validateRequest } from "twilio/lib/webhooks/webhooks.js";

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
    (token) => token !== "" && validateRequest(token, signature, url, { ...fields }),
  );
}
