import { z } from "zod";
import { DeskMailSetting } from "./desk-mail.ts";

// Every message says what to write and never repeats what was written: a mistyped secret must not reach a log.

const text = (rule: z.ZodType<string, string>) => rule.optional();

const port = (what: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, what)
    .transform(Number)
    .refine((value) => value <= 65_535, what);

const webAddress = (what: string) =>
  z
    .string()
    .refine((value) => {
      const url = URL.parse(value);
      return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
    }, what)
    .transform((value) => value.replace(/\/+$/, ""));

const database = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value),
    "write postgresql://login:password@host:5432/database",
  );

const phone = (what: string) => z.string().regex(/^\+[1-9]\d{6,14}$/, what);

const mailAddress = (what: string) =>
  z.string().regex(/^([^<>@\r\n]{0,100}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, what);

const yesOrNo = z
  .enum(["on", "off", "true", "false", "1", "0"], "write on or off")
  .transform((value) => ["on", "true", "1"].includes(value));

const list = <Rule extends z.ZodType<unknown, string>>(rule: Rule) =>
  z
    .string()
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .pipe(z.array(rule));

/** Every environment variable the program reads, one rule each; an empty value counts as not set. */
export const Settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "write an address to listen on, such as 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  PORT: port("write a port from 0 to 65535 (0: any free one)").default(8080),
  STAFF_PORT: port("write a port from 0 to 65535 (0: any free one)").default(8081),
  METRICS_PORT: port("write a port from 0 to 65535 (0: any free one), or leave it out").optional(),
  DATA_DIR: z.string().default("./data"),
  KEYS_DIR: z.string().optional(),
  DATABASE_URL: database.optional(),
  DATABASE_URL_PUBLIC: database.optional(),
  DATABASE_URL_STAFF: database.optional(),
  DATABASE_URL_WORKER: database.optional(),
  TRAINING_DATABASE_URL: database.optional(),
  PUBLIC_URL: webAddress("write the address people see, such as https://tips.customs.example").optional(),
  STAFF_URL: webAddress("write the address officers use, such as https://desk.customs.example").optional(),
  ROLE: z.enum(["all", "public", "staff", "worker"], "write all, public, staff or worker").default("all"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "write debug, info, warn, error or silent")
    .default("info"),
  TWILIO_ACCOUNT_SID: text(
    z.string().regex(/^AC[0-9a-fA-F]{32}$/, "write the account SID: AC and 32 hexadecimal digits"),
  ),
  TWILIO_AUTH_TOKEN: list(
    z
      .string()
      .regex(
        /^[\w-]{16,128}$/,
        "write the auth token; during a rotation the new and the old one, with a comma between",
      ),
  ).optional(),
  TWILIO_API_URL: webAddress("write an http or https address, or leave it out").default(
    "https://api.twilio.com",
  ),
  SMS_FROM: phone("write the text number with country code, such as +815000000000").optional(),
  VOICE_FROM: list(
    phone("write the telephone numbers with country code, commas between, such as +815000000000"),
  ).optional(),
  VOICE_FALLBACK_URL: webAddress(
    "write the https address of the document for when this program is down, such as a TwiML Bin's",
  ).optional(),
  DUTY_NUMBERS: list(phone("write numbers with country code, commas between")).optional(),
  SMS_REPLY: yesOrNo.optional(),
  TWILIO_TRANSCRIPTION: yesOrNo.optional(),
  RESEND_API_KEY: text(z.string().regex(/^\S{8,200}$/, "write the key as Resend shows it")),
  RESEND_API_URL: webAddress("write an http or https address, or leave it out").default(
    "https://api.resend.com",
  ),
  SMTP_URL: text(z.string().regex(/^smtps?:\/\/\S+$/, "write smtp://login:password@host:587 or smtps://…")),
  MAIL_FROM: mailAddress("write the sender, such as Tip line <line@customs.example>").optional(),
  DESK_MAIL: DeskMailSetting.optional(),
  EVIDENCE_S3_URL: text(
    z.string().regex(/^https?:\/\/\S+$/, "write the address of the S3-compatible bucket"),
  ),
  TRANSCRIBE_URL: webAddress("write the address of your speech-to-text server").optional(),
  TRANSLATE_URL: webAddress("write the address of your translation server").optional(),
  CONFIGURED: list(z.enum(["twilio", "mail"], "leave it out: the supervisor sets it")).optional(),
});

export type Settings = z.infer<typeof Settings>;
