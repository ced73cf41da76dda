/**
 * Whether a post comes from a page of this site. `Sec-Fetch-Site` decides where a browser sends it; else `Origin`.
 * Our own `no-referrer` policy makes browsers send `Origin: null` with a plain form (Fetch standard, "append a request
 * `Origin` header"), so `null` alone, from a browser too old for `Sec-Fetch-Site`, is let through: no cookie of ours
 * could be abused. Behind a proxy the address people use may differ from the configured one, so `Host` counts as well.
 */
export function fromOwnPage(headers: Headers, publicUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return true;
  if (!URL.canParse(origin)) return false;
  const sent = new URL(origin);
  return sent.origin === new URL(publicUrl).origin || sent.host === headers.get("host");
}
