import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exposition } from "../metrics/exposition.ts";

export interface MetricsServer {
  port: number;
  stop(): Promise<void>;
}

/** Answers `GET /metrics` on a listener of its own, and nothing else. */
export async function serveMetrics(
  where: { host: string; port: number },
  read: (accept: string) => Promise<Exposition>,
): Promise<MetricsServer> {
  const server = createServer((request, response) => void answer(request, response, read));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  read: (accept: string) => Promise<Exposition>,
): Promise<void> {
  const refuse = (status: number, headers = {}): void => void response.writeHead(status, headers).end();
  if (request.url?.split("?")[0] !== "/metrics") return refuse(404);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { allow: "GET, HEAD" });
  try {
    const { contentType, text } = await read(request.headers.accept ?? "");
    response.writeHead(200, { "content-type": contentType, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : text);
  } catch {
    refuse(500);
  }
}
