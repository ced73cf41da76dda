/** Recordings as Twilio's `/Recordings` serves them, with the mishaps that real ones meet. */
import type { ServerResponse } from "node:http";
import { answerJson, page, type RestAnswer, tooMany } from "./rest.ts";

/** What the next requests for a recording's audio get before it is served, e.g. `["404", "500", "truncated"]`. */
export type Mishap = "404" | "429" | "500" | "slow" | "stall" | "truncated" | "garbage";

export interface FakeRecording {
  sid: string;
  callSid: string;
  seconds: number;
  audio: Buffer;
  mishaps: Mishap[];
  fetched: number;
  deleted: boolean;
  /** When it was made; long ago unless told. */
  madeAt?: Date;
  /** What the resource says of an encrypted one; its `audio` is then the encrypted bytes. */
  encryption?: Record<string, string>;
}

export class FakeRecordings {
  readonly bySid = new Map<string, FakeRecording>();
  readonly accountSid: string;
  /** DELETE requests that are refused with 500 before one succeeds. */
  deleteFailures = 0;
  /** DELETE requests that are refused with 429 before one succeeds, and how long they ask to be left alone. */
  deleteTooMany: { times: number; afterSeconds?: number } = { times: 0 };
  /** How many DELETE requests came. */
  deletesAsked = 0;

  constructor(accountSid: string) {
    this.accountSid = accountSid;
  }

  answer(method: string, path: string, query: URLSearchParams): RestAnswer | undefined {
    if (method === "GET" && path === "/Recordings.json") return this.list(query);
    const [, sid = "", suffix = ""] = /^\/Recordings\/(RE[0-9a-f]{32})(\.wav|\.json)?$/.exec(path) ?? [];
    const recording = this.bySid.get(sid);
    if (!recording || recording.deleted) return undefined;
    if (method === "DELETE") return this.remove(recording);
    if (method !== "GET") return undefined;
    if (suffix === ".json") return answerJson(200, this.metadata(recording));
    recording.fetched += 1;
    return (response) => serveAudio(recording, response);
  }

  /** The resource as the published description shapes it (`api.v2010.account.recording`). */
  metadata(recording: FakeRecording): Record<string, unknown> {
    const path = `/2010-04-01/Accounts/${this.accountSid}/Recordings/${recording.sid}`;
    return {
      account_sid: this.accountSid,
      api_version: "2010-04-01",
      call_sid: recording.callSid,
      conference_sid: null,
      date_created: recording.madeAt?.toUTCString() ?? "Fri, 20 Nov 2026 13:10:00 +0000",
      date_updated: "Fri, 20 Nov 2026 13:11:00 +0000",
      start_time: "Fri, 20 Nov 2026 13:10:00 +0000",
      duration: String(recording.seconds),
      sid: recording.sid,
      price: null,
      price_unit: "USD",
      status: "completed",
      channels: 1,
      source: "RecordVerb",
      error_code: null,
      uri: `${path}.json`,
      encryption_details: recording.encryption ?? null,
      subresource_uris: {},
      media_url: `https://api.twilio.com${path}`,
    };
  }

  private list(query: URLSearchParams): RestAnswer {
    const call = query.get("CallSid");
    const found = [...this.bySid.values()].filter(
      (each) => !each.deleted && (!call || each.callSid === call),
    );
    const items = found.map((each) => this.metadata(each));
    return answerJson(200, page(`/Accounts/${this.accountSid}/Recordings.json`, "recordings", items));
  }

  private remove(recording: FakeRecording): RestAnswer {
    this.deletesAsked += 1;
    if (this.deleteTooMany.times > 0) {
      this.deleteTooMany.times -= 1;
      return tooMany(this.deleteTooMany.afterSeconds);
    }
    if (this.deleteFailures > 0) {
      this.deleteFailures -= 1;
      return answerJson(500, { code: 20500, message: "Internal server error", status: 500 });
    }
    recording.deleted = true;
    return (response) => void response.writeHead(204).end();
  }
}

/** A piece every 20 ms. */
function drip(audio: Buffer, response: ServerResponse): void {
  const piece = Math.ceil(audio.length / 20);
  let at = 0;
  const timer = setInterval(() => {
    response.write(audio.subarray(at, at + piece));
    at += piece;
    if (at < audio.length) return;
    clearInterval(timer);
    response.end();
  }, 20);
  response.on("close", () => clearInterval(timer));
}

function serveAudio(recording: FakeRecording, response: ServerResponse): void {
  const headers = { "content-type": "audio/x-wav" };
  switch (recording.mishaps.shift()) {
    case undefined:
      response.writeHead(200, { ...headers, "content-length": recording.audio.length }).end(recording.audio);
      return;
    case "404":
      answerJson(404, { code: 20404, message: "The requested resource was not found", status: 404 })(
        response,
      );
      return;
    case "429":
      tooMany(1)(response);
      return;
    case "500":
      response.writeHead(500, { "content-type": "text/html" }).end("<html>Server error</html>");
      return;
    case "garbage":
      response.writeHead(200, headers).end("<html>not audio</html>");
      return;
    case "truncated":
      response.writeHead(200, headers).end(recording.audio.subarray(0, recording.audio.length / 2));
      return;
    case "slow":
      drip(
        recording.audio,
        response.writeHead(200, { ...headers, "content-length": recording.audio.length }),
      );
      return;
    case "stall":
      response.writeHead(200, { ...headers, "content-length": recording.audio.length });
      response.write(recording.audio.subarray(0, 100));
      setTimeout(() => response.destroy(), 300);
  }
}
