import { createHash } from "node:crypto";
import { Resend } from "resend";
import type { Mail, Mailer, MailResult } from "../service/worker-ports.ts";

const timeoutMs = 20_000;

/** Sends through Resend's interface at `apiUrl` (without a slash at the end). */
export function createResendMailer(options: { apiKey: string; apiUrl: string; from: string }): Mailer {
  const resend = new Resend(options.apiKey, { baseUrl: options.apiUrl });
  return {
    async send(mail) {
      try {
        const { error } = await resend.emails.send(
          {
            from: options.from,
            to: [...mail.to],
            subject: mail.subject,
            text: mail.text,
            headers: { "Auto-Submitted": "auto-generated" },
          },
          { idempotencyKey: keyOf(mail), signal: AbortSignal.timeout(timeoutMs) },
        );
        return error ? failure(error) : { kind: "sent", refused: 0 };
      } catch (error) {
        return { kind: "later", code: error instanceof Error ? error.name : "unknown" };
      }
    },
    close: () => undefined,
  };
}

/** Resend refuses a key that comes back with another mail, as when the band was raised between two tries. */
function keyOf({ key, to, subject, text }: Mail): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([to, subject, text]))
    .digest("hex");
  return `${key}.${digest.slice(0, 12)}`;
}

// Busy, in progress, or to be put right by the office: a wrong key, a sender's domain not verified yet.
const passing = new Set([401, 403, 408, 409, 425, 429]);

function failure(error: { statusCode: number | null }): MailResult {
  const status = error.statusCode;
  if (!status) return { kind: "later", code: "unreachable" };
  const kind = status >= 500 || passing.has(status) ? "later" : "refused";
  return { kind, code: `http_${status}` };
}
