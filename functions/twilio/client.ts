import type { FetchResult, RecordingSource, RemoveResult } from "../service/provider/ports.ts";
import { wholeAudio } from "./audio.ts";
import { decryptRecording } from "./decrypt-recording.ts";

export const timeoutMs = 60_000;
/** Ten minutes of 8 kHz 16-bit sound are 9.6 MB; twice that in stereo. */
const maxBytes = 40 * 1024 * 1024;

export interface TwilioAccount {
  accountSid: string;
  authTokens: readonly string[];
  /** Without a slash at the end. */
  apiUrl: string;
  /** PEM of the private key that the account's recordings are encrypted to, where the office has turned that on. */
  recordingKey?: string;
}

/**
 * Recordings by Twilio's REST interface (2010-04-01, `/Recordings/{Sid}`), at the configured address and nowhere else:
 * redirects are not followed, and an address in a webhook is never used.
 */
export function createRecordingSource(account: TwilioAccount): RecordingSource {
  const address = (sid: string, suffix: string) => {
    if (!/^RE[0-9a-fA-F]{32}$/.test(sid)) throw new TypeError("not a recording sid");
    return `${account.apiUrl}/2010-04-01/Accounts/${account.accountSid}/Recordings/${sid}${suffix}`;
  };
  const ask = (method: "GET" | "DELETE", url: string) =>
    fetch(url, {
      method,
      headers: { authorization: authorisation(account) },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
  return {
    async fetch(recordingSid) {
      try {
        const fetched = await readRecording(await ask("GET", address(recordingSid, ".wav")));
        if (!("unknown" in fetched)) return fetched;
        if (!account.recordingKey) return { kind: "retry", code: "not_audio" };
        const metadata = await ask("GET", address(recordingSid, ".json"));
        const bytes = decryptRecording(fetched.unknown, await metadata.json(), account.recordingKey);
        const mediaType = bytes && wholeAudio(bytes);
        return bytes && mediaType
          ? { kind: "ready", bytes, mediaType }
          : { kind: "retry", code: "not_audio" };
      } catch (error) {
        return { kind: "retry", code: error instanceof Error ? error.name : "unknown" };
      }
    },
    async remove(recordingSid) {
      return readRemoval(await ask("DELETE", address(recordingSid, ".json")));
    },
  };
}

/** The account's own credentials, for its own interface only. */
export function authorisation({ accountSid, authTokens }: TwilioAccount): string {
  return `Basic ${Buffer.from(`${accountSid}:${authTokens[0] ?? ""}`).toString("base64")}`;
}

/** `unknown`: whole, but no sound that we know: encrypted, or not what it should be. */
async function readRecording(answer: Response): Promise<FetchResult | { unknown: Uint8Array }> {
  if (answer.status === 404) {
    await answer.body?.cancel();
    return { kind: "not_yet" };
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    return retryOf(answer);
  }
  const bytes = await readAtMost(answer, maxBytes);
  if (!bytes) return { kind: "retry", code: "too_large" };
  const mediaType = wholeAudio(bytes);
  return mediaType ? { kind: "ready", bytes, mediaType } : { unknown: bytes };
}

/** A refusal, with how long to leave the account alone when it says so. */
export function retryOf(answer: Response): { kind: "retry"; code: string; afterSeconds?: number } {
  const after = Number(answer.headers.get("retry-after"));
  return {
    kind: "retry",
    code: `http_${answer.status}`,
    ...(after > 0 ? { afterSeconds: Math.min(after, 3_600) } : {}),
  };
}

/** Throws when it was refused for another reason than that it was asked too often. */
export async function readRemoval(answer: Response): Promise<RemoveResult> {
  await answer.body?.cancel();
  // 404: removed before, by us or by the account's own retention.
  if (answer.ok || answer.status === 404) return { kind: "removed" };
  if (answer.status === 429 || answer.headers.has("retry-after")) return retryOf(answer);
  throw new Error(`not removed: ${answer.status}`);
}

/** The whole body, or undefined when it is longer than `most` bytes or shorter than it said. */
export async function readAtMost(answer: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
