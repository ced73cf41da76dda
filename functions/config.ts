import { resolve } from "node:path";
import { Settings } from "./config/settings.ts";
import type { DeskMail } from "./service/worker-ports.ts";

export type Role = "public" | "staff" | "worker";

export type TwilioConfig = {
  accountSid: string;
  /** Each may have signed a request while tokens are rotated; the first is used for our own calls. */
  authTokens: string[];
  apiUrl: string;
  /** Answers calls while this program is down; it lies with somebody else. */
  voiceFallbackUrl: string | null;
  smsFrom: string | null;
  /** What officers see when they are called: the first of our telephone numbers. */
  voiceFrom: string | null;
  /** Every number whose calls are the line's. */
  voiceNumbers: string[];
  /** Whether a person who wrote first gets one answer. */
  smsReply: boolean;
  /** Whether Twilio's machine writes down what callers say, in real time. */
  transcription: boolean;
};

export type MailConfig =
  | { kind: "resend"; apiKey: string; apiUrl: string; from: string }
  | { kind: "smtp"; url: string; from: string };

export type Config = {
  host: string;
  port: number;
  staffPort: number;
  metricsPort: number | null;
  /** Absolute path. */
  dataDir: string;
  /** Where this process finds its own keys; set by the supervisor, or by whoever starts a role alone. */
  keysDir: string | null;
  /** The login that may migrate, or null for the embedded server. */
  databaseUrl: string | null;
  databaseUrls: Record<Role, string | null>;
  /** The practice desk's, where the server is somebody else's: a login that may migrate it. */
  trainingDatabaseUrl: string | null;
  /** Without a slash at the end. */
  publicUrl: string;
  staffUrl: string;
  role: Role | "all";
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  twilio: TwilioConfig | null;
  dutyNumbers: string[];
  mail: MailConfig | null;
  deskMail: DeskMail | null;
  evidenceS3Url: string | null;
  transcribeUrl: string | null;
  /** The office's own translation server, for the desk. */
  translateUrl: string | null;
  /** What the whole program was given, also where this process is not given it. */
  configured: { twilio: boolean; mail: boolean };
};

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

/**
 * Parses the environment once.
 * @returns the settings, or every problem as one line that names the variable and what to write, never its value
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
    return { ok: false, problems: [...new Set(lines)] };
  }
  const settings = parsed.data;
  const problems = disagreements(settings);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: toConfig(settings) };
}

function disagreements(settings: Settings): string[] {
  const problems: string[] = [];
  const needs = (wrong: boolean, line: string): void => {
    if (wrong) problems.push(line);
  };
  needs(
    settings.ROLE === "all" && settings.PORT === settings.STAFF_PORT && settings.PORT !== 0,
    "STAFF_PORT: write another port than PORT, so that the desk is never on the public door",
  );
  needs(
    Boolean(settings.METRICS_PORT) &&
      [settings.PORT, settings.STAFF_PORT].includes(settings.METRICS_PORT ?? 0),
    "METRICS_PORT: write another port than PORT and STAFF_PORT, so that counts are on no door",
  );
  needs(
    Boolean(settings.TWILIO_ACCOUNT_SID) !== Boolean(settings.TWILIO_AUTH_TOKEN?.length),
    "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: write both, or neither",
  );
  needs(
    Boolean(settings.TWILIO_ACCOUNT_SID) && !settings.PUBLIC_URL,
    "PUBLIC_URL: write the address Twilio calls; its signatures are checked against it",
  );
  needs(
    Boolean(settings.TWILIO_TRANSCRIPTION && settings.TRANSCRIBE_URL),
    "TRANSCRIBE_URL, TWILIO_TRANSCRIPTION: let one of them write down what callers say, not both",
  );
  needs(
    Boolean(settings.RESEND_API_KEY && settings.SMTP_URL),
    "RESEND_API_KEY, SMTP_URL: write one of them, not both",
  );
  const sends = Boolean(settings.RESEND_API_KEY || settings.SMTP_URL);
  needs(sends && !settings.MAIL_FROM, "MAIL_FROM: write the sender, such as Tip line <line@customs.example>");
  needs(
    sends && !settings.DESK_MAIL,
    "DESK_MAIL: write the address of the desk, such as desk@customs.example",
  );
  const logins = [
    settings.DATABASE_URL_PUBLIC,
    settings.DATABASE_URL_STAFF,
    settings.DATABASE_URL_WORKER,
  ].filter(Boolean);
  needs(
    settings.ROLE === "all" && !settings.DATABASE_URL && logins.length > 0 && logins.length < 3,
    "DATABASE_URL_PUBLIC, DATABASE_URL_STAFF, DATABASE_URL_WORKER: write all three, or DATABASE_URL as well",
  );
  const real = [settings.DATABASE_URL, ...logins].filter((url) => url !== undefined).map(placeOf);
  needs(
    settings.TRAINING_DATABASE_URL !== undefined && real.includes(placeOf(settings.TRAINING_DATABASE_URL)),
    "TRAINING_DATABASE_URL: write another database than the real one; what is in it is thrown away",
  );
  if (settings.ROLE !== "all") {
    const own = `DATABASE_URL_${settings.ROLE.toUpperCase()}` as "DATABASE_URL_PUBLIC";
    needs(
      !settings[own] && !settings.DATABASE_URL && !settings.KEYS_DIR,
      `${own}: a role started alone needs a database server; write postgresql://login:password@host:5432/database`,
    );
  }
  return problems;
}

/** Which database an address means, whoever signs in to it. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || "5432"}${pathname}`;
}

function toConfig(settings: Settings): Config {
  const twilio = twilioConfig(settings);
  const mail = mailConfig(settings);
  // An address to listen on everywhere is none that a browser could open.
  const shown = ["0.0.0.0", "::"].includes(settings.HOST) ? "localhost" : settings.HOST;
  return {
    host: settings.HOST,
    port: settings.PORT,
    staffPort: settings.STAFF_PORT,
    metricsPort: settings.METRICS_PORT ?? null,
    dataDir: resolve(settings.DATA_DIR),
    keysDir: settings.KEYS_DIR ? resolve(settings.KEYS_DIR) : null,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseUrls: {
      public: settings.DATABASE_URL_PUBLIC ?? null,
      staff: settings.DATABASE_URL_STAFF ?? null,
      worker: settings.DATABASE_URL_WORKER ?? null,
    },
    trainingDatabaseUrl: settings.TRAINING_DATABASE_URL ?? null,
    publicUrl: settings.PUBLIC_URL ?? `http://${shown}:${settings.PORT}`,
    staffUrl: settings.STAFF_URL ?? `http://${shown}:${settings.STAFF_PORT}`,
    role: settings.ROLE,
    logLevel: settings.LOG_LEVEL,
    twilio,
    dutyNumbers: settings.DUTY_NUMBERS ?? [],
    mail,
    deskMail: settings.DESK_MAIL ?? null,
    evidenceS3Url: settings.EVIDENCE_S3_URL ?? null,
    transcribeUrl: settings.TRANSCRIBE_URL ?? null,
    translateUrl: settings.TRANSLATE_URL ?? null,
    configured: {
      twilio: twilio !== null || Boolean(settings.CONFIGURED?.includes("twilio")),
      mail: mail !== null || Boolean(settings.CONFIGURED?.includes("mail")),
    },
  };
}

function twilioConfig(settings: Settings): TwilioConfig | null {
  if (!settings.TWILIO_ACCOUNT_SID || !settings.TWILIO_AUTH_TOKEN?.length) return null;
  return {
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authTokens: settings.TWILIO_AUTH_TOKEN,
    apiUrl: settings.TWILIO_API_URL,
    voiceFallbackUrl: settings.VOICE_FALLBACK_URL ?? null,
    smsFrom: settings.SMS_FROM ?? null,
    voiceFrom: settings.VOICE_FROM?.[0] ?? null,
    voiceNumbers: settings.VOICE_FROM ?? [],
    // Customs says in public that it starts no text conversation: answering is off until the office turns it on.
    smsReply: settings.SMS_REPLY ?? false,
    // A third party hears the voice: off until the office turns it on.
    transcription: settings.TWILIO_TRANSCRIPTION ?? false,
  };
}

function mailConfig(settings: Settings): MailConfig | null {
  const from = settings.MAIL_FROM;
  if (!from) return null;
  if (settings.RESEND_API_KEY)
    return { kind: "resend", apiKey: settings.RESEND_API_KEY, apiUrl: settings.RESEND_API_URL, from };
  return settings.SMTP_URL ? { kind: "smtp", url: settings.SMTP_URL, from } : null;
}
