import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSmtpMailer } from "../../functions/notifications/smtp-mailer.ts";
import type { Mailer } from "../../functions/service/worker-ports.ts";
import { hostileWords } from "../examples/hostile/hostile.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";

let smtp: TestSmtp;
let mailer: Mailer;
beforeAll(async () => {
  smtp = await startSmtp();
  mailer = createSmtpMailer(smtp.url, "Tip line <line@customs.example>");
});
afterAll(async () => {
  mailer?.close();
  await smtp?.close();
});

/** What would begin a header or a body of its own. */
const injected = [
  "x\r\nBcc: thief@evil.example",
  "x\nBcc: thief@evil.example",
  "x\rBcc: thief@evil.example",
  "x\r\n\r\n<b>MARK</b>",
  "x\u2028Bcc: thief@evil.example\u0085Cc: thief@evil.example",
  "=?utf-8?B?DQpCY2M6IHRoaWVmQGV2aWwuZXhhbXBsZQ==?=",
  "x\r\n.\r\nMAIL FROM:<thief@evil.example>\r\nRCPT TO:<thief@evil.example>\r\nDATA",
  "{link} {id} {region}",
];
const headers = [
  "auto-submitted",
  "content-transfer-encoding",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "subject",
  "to",
];

describe("a mail whose every word is hostile", () => {
  const corpus = [...injected, ...hostileWords().map(({ words }) => words)];

  it("has the headers of any other, goes to nobody else, and its words are words in its body", async () => {
    for (const words of corpus) {
      smtp.mails.length = 0;
      const sent = await mailer.send({
        key: "0192aaaa.0192bbbb",
        to: ["desk@customs.example"],
        subject: words,
        text: words,
      });
      expect(sent, words).toEqual({ kind: "sent", refused: 0 });
      expect(smtp.mails).toHaveLength(1);
      const [mail] = smtp.mails;
      expect(mail?.to).toEqual(["desk@customs.example"]);
      expect([...(mail?.parsed.headers.keys() ?? [])].sort(), words).toEqual(headers);
      const [head = ""] = (mail?.raw ?? "").split("\r\n\r\n");
      expect(head.match(/^[\w-]+:/gm)?.length, words).toBe(headers.length);
      expect(mail?.parsed.headers.get("content-type"), words).toMatchObject({ value: "text/plain" });
      const plain = (text: string) => text.replace(/\r\n?/g, "\n").toWellFormed().trim();
      expect(plain(mail?.parsed.text ?? ""), words).toBe(plain(words));
    }
  });
});
