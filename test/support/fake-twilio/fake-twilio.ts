/**
 * A telephone provider for tests: stateful and strict. It signs its webhooks with the real library, follows TwiML as
 * Twilio would, and serves its REST interface. Nothing of the program under test is replaced.
 */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { type Call, FakeCall, type Line, type Officer, sid } from "./call.ts";
import { FakeCalls } from "./calls.ts";
import type { Deed } from "./deeds.ts";
import { FakeMediaStore } from "./media.ts";
import { FakeMessages } from "./messages.ts";
import { FakeNumbers } from "./numbers.ts";
import { FakeRecordings } from "./recordings.ts";
import { answerJson, authorised, type RestAnswer, splitTarget } from "./rest.ts";
import type { TranscriptionOptions } from "./transcriptions.ts";
import { parseTwiml } from "./twiml.ts";

export type { Call } from "./call.ts";
export {
  type Deed,
  hangup,
  press,
  pressFor,
  silence,
  sound,
  talk,
  talkAndHangup,
  tell,
  tellAndHangup,
} from "./deeds.ts";

export interface FakeTwilioOptions {
  publicUrl: string;
  authToken: string;
  accountSid: string;
  /** How often each recording callback is delivered; 1 unless told. */
  repeat?: number;
  /** When a recording's callback comes; after the action unless told. */
  callbacks?: Line["callbacks"]["when"];
  /** What happens at an officer's telephone; nobody answers unless told. */
  officer?: (number: string) => Officer;
  /** What becomes of the callbacks of real-time transcription. */
  transcription?: TranscriptionOptions;
  /** Whether connection overrides count as part of a signed address. */
  signOverrides?: boolean;
  /** Asks over a socket by default; a test may answer in-process. */
  send?: (request: Request) => Response | Promise<Response>;
}

/** Twilio gives up on a webhook after this long. */
const patienceMs = 15_000;

export class FakeTwilio {
  readonly recordings: FakeRecordings;
  readonly numbers: FakeNumbers;
  readonly calls: FakeCalls;
  readonly media = new FakeMediaStore();
  readonly messages: FakeMessages;
  apiUrl = "";
  accountStatus: "active" | "suspended" | "closed" = "active";
  /** Every REST request that came, in order. */
  readonly asked: { method: string; path: string; authorised: boolean }[] = [];
  private readonly options: FakeTwilioOptions;
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      this.rest(request.method ?? "GET", request.url ?? "", request.headers.authorization, body)(response);
    });
  });

  private constructor(options: FakeTwilioOptions) {
    this.options = options;
    this.recordings = new FakeRecordings(options.accountSid);
    this.numbers = new FakeNumbers(options.accountSid);
    this.calls = new FakeCalls(options.accountSid);
    this.messages = new FakeMessages(options.accountSid, this.media);
  }

  static async start(options: FakeTwilioOptions): Promise<FakeTwilio> {
    const fake = new FakeTwilio(options);
    await new Promise<void>((resolve) => fake.server.listen(0, "127.0.0.1", resolve));
    fake.apiUrl = `http://127.0.0.1:${(fake.server.address() as AddressInfo).port}`;
    return fake;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Places a call to the line and does what `deeds` say, one whenever the program listens; then hangs up. */
  async call(deeds: readonly Deed[], from = "+818000000000"): Promise<Call> {
    const line: Line = {
      post: (url, fields) => this.post(url, fields),
      get: (url) => this.send(new Request(url)),
      recordings: this.recordings,
      officer: this.options.officer ?? (() => "no-answer"),
      transcription: this.options.transcription ?? {},
      callbacks: { times: this.options.repeat ?? 1, when: this.options.callbacks ?? "after" },
    };
    const ended = await new FakeCall(line, deeds, from).run(`${this.options.publicUrl}/twilio/voice`);
    const facts = { CallSid: ended.sid, CallStatus: "completed", From: from, CallDuration: "60" };
    const noted = await this.post(`${this.options.publicUrl}/twilio/voice/status`, facts);
    if (!noted.ok) throw new Error(`the call's end was not taken: ${noted.status}`);
    return ended;
  }

  /** Sends a text message to the line; returns the answer's messages. `sentAt`: then, and no hook was there to take it. */
  async message(
    body: string,
    options: {
      from?: string;
      sid?: string;
      media?: { sid: string; type: string; bytes?: Buffer }[];
      sentAt?: Date;
    } = {},
  ): Promise<{ sid: string; status: number; answers: string[] }> {
    const media = options.media ?? [];
    const messageSid = options.sid ?? sid(media.length > 0 ? "MM" : "SM");
    this.messages.bySid.set(messageSid, {
      sid: messageSid,
      from: options.from ?? "+818000000000",
      to: "+815000000000",
      body,
      files: media.length,
      direction: "inbound",
      sentAt: options.sentAt ?? new Date(),
    });
    const fields: Record<string, string> = {
      AccountSid: this.options.accountSid,
      MessageSid: messageSid,
      SmsSid: messageSid,
      From: options.from ?? "+818000000000",
      To: "+815000000000",
      Body: body,
      NumMedia: String(media.length),
      NumSegments: "1",
    };
    media.forEach((file, index) => {
      const path = `/2010-04-01/Accounts/${this.options.accountSid}/Messages/${messageSid}/Media/${file.sid}`;
      fields[`MediaUrl${index}`] = `https://api.twilio.com${path}`;
      fields[`MediaContentType${index}`] = file.type;
      this.media.add(messageSid, { bytes: Buffer.from("a file"), ...file });
    });
    if (options.sentAt) return { sid: messageSid, status: 502, answers: [] };
    const answer = await this.post(`${this.options.publicUrl}/twilio/sms`, fields);
    const text = await answer.text();
    const said = answer.ok ? parseTwiml(text).filter((verb) => verb.name === "Message") : [];
    return { sid: messageSid, status: answer.status, answers: said.map((verb) => verb.text) };
  }

  /** A signed webhook request, as Twilio would send it, and again as often as the overrides in `url` ask for. */
  async post(url: string, fields: Record<string, string>): Promise<Response> {
    const [address = "", overrides = ""] = url.split("#");
    const retries = Number(new URLSearchParams(overrides).get("rc") ?? 0);
    const signed = this.options.signOverrides ? url : address;
    let answer: Response;
    let left = retries;
    do {
      answer = await this.send(
        new Request(address, {
          method: "POST",
          headers: {
            "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
            "user-agent": "TwilioProxy/1.1",
            "x-twilio-signature": getExpectedTwilioSignature(this.options.authToken, signed, fields),
            "i-twilio-idempotency-token": randomBytes(8).toString("hex"),
          },
          body: new URLSearchParams(fields).toString(),
          signal: AbortSignal.timeout(patienceMs),
        }),
      );
      left -= 1;
    } while (answer.status >= 500 && left >= 0);
    return answer;
  }

  private async send(request: Request): Promise<Response> {
    return (this.options.send ?? fetch)(request);
  }

  private rest(method: string, target: string, credentials: string | undefined, body: string): RestAnswer {
    const stored = this.media.serve(target, credentials);
    if (stored) return stored;
    const known = authorised(credentials, this.options);
    const { path, query } = splitTarget(target, this.options.accountSid);
    this.asked.push({ method, path, authorised: known });
    if (!known) return problem(20003, "Authenticate", 401);
    if (method === "GET" && path === ".json")
      return answerJson(200, { sid: this.options.accountSid, status: this.accountStatus, type: "Full" });
    return (
      this.recordings.answer(method, path, query) ??
      this.numbers.answer(method, path, query, body) ??
      this.calls.answer(method, path) ??
      this.media.answer(method, path) ??
      this.messages.answer(method, path, query) ??
      problem(20404, "The requested resource was not found", 404)
    );
  }
}

function problem(code: number, message: string, status: number): RestAnswer {
  return answerJson(status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}
