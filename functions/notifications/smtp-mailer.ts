import nodemailer from "nodemailer";
import type { Mailer, MailResult } from "../service/worker-ports.ts";

/**
 * Sends by SMTP: `smtp://login:password@host:587` or `smtps://…`. A login is given only over TLS, except to this
 * machine; `?requireTLS=false` in the address says otherwise for an office's own wire.
 */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    requireTLS: needsTls(url),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    async send(mail) {
      try {
        const sent = await transport.sendMail({
          from,
          to: [...mail.to],
          subject: mail.subject,
          text: mail.text,
          messageId: `<${mail.key}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated" },
          xMailer: false,
          // Japanese is longer as quoted-printable, and some gateways break its lines.
          textEncoding: "base64",
        });
        return { kind: "sent", refused: sent.rejected.length };
      } catch (error) {
        return failure(error);
      }
    },
    close: () => transport.close(),
  };
}

function needsTls(url: string): boolean {
  const { username, hostname, searchParams } = new URL(url);
  if (searchParams.has("requireTLS")) return searchParams.get("requireTLS") !== "false";
  return username !== "" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** The server's sentence may quote an address, so only its number is kept. */
function failure(error: unknown): MailResult {
  const { code, statuses } = reading(error);
  const status = statuses.find((each) => each < 500) ?? statuses[0];
  const shown = status === undefined ? code : `smtp_${status}`;
  // A wrong login can be put right; an address or a message that is refused cannot.
  const final = (code === "EENVELOPE" || code === "EMESSAGE") && status !== undefined && status >= 500;
  return { kind: final ? "refused" : "later", code: shown };
}

function reading(error: unknown): { code: string; statuses: number[] } {
  if (!(error instanceof Error)) return { code: "unknown", statuses: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const each = "rejectedErrors" in error && Array.isArray(error.rejectedErrors) ? error.rejectedErrors : [];
  const statuses = [...each, error].flatMap((one: unknown) =>
    one instanceof Error && "responseCode" in one && typeof one.responseCode === "number"
      ? [one.responseCode]
      : [],
  );
  return { code, statuses };
}
