/** Real-time transcription of one call: what Twilio's machine hears while it listens, told to the callback. */
import { randomBytes } from "node:crypto";
import type { Verb } from "./twiml.ts";

/** One utterance as the machine hears it. */
export interface Utterance {
  text: string;
  confidence: number;
}

type Fields = Record<string, string>;

export interface TranscriptionOptions {
  /** Changes order and number of the callbacks of one transcription; all once and in order unless told. */
  deliver?: (events: Fields[]) => Fields[];
}

interface Running {
  name: string;
  sid: string;
  url: string;
  language: string;
  events: Fields[];
}

export class FakeTranscriptions {
  private running: Running | undefined;
  private readonly names = new Set<string>();
  private readonly base: Fields;
  private readonly options: TranscriptionOptions;
  private readonly post: (url: string, fields: Fields) => Promise<unknown>;

  constructor(
    base: Fields,
    options: TranscriptionOptions,
    post: (url: string, fields: Fields) => Promise<unknown>,
  ) {
    this.base = base;
    this.options = options;
    this.post = post;
  }

  start({ attributes }: Verb): void {
    const {
      name = "",
      statusCallbackUrl: url = "",
      languageCode: language = "",
      partialResults,
    } = attributes;
    if (this.running) throw new Error("a transcription is running already");
    if (name === "" || this.names.has(name)) throw new Error("a transcription needs a name of its own");
    if (partialResults !== "false") throw new Error("half words are nobody's business");
    this.names.add(name);
    this.running = { name, sid: `GT${randomBytes(16).toString("hex")}`, url, language, events: [] };
    this.note({ TranscriptionEvent: "transcription-started", ProviderConfiguration: "{}" });
  }

  hear(utterances: readonly Utterance[]): void {
    for (const { text, confidence } of utterances) {
      const content = {
        TranscriptionEvent: "transcription-content",
        LanguageCode: this.running?.language ?? "",
        Track: "inbound_track",
      };
      // Asked for or not, a half result must change nothing.
      const half = JSON.stringify({ transcript: text.slice(0, 3), confidence: 0 });
      this.note({ ...content, TranscriptionData: half, Final: "false", Stability: "0.1" });
      const whole = JSON.stringify({ transcript: text, confidence });
      this.note({ ...content, TranscriptionData: whole, Final: "true" });
    }
  }

  async stop(name?: string): Promise<void> {
    if (name !== undefined && !this.names.has(name)) throw new Error(`no transcription is called ${name}`);
    if (!this.running || (name !== undefined && this.running.name !== name)) return;
    this.note({ TranscriptionEvent: "transcription-stopped" });
    const { url, events } = this.running;
    this.running = undefined;
    for (const fields of this.options.deliver?.(events) ?? events) await this.post(url, fields);
  }

  private note(fields: Fields): void {
    if (!this.running) return;
    this.running.events.push({
      AccountSid: this.base.AccountSid ?? "",
      CallSid: this.base.CallSid ?? "",
      TranscriptionSid: this.running.sid,
      Timestamp: new Date().toISOString(),
      SequenceId: String(this.running.events.length + 1),
      ...fields,
    });
  }
}
