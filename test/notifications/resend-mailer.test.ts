import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createResendMailer } from "../../functions/notifications/resend-mailer.ts";
import type { Mail, Mailer } from "../../functions/service/worker-ports.ts";

const mail: Mail = {
  key: "0192aaaa-0000-7000-8000-000000000001.0192aaaa-0000-7000-8000-000000000002",
  to: ["desk@customs.example"],
  subject: "通報 A",
  text: "緊急度 A の通報があります。\n",
};
const from = "Tip line <line@customs.example>";

interface Asked {
  method: string | undefined;
  path: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

let server: Server;
let mailer: Mailer;
let apiUrl: string;
let asked: Asked[];
/** What the next requests are answered instead of 200. */
let answers: { status: number; body: string }[];

beforeEach(async () => {
  asked = [];
  answers = [];
  server = createServer(async (request, response) => {
    const { method, url: path, headers } = request;
    asked.push({ method, path, headers, body: await json(request) });
    const { status, body } = answers.shift() ?? { status: 200, body: '{"id":"0192aaaa"}' };
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mailer = createResendMailer({ apiKey: "re_invented_key", apiUrl, from });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const failure = (status: number, name: string) => ({
  status,
  body: JSON.stringify({ statusCode: status, name, message: "desk@customs.example cannot" }),
});

describe("mail through Resend", () => {
  it("is posted once with key, addresses and words, and nothing else", async () => {
    expect(await mailer.send(mail)).toEqual({ kind: "sent", refused: 0 });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: "POST",
      path: "/emails",
      headers: { authorization: "Bearer re_invented_key", "content-type": "application/json" },
      body: {
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        headers: { "Auto-Submitted": "auto-generated" },
      },
    });
    expect(Object.keys(asked[0]?.body as object).sort()).toEqual([
      "from",
      "headers",
      "subject",
      "text",
      "to",
    ]);
  });

  it("carries the same idempotency key when it is the same mail, and another when its words changed", async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    await mailer.send({ ...mail, subject: "通報 B" });
    const keys = asked.map(({ headers }) => String(headers["idempotency-key"]));
    expect(keys[0]).toMatch(new RegExp(`^${mail.key}`));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(256);
  });

  it.each([
    [429, "rate_limit_exceeded"],
    [409, "concurrent_idempotent_requests"],
    [500, "internal_server_error"],
    [503, "service_unavailable"],
    [401, "restricted_api_key"],
    [403, "validation_error"],
  ])("is put off after %i %s, and the code names no address", async (status, name) => {
    answers.push(failure(status, name));
    expect(await mailer.send(mail)).toEqual({ kind: "later", code: `http_${status}` });
    expect(await mailer.send(mail)).toEqual({ kind: "sent", refused: 0 });
  });

  it.each([
    [400, "validation_error"],
    [422, "invalid_from_address"],
  ])("is refused for good after %i %s", async (status, name) => {
    answers.push(failure(status, name));
    expect(await mailer.send(mail)).toEqual({ kind: "refused", code: `http_${status}` });
  });

  it("is put off when the answer is no JSON or nobody answers", async () => {
    answers.push({ status: 502, body: "<html>bad gateway</html>" });
    expect(await mailer.send(mail)).toEqual({ kind: "later", code: "http_502" });
    const nobody = createResendMailer({ apiKey: "re_invented_key", apiUrl: "http://127.0.0.1:1", from });
    expect(await nobody.send(mail)).toMatchObject({ kind: "later" });
  });
});
