/** Text messages as Twilio's `/Messages` lists them, newest first, page by page, with the mishaps that a list meets. */
import type { ServerResponse } from "node:http";
import type { FakeMediaStore } from "./media.ts";
import { answerJson, type RestAnswer, tooMany } from "./rest.ts";

export interface FakeMessage {
  sid: string;
  from: string;
  to: string;
  body: string;
  files: number;
  direction: "inbound" | "outbound-reply";
  sentAt: Date;
}

/** What the next requests for a page get before it is served; `round` serves it with itself as the next page. */
export type ListMishap = "404" | "429" | "500" | "slow" | "cut" | "half" | "round" | "elsewhere";

export class FakeMessages {
  readonly bySid = new Map<string, FakeMessage>();
  /** For the pages of messages, and for the lists of their files. */
  readonly mishaps: (ListMishap | undefined)[] = [];
  readonly mediaMishaps: ListMishap[] = [];
  /** How many messages one page holds at most; callers may ask for fewer. */
  pageSize = 1_000;
  /** The query of every page that was asked for. */
  readonly asked: URLSearchParams[] = [];
  private readonly accountSid: string;
  private readonly media: FakeMediaStore;

  constructor(accountSid: string, media: FakeMediaStore) {
    this.accountSid = accountSid;
    this.media = media;
  }

  answer(method: string, path: string, query: URLSearchParams): RestAnswer | undefined {
    if (method !== "GET") return undefined;
    if (path === "/Messages.json") return this.list(query);
    const sid = /^\/Messages\/((?:SM|MM)[0-9a-f]{32})\/Media\.json$/.exec(path)?.[1];
    return sid === undefined ? undefined : this.files(sid, path);
  }

  private list(query: URLSearchParams): RestAnswer {
    this.asked.push(query);
    const on = query.get("DateSent>") ?? "";
    const found = [...this.bySid.values()]
      .filter((each) => each.to === (query.get("To") ?? each.to))
      .filter((each) => each.sentAt.toISOString().slice(0, 10) >= on)
      .sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime());
    const size = Math.min(Number(query.get("PageSize") ?? 50), this.pageSize);
    const page = Number(query.get("Page") ?? 0);
    const address = (number: number) => {
      const next = new URLSearchParams(query);
      next.set("Page", String(number));
      next.set("PageToken", `PA${number}`);
      return `/2010-04-01/Accounts/${this.accountSid}/Messages.json?${next}`;
    };
    const mishap = this.mishaps.shift();
    const onward = {
      round: address(page),
      elsewhere: "/2010-04-01/Accounts/ACother/Messages.json?Page=1",
    }[mishap as string];
    const next = found.length > (page + 1) * size ? address(page + 1) : null;
    const body = {
      messages: found.slice(page * size, (page + 1) * size).map((each) => this.resource(each)),
      page,
      page_size: size,
      first_page_uri: address(0),
      next_page_uri: onward ?? next,
      uri: address(page),
    };
    return unlucky(mishap, body);
  }

  private files(messageSid: string, path: string): RestAnswer {
    const found = [...this.media.bySid.values()].filter(
      (each) => each.messageSid === messageSid && !each.deleted,
    );
    const list = found.map((each) => ({
      sid: each.sid,
      account_sid: this.accountSid,
      parent_sid: messageSid,
      content_type: each.type,
      uri: `/2010-04-01/Accounts/${this.accountSid}${path.replace(".json", `/${each.sid}.json`)}`,
    }));
    return unlucky(this.mediaMishaps.shift(), { media_list: list, page: 0, next_page_uri: null });
  }

  /** The resource as the published description shapes it (`api.v2010.account.message`). */
  private resource(each: FakeMessage): Record<string, unknown> {
    const uri = `/2010-04-01/Accounts/${this.accountSid}/Messages/${each.sid}.json`;
    return {
      sid: each.sid,
      account_sid: this.accountSid,
      api_version: "2010-04-01",
      body: each.body,
      num_segments: "1",
      num_media: String(each.files),
      direction: each.direction,
      status: each.direction === "inbound" ? "received" : "delivered",
      from: each.from,
      to: each.to,
      date_created: each.sentAt.toUTCString(),
      date_updated: each.sentAt.toUTCString(),
      date_sent: each.sentAt.toUTCString(),
      messaging_service_sid: null,
      error_code: null,
      error_message: null,
      price: null,
      price_unit: "USD",
      uri,
      subresource_uris: { media: uri.replace(".json", "/Media.json") },
    };
  }
}

function unlucky(mishap: ListMishap | undefined, body: unknown): RestAnswer {
  const text = JSON.stringify(body);
  const json = { "content-type": "application/json" };
  const sized = { ...json, "content-length": Buffer.byteLength(text) };
  switch (mishap) {
    case "404":
      return answerJson(404, { code: 20404, message: "The requested resource was not found", status: 404 });
    case "429":
      return tooMany(1);
    case "500":
      return (response) => void response.writeHead(500, { "content-type": "text/html" }).end("<html>");
    case "half":
      return (response) => void response.writeHead(200, json).end(text.slice(0, text.length / 2));
    case "cut":
      return (response) => {
        response.writeHead(200, sized).write(text.slice(0, text.length / 2));
        setTimeout(() => response.destroy(), 20);
      };
    case "slow":
      return (response) => drip(text, response.writeHead(200, sized));
    default:
      return answerJson(200, body);
  }
}

/** Half, and the rest after a while. */
function drip(text: string, response: ServerResponse): void {
  const bytes = Buffer.from(text);
  response.write(bytes.subarray(0, bytes.length / 2));
  setTimeout(() => response.end(bytes.subarray(bytes.length / 2)), 300);
}
