import type { FetchResult, MediaSource } from "../service/provider/ports.ts";
import { authorisation, readAtMost, readRemoval, retryOf, type TwilioAccount, timeoutMs } from "./client.ts";

/** The longest a carrier lets through is 5 MB; files of 100 MB are another channel's. */
const maxBytes = 20 * 1024 * 1024;

/** Where Twilio keeps what it redirects to (Twilio, "Media subresource"). */
const stores = [/(^|\.)twiliocdn\.com$/, /(^|\.)twilio\.com$/, /\.amazonaws\.com$/];

/**
 * Pictures of text messages by Twilio's REST interface. Their bytes lie behind one redirect, which is followed to
 * Twilio's own stores only, without our credentials.
 */
export function createMediaSource(account: TwilioAccount): MediaSource {
  const address = (messageSid: string, mediaSid: string) => {
    if (!/^(SM|MM)[0-9a-fA-F]{32}$/.test(messageSid) || !/^ME[0-9a-fA-F]{32}$/.test(mediaSid))
      throw new TypeError("not a message's media");
    return `${account.apiUrl}/2010-04-01/Accounts/${account.accountSid}/Messages/${messageSid}/Media/${mediaSid}`;
  };
  const signal = () => AbortSignal.timeout(timeoutMs);
  const headers = { authorization: authorisation(account) };
  return {
    async fetch(messageSid, mediaSid) {
      try {
        const url = address(messageSid, mediaSid);
        const answer = await fetch(url, { headers, redirect: "manual", signal: signal() });
        const to = answer.headers.get("location");
        if (answer.status < 300 || answer.status >= 400 || !to) return await readMedia(answer);
        await answer.body?.cancel();
        const target = new URL(to, url);
        if (!isStore(target, account.apiUrl)) return { kind: "retry", code: "foreign_redirect" };
        return await readMedia(await fetch(target, { redirect: "error", signal: signal() }));
      } catch (error) {
        return { kind: "retry", code: error instanceof Error ? error.name : "unknown" };
      }
    },
    async remove(messageSid, mediaSid) {
      const url = `${address(messageSid, mediaSid)}.json`;
      return readRemoval(
        await fetch(url, { method: "DELETE", headers, redirect: "error", signal: signal() }),
      );
    },
  };
}

function isStore(target: URL, apiUrl: string): boolean {
  if (target.origin === new URL(apiUrl).origin) return true;
  return target.protocol === "https:" && stores.some((store) => store.test(target.hostname));
}

async function readMedia(answer: Response): Promise<FetchResult> {
  if (!answer.ok) {
    await answer.body?.cancel();
    if (answer.status === 404) return { kind: "not_yet" };
    return retryOf(answer);
  }
  const expected = Number(answer.headers.get("content-length") ?? Number.NaN);
  const bytes = await readAtMost(answer, maxBytes);
  if (!bytes) return { kind: "retry", code: "too_large" };
  if (bytes.length === 0 || (Number.isFinite(expected) && expected !== bytes.length))
    return { kind: "retry", code: "truncated" };
  return { kind: "ready", bytes, mediaType: answer.headers.get("content-type") ?? "" };
}
