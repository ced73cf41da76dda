import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSmtpMailer } from "../../functions/notifications/smtp-mailer.ts";
import type { Mail, Mailer } from "../../functions/service/worker-ports.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";

const mail: Mail = {
  key: "0192aaaa-0000-7000-8000-000000000001.0192aaaa-0000-7000-8000-000000000002",
  to: ["desk@customs.example", "night@customs.example"],
  subject: "通報 A 横浜税関 / Tip A, Yokohama Customs",
  text: "緊急度 A の通報があります。\n",
};

let smtp: TestSmtp;
let mailer: Mailer;
beforeEach(async () => {
  smtp = await startSmtp();
  mailer = createSmtpMailer(smtp.url, "Tip line <line@customs.example>");
});
afterEach(async () => {
  mailer.close();
  await smtp.close();
});

describe("mail by SMTP", () => {
  it("arrives as it was written, marked as sent by a machine, under an id made of its key", async () => {
    expect(await mailer.send(mail)).toEqual({ kind: "sent", refused: 0 });
    const [received] = smtp.mails;
    expect(received?.to).toEqual(mail.to);
    expect(received?.parsed.subject).toBe(mail.subject);
    expect(received?.parsed.text).toBe(mail.text);
    expect(received?.parsed.from?.text).toBe('"Tip line" <line@customs.example>');
    expect(received?.parsed.messageId).toBe(`<${mail.key}@customs.example>`);
    expect(received?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(received?.raw).not.toMatch(/x-mailer|nodemailer/i);
  });

  it("is the same mail when it is sent again", async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    expect(new Set(smtp.mails.map(({ parsed }) => parsed.messageId)).size).toBe(1);
  });

  it("is put off when the server is busy, and goes through when it is not", async () => {
    smtp.refuseData.push([451, "try later, desk@customs.example"]);
    expect(await mailer.send(mail)).toEqual({ kind: "later", code: "smtp_451" });
    expect(await mailer.send(mail)).toEqual({ kind: "sent", refused: 0 });
  });

  it("is refused for good when the server will not have it, and the code names no address", async () => {
    smtp.refuseData.push([554, "desk@customs.example is not welcome"]);
    expect(await mailer.send(mail)).toEqual({ kind: "refused", code: "smtp_554" });
  });

  it("counts the addresses that were turned away while another was not", async () => {
    smtp.refuseTo.set("night@customs.example", [550, "no such user"]);
    expect(await mailer.send(mail)).toEqual({ kind: "sent", refused: 1 });
    expect(smtp.mails[0]?.to).toEqual(["desk@customs.example"]);
  });

  it("is refused when no address is known, but put off while one may still be", async () => {
    smtp.refuseTo.set("night@customs.example", [550, "no such user"]);
    smtp.refuseTo.set("desk@customs.example", [550, "no such user"]);
    expect(await mailer.send(mail)).toEqual({ kind: "refused", code: "smtp_550" });
    smtp.refuseTo.set("desk@customs.example", [450, "mailbox busy"]);
    expect(await mailer.send(mail)).toEqual({ kind: "later", code: "smtp_450" });
  });

  it("is put off while the server is away", async () => {
    const nobody = createSmtpMailer("smtp://127.0.0.1:1", "line@customs.example");
    expect(await nobody.send(mail)).toEqual({ kind: "later", code: "ESOCKET" });
    nobody.close();
  });

  it("is put off when the login is not taken, so that the office can put it right", async () => {
    const login = createSmtpMailer(smtp.url.replace("//", "//line:wrong@"), "line@customs.example");
    expect(await login.send(mail)).toEqual({ kind: "later", code: "smtp_535" });
    login.close();
  });

  it("offers its login to another machine only over TLS, unless the address says otherwise", async () => {
    const other = await startSmtp({ host: "127.0.0.2" });
    const url = other.url.replace("//", "//line:secret@");
    const careful = createSmtpMailer(url, "line@customs.example");
    expect(await careful.send(mail)).toMatchObject({ kind: "later" });
    expect(other.logins).toEqual([]);
    const told = createSmtpMailer(`${url}?requireTLS=false`, "line@customs.example");
    expect(await told.send(mail)).toEqual({ kind: "sent", refused: 0 });
    expect(other.logins).toEqual(["line"]);
    careful.close();
    told.close();
    await other.close();
  });
});
