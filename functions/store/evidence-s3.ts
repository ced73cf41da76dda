import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { NotFound } from "../service/errors.ts";
import type { EvidenceStore } from "../service/ports.ts";

const timeoutMs = 60_000;

/**
 * Sealed files in an S3-compatible store, addressed by path:
 * `https://KEY:SECRET@host/bucket/optional/prefix?region=ap-northeast-1` (`us-east-1` unless told; percent-encode a
 * slash or plus in the secret). Every request is signed (AWS Signature Version 4) over its content, so that the store
 * refuses what was changed on the way. Busy answers are tried again a few times. Errors name a status, nothing else.
 */
export function createEvidenceS3(url: string): EvidenceStore {
  const address = new URL(url);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(address.username),
    secretAccessKey: decodeURIComponent(address.password),
    service: "s3",
    region: address.searchParams.get("region") ?? "us-east-1",
    retries: 3,
  });
  const folder = `${address.origin}${address.pathname.replace(/\/+$/, "")}`;
  const ask = async (method: string, id: string, body?: Uint8Array) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError("not an evidence id");
    const bytes = body ?? new Uint8Array();
    const answer = await client.fetch(`${folder}/${id.slice(-2)}/${id}.age`, {
      method,
      ...(body && { body: Buffer.from(body) }),
      headers: { "x-amz-content-sha256": createHash("sha256").update(bytes).digest("hex") },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404) throw new NotFound();
    throw new StoreRefused(answer.status);
  };
  return {
    async put(id, sealed) {
      await (await ask("PUT", id, sealed)).body?.cancel();
    },
    get: async (id) => new Uint8Array(await (await ask("GET", id)).arrayBuffer()),
    has: (id) =>
      ask("HEAD", id).then(
        () => true,
        (error: unknown) => {
          if (error instanceof NotFound) return false;
          throw error;
        },
      ),
    async remove(id) {
      await ask("DELETE", id).catch((error: unknown) => {
        if (!(error instanceof NotFound)) throw error;
      });
    },
  };
}

/** The store answered, but not with what was asked. */
class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly code: string;
  constructor(status: number) {
    super("evidence store refused");
    this.code = `s3_${status}`;
  }
}
