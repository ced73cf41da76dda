/**
 * A telephone provider for tests: stateful and strict. It signs its webhooks with the real library, follows TwiML as
 * Twilio would, and serves recordings by REST. Nothing of the program under test is replaced.
 */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { FakeRecordings, type Mishap } from "./recordings.ts";
import { parseTwiml, type Verb } from "./twiml.ts";
import { wave } from "./wave.ts";

/** What the person on the line does when the program listens. */
export type Deed =
  | { press: string }
  | { speak: number; mishaps?: Mishap[] }
  | { silence: true }
  | { hangup: true }
  /** Speaks, and the line is cut before the recording's action request could be answered. */
  | { speakAndHangup: number; mishaps?: Mishap[] };

export const press = (digits: string): Deed => ({ press: digits });
export const talk = (seconds: number, mishaps: Mishap[] = []): Deed => ({ speak: seconds, mishaps });
export const silence = (): Deed => ({ silence: true });
export const hangup = (): Deed => ({ hangup: true });
export const talkAndHangup = (seconds: number, mishaps: Mishap[] = []): Deed => ({
  speakAndHangup: seconds,
  mishaps,
});

export interface Call {
  sid: string;
  /** Everything the caller heard, in order. */
  heard: { voice: string; text: string }[];
  recordings: string[];
  ended: "hung up by us" | "hung up by caller" | "document ended";
}

export interface FakeTwilioOptions {
  publicUrl: string;
  authToken: string;
  accountSid: string;
  /** How often each recording callback is delivered; 1 unless told. */
  repeat?: number;
  /** Asks over a socket by default; a test may answer in-process. */
  send?: (request: Request) => Response | Promise<Response>;
}

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString("hex")}`;
/** A caller who never stops being asked is a loop. */
const mostSteps = 30;

export class FakeTwilio {
  readonly recordings: FakeRecordings;
  apiUrl = "";
  private readonly options: FakeTwilioOptions;
  private readonly server = createServer((request, response) => this.recordings.answer(request, response));

  private constructor(options: FakeTwilioOptions) {
    this.options = options;
    this.recordings = new FakeRecordings(options.accountSid, options.authToken);
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
  async call(deeds: Deed[], from = "+818000000000"): Promise<Call> {
    const call: Call = { sid: sid("CA"), heard: [], recordings: [], ended: "document ended" };
    const base = {
      CallSid: call.sid,
      From: from,
      To: "+81120461961",
      Direction: "inbound",
      CallStatus: "in-progress",
    };
    const left = [...deeds];
    let document = await this.fetchTwiml(`${this.options.publicUrl}/twilio/voice`, base);
    for (let step = 0; step < mostSteps; step += 1) {
      const onward = await this.follow(call, document, base, left);
      if (!onward) return call;
      document = onward;
    }
    throw new Error("the call went round in circles");
  }

  /** Sends a text message to the line; returns the answer's messages. */
  async message(
    body: string,
    options: { from?: string; sid?: string } = {},
  ): Promise<{ sid: string; status: number; answers: string[] }> {
    const messageSid = options.sid ?? sid("SM");
    const fields = {
      MessageSid: messageSid,
      SmsSid: messageSid,
      From: options.from ?? "+818000000000",
      To: "+815000000000",
      Body: body,
      NumMedia: "0",
    };
    const answer = await this.post(`${this.options.publicUrl}/twilio/sms`, fields);
    const text = await answer.text();
    const answers = answer.ok
      ? parseTwiml(text)
          .filter((verb) => verb.name === "Message")
          .map((verb) => verb.text)
      : [];
    return { sid: messageSid, status: answer.status, answers };
  }

  /** A signed webhook request, as Twilio would send it. */
  async post(url: string, fields: Record<string, string>): Promise<Response> {
    const request = new Request(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "x-twilio-signature": getExpectedTwilioSignature(this.options.authToken, url, fields),
        "i-twilio-idempotency-token": randomBytes(8).toString("hex"),
      },
      body: new URLSearchParams(fields).toString(),
    });
    return (this.options.send ?? fetch)(request);
  }

  private async fetchTwiml(url: string, fields: Record<string, string>): Promise<Verb[]> {
    const answer = await this.post(url, fields);
    if (!answer.ok) throw new Error(`Twilio would say "an application error has occurred": ${answer.status}`);
    if (!/^(text|application)\/xml/.test(answer.headers.get("content-type") ?? ""))
      throw new Error("not TwiML by its type");
    return parseTwiml(await answer.text());
  }

  /** Follows one document; returns the next one, or nothing when the call has ended. */
  private async follow(
    call: Call,
    verbs: Verb[],
    base: Record<string, string>,
    deeds: Deed[],
  ): Promise<Verb[] | undefined> {
    for (const verb of verbs) {
      switch (verb.name) {
        case "Say":
        case "Play":
          this.hear(call, verb);
          break;
        case "Pause":
          break;
        case "Hangup":
          call.ended = "hung up by us";
          return undefined;
        case "Redirect":
          return this.fetchTwiml(verb.text, base);
        case "Gather": {
          for (const child of verb.children) this.hear(call, child);
          const deed = deeds.shift() ?? hangup();
          if ("hangup" in deed || "speakAndHangup" in deed) return this.callerLeft(call);
          const digits = "press" in deed ? deed.press.slice(0, Number(verb.attributes.numDigits ?? 99)) : "";
          if (digits !== "" || verb.attributes.actionOnEmptyResult === "true") {
            return this.fetchTwiml(required(verb, "action"), { ...base, Digits: digits });
          }
          break;
        }
        case "Record": {
          const onward = await this.record(call, verb, base, deeds.shift() ?? hangup());
          if (onward !== "silent") return onward;
          break;
        }
        default:
          throw new Error(`the fake does not know <${verb.name}>`);
      }
    }
    return undefined;
  }

  private async record(
    call: Call,
    verb: Verb,
    base: Record<string, string>,
    deed: Deed,
  ): Promise<Verb[] | undefined | "silent"> {
    if ("hangup" in deed) return this.callerLeft(call);
    // A key pressed at once or no sound at all: an empty recording makes no action request.
    if ("silence" in deed || "press" in deed) return "silent";
    const spoken = "speak" in deed ? deed.speak : deed.speakAndHangup;
    const seconds = Math.min(spoken, Number(verb.attributes.maxLength ?? 3600));
    const recording = {
      sid: sid("RE"),
      callSid: call.sid,
      seconds,
      audio: wave(Math.min(seconds, 3)),
      mishaps: [...(deed.mishaps ?? [])],
      fetched: 0,
      deleted: false,
    };
    this.recordings.bySid.set(recording.sid, recording);
    call.recordings.push(recording.sid);
    const left = "speakAndHangup" in deed;
    const fields = {
      ...base,
      RecordingSid: recording.sid,
      RecordingDuration: String(seconds),
      RecordingUrl: `https://attacker.example/${recording.sid}`,
    };
    const onward = left
      ? undefined
      : await this.fetchTwiml(required(verb, "action"), { ...fields, Digits: "#" });
    const callback = verb.attributes.recordingStatusCallback;
    for (let time = 0; callback && time < (this.options.repeat ?? 1); time += 1) {
      await this.post(callback, { ...fields, RecordingStatus: "completed", RecordingChannels: "1" });
    }
    if (left) return this.callerLeft(call);
    return onward;
  }

  private callerLeft(call: Call): undefined {
    call.ended = "hung up by caller";
  }

  private hear(call: Call, verb: Verb): void {
    call.heard.push({ voice: verb.attributes.language ?? "recorded", text: verb.text });
  }
}

function required(verb: Verb, attribute: string): string {
  const value = verb.attributes[attribute];
  // Without an action Twilio would ask for the same document again, for ever.
  if (!value) throw new Error(`<${verb.name}> without ${attribute}`);
  return value;
}
