/** A server of the office's own, such as one that translates or transcribes: it answers what a test tells it to. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  status?: number;
  body?: object;
  afterMs?: number;
}

export interface AnsweringServer {
  url: string;
  /** What it answers from now on, by what it was sent. */
  answer: (sent: string) => Answer;
  /** What it was sent, each request's body. */
  asked: string[];
  stop(): Promise<void>;
}

export async function startAnsweringServer(answer: AnsweringServer["answer"]): Promise<AnsweringServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const sent = Buffer.concat(chunks).toString();
      made.asked.push(sent);
      const { status = 200, body = {}, afterMs = 0 } = made.answer(sent);
      setTimeout(() => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      }, afterMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const made: AnsweringServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer,
    asked: [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return made;
}
