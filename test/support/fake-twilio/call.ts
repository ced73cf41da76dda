/** One call: follows TwiML as Twilio would, with a person at the other end. */
import { randomBytes } from "node:crypto";
import { type Deed, hangup } from "./deeds.ts";
import type { FakeRecordings } from "./recordings.ts";
import { FakeTranscriptions, type TranscriptionOptions } from "./transcriptions.ts";
import { parseTwiml, type Verb } from "./twiml.ts";
import { wave } from "./wave.ts";

export interface Call {
  sid: string;
  /** Everything the caller heard, in order. `voice` is the language of a voice, or `recorded`. */
  heard: { voice: string; text: string }[];
  /** The path of every document asked for, in order: where the call went. */
  path: string[];
  recordings: string[];
  /** Whom the caller was put through to, or might have been, and what each heard and saw. */
  dialled: { number: string; callerId: string; heard: string; together: boolean }[];
  /** The sound of what was played and is no prompt: the call's own recordings. */
  played: Buffer[];
  ended: "hung up by us" | "hung up by caller" | "document ended" | "rejected";
}

export interface Line {
  /** Asks the program with a signature; `url` may end in connection overrides. */
  post(url: string, fields: Record<string, string>): Promise<Response>;
  /** Fetches a file that is to be played. */
  get(url: string): Promise<Response>;
  recordings: FakeRecordings;
  /** What happens at the telephone of an officer who is called. */
  officer(number: string): Officer;
  /** How often a recording's callback comes, and when: before its action, after it, or after the call. */
  transcription: TranscriptionOptions;
  callbacks: { times: number; when: "before" | "after" | "end" };
}

export type Officer = "takes" | "declines" | "busy" | "no-answer" | "failed";

interface Document {
  url: string;
  verbs: Verb[];
}

export const sid = (prefix: string): string => `${prefix}${randomBytes(16).toString("hex")}`;

/** A caller who is asked more often than this is being sent in circles. */
const mostDocuments = 90;

export class FakeCall {
  readonly call: Call = {
    sid: sid("CA"),
    heard: [],
    path: [],
    recordings: [],
    dialled: [],
    played: [],
    ended: "document ended",
  };
  private readonly line: Line;
  private readonly deeds: Deed[];
  private readonly base: Record<string, string>;
  private readonly late: (() => Promise<void>)[] = [];
  private readonly transcriptions: FakeTranscriptions;

  constructor(line: Line, deeds: readonly Deed[], from: string) {
    this.line = line;
    this.deeds = [...deeds];
    this.base = {
      AccountSid: line.recordings.accountSid,
      ApiVersion: "2010-04-01",
      CallSid: this.call.sid,
      From: from,
      To: "+81120461961",
      Direction: "inbound",
      CallStatus: "in-progress",
    };
    this.transcriptions = new FakeTranscriptions(this.base, line.transcription, (url, fields) =>
      line.post(url, fields),
    );
  }

  async run(url: string): Promise<Call> {
    let document: Document | undefined = await this.ask(url, { ...this.base, CallStatus: "ringing" });
    for (let count = 0; document; count += 1) {
      if (count > mostDocuments) throw new Error("the call went round in circles");
      document = await this.follow(document);
    }
    await this.transcriptions.stop();
    for (const deliver of this.late) await deliver();
    return this.call;
  }

  private async ask(url: string, fields: Record<string, string>): Promise<Document> {
    const answer = await this.line.post(url, fields);
    if (!answer.ok) throw new Error(`Twilio would say "an application error has occurred": ${answer.status}`);
    if (!/^(text|application)\/xml\b/.test(answer.headers.get("content-type") ?? ""))
      throw new Error("not TwiML by its type");
    this.call.path.push(new URL(url).pathname);
    return { url, verbs: parseTwiml(await answer.text()) };
  }

  /** Follows one document; the next one, or nothing when the call has ended. */
  private async follow({ url, verbs }: Document): Promise<Document | undefined> {
    const address = (relative: string) => new URL(relative || url, url).href;
    for (const verb of verbs) {
      switch (verb.name) {
        case "Say":
        case "Play":
        case "Pause":
          await this.hear(verb, address);
          break;
        case "Hangup":
          return this.end("hung up by us");
        case "Reject":
          return this.end("rejected");
        case "Redirect":
          return this.ask(address(verb.text.trim()), this.base);
        case "Gather": {
          const onward = await this.gather(verb, address);
          if (onward !== "go on") return onward;
          break;
        }
        case "Start":
          for (const child of verb.children) this.transcriptions.start(child);
          break;
        case "Stop":
          for (const child of verb.children) await this.transcriptions.stop(child.attributes.name ?? "");
          break;
        case "Dial":
          return this.dial(verb, address);
        case "Record": {
          const onward = await this.record(verb, address);
          if (onward !== "go on") return onward;
          break;
        }
        default:
          throw new Error(`the fake does not follow <${verb.name}>`);
      }
    }
    return undefined;
  }

  private end(how: Call["ended"]): undefined {
    this.call.ended = how;
  }

  private async gather(
    verb: Verb,
    address: (relative: string) => string,
  ): Promise<Document | undefined | "go on"> {
    for (const child of verb.children) await this.hear(child, address);
    const next = this.deeds[0] ?? hangup();
    const talking = "speak" in next || "speakAndHangup" in next;
    // One second is no time to answer in: whoever is silent there, or about to talk, waits for the tone.
    const short = Number(verb.attributes.timeout ?? 5) <= 1;
    if (!talking && !(short && "silence" in next)) this.deeds.shift();
    if ("hangup" in next) return this.end("hung up by caller");
    const pressed = "press" in next ? next.press : "pressFor" in next ? next.pressFor(this.call.sid) : "";
    const finish = verb.attributes.finishOnKey ?? "#";
    const end = finish === "" ? -1 : [...pressed].findIndex((key) => finish.includes(key));
    const digits = (end < 0 ? pressed : pressed.slice(0, end)).slice(
      0,
      Number(verb.attributes.numDigits ?? 99),
    );
    if (digits === "" && verb.attributes.actionOnEmptyResult !== "true") return "go on";
    return this.ask(address(verb.attributes.action ?? ""), { ...this.base, Digits: digits });
  }

  /** Rings one officer, lets them hear the whisper, and asks the action how it went. */
  private async dial(verb: Verb, address: (relative: string) => string): Promise<Document> {
    const [called] = verb.children;
    if (!called || verb.children.length !== 1) throw new Error("<Dial> without one number");
    const officer = this.line.officer(called.text);
    let together = false;
    let heard = "";
    if (officer === "takes" || officer === "declines") {
      const child = {
        ...this.base,
        CallSid: sid("CA"),
        ParentCallSid: this.call.sid,
        From: verb.attributes.callerId ?? "",
      };
      const spoken = parseTwiml(
        await (await this.line.post(address(called.attributes.url ?? ""), child)).text(),
      );
      const gather = spoken.find((each) => each.name === "Gather");
      heard = (gather?.children ?? []).map((each) => each.text).join(" ");
      const key = { ...child, Digits: officer === "takes" ? "1" : "" };
      const answer =
        officer === "takes"
          ? parseTwiml(await (await this.line.post(address(gather?.attributes.action ?? ""), key)).text())
          : spoken;
      together = !answer.some((each) => each.name === "Hangup");
    }
    this.call.dialled.push({
      number: called.text,
      callerId: verb.attributes.callerId ?? "",
      heard,
      together,
    });
    if (together && verb.attributes.record) {
      const fields = this.newRecording(verb, { speak: 2, endBy: "", mishaps: [] });
      const to = address(verb.attributes.recordingStatusCallback ?? "");
      await this.line.post(to, { CallSid: this.call.sid, ...fields, RecordingStatus: "completed" });
    }
    return this.ask(address(verb.attributes.action ?? ""), {
      ...this.base,
      DialCallStatus: officer === "takes" || officer === "declines" ? "completed" : officer,
      DialBridged: String(together),
    });
  }

  private async record(
    verb: Verb,
    address: (relative: string) => string,
  ): Promise<Document | undefined | "go on"> {
    const deed = this.deeds.shift() ?? hangup();
    if ("hangup" in deed) return this.end("hung up by caller");
    // A key pressed at once, or no sound at all: an empty recording makes no action request.
    if ("silence" in deed || "press" in deed || "pressFor" in deed) return "go on";
    if (!verb.attributes.action) throw new Error("<Record> without action asks the same document for ever");
    const gone = "speakAndHangup" in deed;
    this.transcriptions.hear(deed.words ?? []);
    const fields = this.newRecording(verb, deed);
    const callback = async () => {
      const to = verb.attributes.recordingStatusCallback;
      for (let time = 0; to && time < this.line.callbacks.times; time += 1) {
        await this.line.post(address(to), {
          AccountSid: this.line.recordings.accountSid,
          CallSid: this.call.sid,
          ...fields,
          RecordingStatus: "completed",
          RecordingChannels: "1",
          RecordingSource: "RecordVerb",
        });
      }
    };
    if (this.line.callbacks.when === "before") await callback();
    const key = gone ? "hangup" : (verb.attributes.finishOnKey ?? "#").includes(deed.endBy) ? deed.endBy : "";
    const onward =
      gone && !deed.actionToo
        ? undefined
        : await this.ask(address(verb.attributes.action), { ...this.base, ...fields, Digits: key });
    if (this.line.callbacks.when === "after") await callback();
    if (this.line.callbacks.when === "end") this.late.push(callback);
    return gone ? this.end("hung up by caller") : onward;
  }

  private newRecording(
    verb: Verb,
    deed: Extract<Deed, { speak: number } | { speakAndHangup: number }>,
  ): Record<string, string> {
    const spoken = "speak" in deed ? deed.speak : deed.speakAndHangup;
    const seconds = Math.min(spoken, Number(verb.attributes.maxLength ?? 3600));
    const recording = {
      sid: sid("RE"),
      callSid: this.call.sid,
      seconds,
      audio: ("audio" in deed && deed.audio) || wave(Math.min(seconds, 3)),
      mishaps: [...deed.mishaps],
      fetched: 0,
      deleted: false,
    };
    this.line.recordings.bySid.set(recording.sid, recording);
    this.call.recordings.push(recording.sid);
    return {
      RecordingSid: recording.sid,
      RecordingDuration: String(seconds),
      // Whoever fetches from a posted address goes to a stranger.
      RecordingUrl: `https://attacker.example/${recording.sid}`,
    };
  }

  private async hear(verb: Verb, address: (relative: string) => string): Promise<void> {
    if (verb.name === "Pause") return;
    if (verb.name === "Play") {
      const answer = await this.line.get(address(verb.text.trim()));
      const type = answer.headers.get("content-type") ?? "";
      if (!answer.ok || !/^audio\/(mpeg|wav|x-wav|wave)/.test(type))
        throw new Error(`<Play>: ${answer.status} ${type}`);
      if (type.startsWith("audio/wav")) this.call.played.push(Buffer.from(await answer.arrayBuffer()));
    }
    const voice = verb.name === "Play" ? "recorded" : (verb.attributes.language ?? "en-US");
    this.call.heard.push({ voice, text: verb.text.trim() });
  }
}
