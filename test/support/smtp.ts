import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** An answer of the server instead of taking the mail, e.g. `[550, "no such user"]`. */
type Refusal = [status: number, sentence: string];

export interface TestSmtp {
  url: string;
  mails: { parsed: ParsedMail; raw: string; to: string[] }[];
  /** Refusals for the next mails' content, one each; then mails are taken again. */
  refuseData: Refusal[];
  /** Refusals by address. */
  refuseTo: Map<string, Refusal>;
  /** Logins that were offered; the password `wrong` is not taken. */
  logins: string[];
  /** Waits until this many mails have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server without TLS on a free port of this machine. */
export async function startSmtp({ host = "127.0.0.1", port = 0 } = {}): Promise<TestSmtp> {
  const mails: TestSmtp["mails"] = [];
  const refuseData: Refusal[] = [];
  const refuseTo: TestSmtp["refuseTo"] = new Map();
  const logins: string[] = [];
  const refusal = ([status, sentence]: Refusal) =>
    Object.assign(new Error(sentence), { responseCode: status });
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth({ username, password }, _session, done) {
      logins.push(username ?? "");
      if (password === "wrong") done(refusal([535, `no such login: ${username}`]));
      else done(null, { user: username });
    },
    onRcptTo({ address }, _session, done) {
      const refused = refuseTo.get(address);
      done(refused ? refusal(refused) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const next = refuseData.shift();
        if (next) return done(refusal(next));
        const raw = Buffer.concat(chunks).toString();
        mails.push({
          parsed: await simpleParser(raw),
          raw,
          to: session.envelope.rcptTo.map((to) => to.address),
        });
        done();
      });
    },
  });
  // A client that hangs up in the middle is not the server's failure.
  server.on("error", () => undefined);
  server.listen(port, host);
  await once(server.server, "listening");
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${host}:${taken}`,
    mails,
    refuseData,
    refuseTo,
    logins,
    async received(count) {
      const giveUp = Date.now() + 30_000;
      while (mails.length < count) {
        if (Date.now() > giveUp) throw new Error(`${mails.length} mails came, not ${count}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
