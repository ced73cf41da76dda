import { describe, expect, test } from "vitest";
import { parseConfig } from "../../functions/config.ts";

const config = (env: Record<string, string>) => {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(parsed.problems.join("; "));
  return parsed.config;
};
const problems = (env: Record<string, string>): string[] => {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.problems;
};

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
  TWILIO_AUTH_TOKEN: `${"a".repeat(32)}, ${"b".repeat(32)}`,
  PUBLIC_URL: "https://tips.customs.example/",
};
const MAIL = { MAIL_FROM: "Tip line <line@customs.example>", DESK_MAIL: "desk@customs.example" };

describe("settings that are right", () => {
  test("with none set the program listens on this machine only, and telephone and mail are off", () => {
    expect(config({})).toMatchObject({
      host: "127.0.0.1",
      port: 8080,
      staffPort: 8081,
      metricsPort: null,
      databaseUrl: null,
      publicUrl: "http://127.0.0.1:8080",
      staffUrl: "http://127.0.0.1:8081",
      role: "all",
      twilio: null,
      mail: null,
      configured: { twilio: false, mail: false },
    });
  });

  test("an empty value counts as not set", () => {
    expect(config({ PORT: "", SMTP_URL: " ", ROLE: "" })).toEqual(config({}));
  });

  test("two tokens are read during a rotation, and an address loses the slash at its end", () => {
    const { twilio, publicUrl, configured } = config(TWILIO);
    expect(twilio?.authTokens).toEqual(["a".repeat(32), "b".repeat(32)]);
    expect(twilio).toMatchObject({ apiUrl: "https://api.twilio.com", smsFrom: null, voiceFrom: null });
    expect(publicUrl).toBe("https://tips.customs.example");
    expect(configured.twilio).toBe(true);
  });

  test("several telephone numbers are ours, and officers see the first", () => {
    const several = config({ ...TWILIO, VOICE_FROM: "+81120000001, +815000000002" }).twilio;
    expect(several?.voiceFrom).toBe("+81120000001");
    expect(several?.voiceNumbers).toEqual(["+81120000001", "+815000000002"]);
  });

  test("answering a text message is off until the office turns it on", () => {
    expect(config(TWILIO).twilio?.smsReply).toBe(false);
    expect(config({ ...TWILIO, SMS_REPLY: "on" }).twilio?.smsReply).toBe(true);
  });

  test("mail goes through Resend or through an SMTP server", () => {
    expect(config({ ...MAIL, RESEND_API_KEY: "re_12345678" }).mail).toMatchObject({ kind: "resend" });
    expect(config({ ...MAIL, SMTP_URL: "smtp://127.0.0.1:2525" }).mail).toMatchObject({ kind: "smtp" });
  });

  test("a role that is not given a secret still knows that it is configured", () => {
    expect(config({ CONFIGURED: "twilio" })).toMatchObject({
      twilio: null,
      configured: { twilio: true, mail: false },
    });
  });
});

describe("settings that are wrong", () => {
  test.each([
    [{ PORT: "80a" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "9000", STAFF_PORT: "9000" }, "STAFF_PORT"],
    [{ HOST: "http://x" }, "HOST"],
    [{ ROLE: "everything" }, "ROLE"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ DATABASE_URL: "mysql://h/d" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgresql://u:p@/d" }, "DATABASE_URL"],
    [
      { DATABASE_URL_STAFF: "postgresql://u:p@h/d" },
      "DATABASE_URL_PUBLIC, DATABASE_URL_STAFF, DATABASE_URL_WORKER",
    ],
    [{ ROLE: "worker" }, "DATABASE_URL_WORKER"],
    [{ PUBLIC_URL: "tips.customs.example" }, "PUBLIC_URL"],
    [{ PUBLIC_URL: "https://login:word@tips.customs.example" }, "PUBLIC_URL"],
    [{ ...TWILIO, TWILIO_AUTH_TOKEN: "" }, "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN"],
    [{ ...TWILIO, TWILIO_AUTH_TOKEN: " , " }, "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN"],
    [{ ...TWILIO, PUBLIC_URL: "" }, "PUBLIC_URL"],
    [{ ...TWILIO, SMS_FROM: "090-0000-0000" }, "SMS_FROM"],
    [{ DUTY_NUMBERS: "+815000000000, 110" }, "DUTY_NUMBERS"],
    [{ SMS_REPLY: "perhaps" }, "SMS_REPLY"],
    [{ ...MAIL, RESEND_API_KEY: "re_12345678", SMTP_URL: "smtp://h" }, "RESEND_API_KEY, SMTP_URL"],
    [{ SMTP_URL: "smtp://h", DESK_MAIL: "desk@customs.example" }, "MAIL_FROM"],
    [{ SMTP_URL: "smtp://h", MAIL_FROM: "line@customs.example" }, "DESK_MAIL"],
    [{ MAIL_FROM: "line@customs.example\r\nBcc: all@customs.example" }, "MAIL_FROM"],
  ])("%j is one line that names the variable", (env: Record<string, string>, name) => {
    const found = problems(env);
    expect(found).toHaveLength(1);
    expect(found[0]?.split(":")[0]).toBe(name);
    expect(found[0]).not.toContain("\n");
  });

  test("every problem is listed at once, and no value is repeated", () => {
    const secret = "S3cret-value";
    const env = {
      PORT: secret,
      TWILIO_ACCOUNT_SID: secret,
      SMTP_URL: secret,
      DATABASE_URL: secret,
      RESEND_API_KEY: "S3",
    };
    const found = problems(env);
    expect(found).toHaveLength(5);
    expect(found.join(" ")).not.toContain("S3");
  });
});
