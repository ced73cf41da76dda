/** The REST half of the fake: recordings as Twilio's `/2010-04-01/Accounts/{Sid}/Recordings` serves them. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** What the next requests for a recording's audio get before it is served, e.g. `["404", "500", "truncated"]`. */
export type Mishap = "404" | "429" | "500" | "stall" | "truncated" | "garbage";

export interface FakeRecording {
  sid: string;
  callSid: string;
  seconds: number;
  audio: Buffer;
  mishaps: Mishap[];
  fetched: number;
  deleted: boolean;
}

export class FakeRecordings {
  readonly bySid = new Map<string, FakeRecording>();
  /** DELETE requests that are refused with 500 before one succeeds. */
  deleteFailures = 0;
  private readonly accountSid: string;
  private readonly authorization: string;

  constructor(accountSid: string, authToken: string) {
    this.accountSid = accountSid;
    this.authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const end = (status: number, body: Buffer | string = "", headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(body);
    };
    const path = new RegExp(
      `^/2010-04-01/Accounts/${this.accountSid}/Recordings/(RE[0-9a-f]{32})(\\.wav|\\.json)?$`,
    );
    const [, sid = "", suffix = ""] = path.exec(request.url ?? "") ?? [];
    const missing = JSON.stringify({
      code: 20404,
      message: "The requested resource was not found",
      more_info: "https://www.twilio.com/docs/errors/20404",
      status: 404,
    });
    if (request.headers.authorization !== this.authorization) {
      end(
        401,
        JSON.stringify({
          code: 20003,
          message: "Authenticate",
          more_info: "https://www.twilio.com/docs/errors/20003",
          status: 401,
        }),
      );
      return;
    }
    const recording = this.bySid.get(sid);
    if (!recording || recording.deleted) {
      end(404, missing);
      return;
    }
    if (request.method === "DELETE") {
      if (this.deleteFailures > 0) {
        this.deleteFailures -= 1;
        end(500, "{}");
        return;
      }
      recording.deleted = true;
      end(204);
      return;
    }
    if (suffix === ".json") {
      end(200, JSON.stringify(this.metadata(recording)));
      return;
    }
    recording.fetched += 1;
    this.serveAudio(recording, response, end, missing);
  }

  /** The resource as the published description shapes it (`api.v2010.account.recording`). */
  metadata(recording: FakeRecording): Record<string, unknown> {
    return {
      account_sid: this.accountSid,
      api_version: "2010-04-01",
      call_sid: recording.callSid,
      conference_sid: null,
      date_created: "Fri, 20 Nov 2026 13:10:00 +0000",
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
      uri: `/2010-04-01/Accounts/${this.accountSid}/Recordings/${recording.sid}.json`,
      encryption_details: null,
      subresource_uris: {},
      media_url: `https://api.twilio.com/2010-04-01/Accounts/${this.accountSid}/Recordings/${recording.sid}`,
    };
  }

  private serveAudio(
    recording: FakeRecording,
    response: ServerResponse,
    end: (status: number, body?: Buffer | string, headers?: Record<string, string>) => void,
    missing: string,
  ): void {
    const mishap = recording.mishaps.shift();
    const headers = { "content-type": "audio/x-wav" };
    switch (mishap) {
      case undefined:
        end(200, recording.audio, headers);
        return;
      case "404":
        end(404, missing);
        return;
      case "429":
        end(429, "{}", { "retry-after": "1" });
        return;
      case "500":
        end(500, "<html>Server error</html>", { "content-type": "text/html" });
        return;
      case "garbage":
        end(200, "<html>not audio</html>", headers);
        return;
      case "truncated":
        end(200, recording.audio.subarray(0, recording.audio.length / 2), headers);
        return;
      case "stall":
        response.writeHead(200, { ...headers, "content-length": recording.audio.length });
        response.write(recording.audio.subarray(0, 100));
        setTimeout(() => response.destroy(), 300);
    }
  }
}
