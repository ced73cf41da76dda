/** Pictures of text messages: the resource answers with a redirect to a store that wants no credentials. */
import { type RestAnswer, tooMany } from "./rest.ts";

export interface FakeMedia {
  sid: string;
  messageSid: string;
  type: string;
  bytes: Buffer;
  /** What the next requests get before it is served; `foreign` redirects to a stranger. */
  mishaps: ("404" | "429" | "500" | "truncated" | "foreign")[];
  deleted: boolean;
  /** DELETE requests that are refused with 429 before one succeeds; they ask for a second. */
  deleteTooMany?: number;
}

export class FakeMediaStore {
  readonly bySid = new Map<string, FakeMedia>();
  /** Requests to the store that carried credentials: there must be none. */
  leaked = 0;

  add(messageSid: string, file: { sid: string; type: string; bytes: Buffer }): FakeMedia {
    const media = { ...file, messageSid, mishaps: [], deleted: false };
    this.bySid.set(file.sid, media);
    return media;
  }

  /** The account's own interface: `/Messages/MM…/Media/ME…`. */
  answer(method: string, path: string): RestAnswer | undefined {
    const [, messageSid, sid = "", json] =
      /^\/Messages\/((?:SM|MM)[0-9a-f]{32})\/Media\/(ME[0-9a-f]{32})(\.json)?$/.exec(path) ?? [];
    const media = this.bySid.get(sid);
    if (!media || media.deleted || media.messageSid !== messageSid) return undefined;
    if (method === "DELETE" && json && media.deleteTooMany) {
      media.deleteTooMany -= 1;
      return tooMany(1);
    }
    if (method === "DELETE" && json) {
      media.deleted = true;
      return (response) => void response.writeHead(204).end();
    }
    if (method !== "GET" || json) return undefined;
    const mishap = media.mishaps[0];
    if (mishap === "truncated")
      return (response) => void response.writeHead(307, { location: `/store/${sid}` }).end();
    media.mishaps.shift();
    if (mishap === "404") return undefined;
    if (mishap === "foreign")
      return (response) =>
        void response.writeHead(307, { location: "https://attacker.example/picture" }).end();
    if (mishap) return (response) => void response.writeHead(Number(mishap)).end();
    return (response) => void response.writeHead(307, { location: `/store/${sid}` }).end();
  }

  /** The store behind it. */
  serve(target: string, credentials: string | undefined): RestAnswer | undefined {
    const media = this.bySid.get(/^\/store\/(ME[0-9a-f]{32})$/.exec(target)?.[1] ?? "");
    if (!media || media.deleted) return undefined;
    if (credentials) this.leaked += 1;
    const cut = media.mishaps[0] === "truncated";
    if (cut) media.mishaps.shift();
    return (response) => {
      response.writeHead(200, { "content-type": media.type, "content-length": media.bytes.length });
      if (!cut) return void response.end(media.bytes);
      response.write(media.bytes.subarray(0, media.bytes.length / 2));
      setTimeout(() => response.destroy(), 20);
    };
  }
}
