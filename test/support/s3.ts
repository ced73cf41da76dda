import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface TestS3 {
  /** The address of its bucket, for a key and secret. */
  url(secret?: string): string;
  objects: Map<string, Buffer>;
  /** Statuses to answer the next requests with. */
  fail: number[];
  requests: number;
  close(): Promise<void>;
}

const key = "INVENTEDKEY";
const rightSecret = "invented/secret+key";
const region = "ap-northeast-1";

const hmac = (secret: string | Buffer, text: string) => createHmac("sha256", secret).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/**
 * A small S3-compatible store: one bucket, whole objects, and every request's Signature Version 4 and content hash
 * computed anew and compared (AWS, "Signing AWS API requests").
 */
export async function startS3(): Promise<TestS3> {
  const objects: TestS3["objects"] = new Map();
  const fail: number[] = [];
  const state = { requests: 0 };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    state.requests += 1;
    const end = (status: number, bytes?: Buffer) => {
      response.writeHead(status).end(request.method === "HEAD" ? undefined : bytes);
    };
    const failure = fail.shift();
    if (failure) return end(failure);
    if (!isSigned(request, body)) return end(403, Buffer.from("<Error>SignatureDoesNotMatch</Error>"));
    const path = String(request.url);
    if (!path.startsWith("/bucket/")) return end(404);
    if (request.method === "PUT") {
      objects.set(path, body);
      return end(200);
    }
    const object = objects.get(path);
    if (!object) return end(404, Buffer.from("<Error>NoSuchKey</Error>"));
    if (request.method === "DELETE") {
      objects.delete(path);
      return end(204);
    }
    return end(200, object);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: (secret = rightSecret) =>
      `http://${key}:${encodeURIComponent(secret)}@127.0.0.1:${port}/bucket/tips/?region=${region}`,
    objects,
    fail,
    get requests() {
      return state.requests;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  if (!parts) return false;
  const [, who, day = "", where = "", names = "", signature] = parts;
  if (who !== key || where !== region) return false;
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.split(";").includes(name)))
    return false;
  const contentHash = String(request.headers["x-amz-content-sha256"]);
  if (contentHash !== sha256(body)) return false;
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, "", headers.join(""), names, contentHash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const signing = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${rightSecret}`, day), region));
  return hmac(signing, toSign).toString("hex") === signature;
}
