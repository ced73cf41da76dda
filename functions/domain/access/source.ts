/**
 * Where a request comes from: the peer, or what the office's own reverse proxy says of it. A forwarded address counts
 * only when the peer is on this machine or a private network, as such a proxy is; then its last hop is the one the
 * proxy itself saw.
 */
export function sourceOf(peer: string, forwardedFor: string | undefined): string {
  if (!isPrivate(peer)) return peer;
  return forwardedFor?.split(",").at(-1)?.trim() || peer;
}

function isPrivate(address: string): boolean {
  const bare = address.replace(/^::ffff:/, "");
  return (
    bare === "unknown" ||
    bare === "::1" ||
    /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^f[cd]/i.test(bare)
  );
}
