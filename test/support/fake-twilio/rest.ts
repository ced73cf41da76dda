import type { ServerResponse } from "node:http";

/** Writes one answer of the REST interface. */
export type RestAnswer = (response: ServerResponse) => void;

/** Whether the basic credentials are the account's own. */
export function authorised(
  header: string | undefined,
  account: { accountSid: string; authToken: string },
): boolean {
  const expected = Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64");
  return header === `Basic ${expected}`;
}

/** The path below the account and the query; an address of another account has no path here. */
export function splitTarget(target: string, accountSid: string): { path: string; query: URLSearchParams } {
  const url = new URL(target, "http://fake");
  const prefix = `/2010-04-01/Accounts/${accountSid}`;
  return {
    path: url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : "",
    query: url.searchParams,
  };
}

export function answerJson(status: number, body: unknown): RestAnswer {
  return (response) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** `afterSeconds`: for how long it asks to be left alone. */
export function tooMany(afterSeconds?: number): RestAnswer {
  const wait = afterSeconds === undefined ? {} : { "retry-after": String(afterSeconds) };
  return (response) =>
    void response.writeHead(429, { "content-type": "application/json", ...wait }).end("{}");
}

/** One page of a list, as Twilio shapes it. */
export function page(path: string, name: string, items: unknown[]): Record<string, unknown> {
  const uri = `/2010-04-01${path}?PageSize=50&Page=0`;
  return {
    [name]: items,
    first_page_uri: uri,
    next_page_uri: null,
    previous_page_uri: null,
    page: 0,
    page_size: 50,
    start: 0,
    end: Math.max(items.length - 1, 0),
    uri,
  };
}
