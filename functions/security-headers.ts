import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";

export interface HeaderOptions {
  /** The address people use; only over `https` are browsers told to come back by `https` alone. */
  publicUrl: string;
  /** The desk signs in with passkeys; the public pages may not even ask. */
  passkeys?: boolean;
  requestId?: () => string;
}

declare module "hono" {
  interface ContextVariableMap {
    /** Names one request in the log and in its answer; it says nothing about who asked. */
    requestId: string;
  }
}

/** Everything comes from this host or not at all; no inline code, no HTML made from strings, no frame around us. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const features = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/**
 * Sets the same strict headers on every answer of an app: pages, files, errors and refusals alike. An answer that
 * says nothing about caching is not to be stored.
 */
export function securityHeaders(options: HeaderOptions): MiddlewareHandler {
  const { publicUrl, passkeys = false, requestId = randomUUID } = options;
  const secure = new URL(publicUrl).protocol === "https:";
  const allowed = new Set(passkeys ? ["publickey-credentials-create", "publickey-credentials-get"] : []);
  const fixed: Readonly<Record<string, string>> = {
    "Content-Security-Policy": [...policy, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": features.map((name) => `${name}=(${allowed.has(name) ? "self" : ""})`).join(", "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    // The neutral page behind "leave quickly" must not be looked up before it is asked for.
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
    ...(secure ? { "Strict-Transport-Security": "max-age=63072000" } : {}),
  };
  return async (c, next) => {
    const id = requestId();
    c.set("requestId", id);
    await next();
    for (const [name, value] of Object.entries(fixed)) c.header(name, value);
    c.header("X-Request-Id", id);
    if (!c.res.headers.has("cache-control")) c.header("Cache-Control", "no-store");
  };
}
