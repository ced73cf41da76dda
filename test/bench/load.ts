import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface LoadResult {
  /** Requests at once; 0 when they come at a rate. */
  connections: number;
  requests: number;
  /** Answers other than the expected status, or no answer at all. */
  refused: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

export interface LoadRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * A closed loop of `connections` keep-alive connections that each send the next request when the last one answered,
 * for `seconds`. `make` builds each request anew, so that no two are the same.
 */
export async function load(
  url: string,
  options: {
    connections: number;
    seconds: number;
    expect: readonly number[];
    method?: string;
    make: (n: number) => LoadRequest;
  },
): Promise<LoadResult> {
  const { connections, seconds, expect, make, method = "POST" } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let refused = 0;
  let next = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const worker = async () => {
    while (performance.now() < endsAt) {
      const asked = make(next);
      next += 1;
      const sentAt = performance.now();
      const status = await send(url, method, asked, agent).catch(() => 0);
      latencies.push(performance.now() - sentAt);
      if (!expect.includes(status)) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return {
    connections,
    requests: latencies.length,
    refused,
    perSecond: (latencies.length - refused) / elapsed,
    ...percentiles(latencies),
  };
}

/**
 * Requests at a fixed rate whatever the answers take, each timed from the moment it was due: one that waits behind a
 * slow one is counted as slow.
 */
export async function steadyLoad(
  url: string,
  options: {
    perSecond: number;
    seconds: number;
    expect: readonly number[];
    make: (n: number) => LoadRequest;
  },
): Promise<LoadResult> {
  const { perSecond, seconds, expect, make } = options;
  const agent = new Agent({ keepAlive: true });
  const latencies: number[] = [];
  let refused = 0;
  const startedAt = performance.now();
  const ask = async (n: number) => {
    const due = startedAt + (n * 1000) / perSecond;
    const asked = make(n);
    await sleep(Math.max(0, due - performance.now()));
    const status = await send(url, "POST", asked, agent).catch(() => 0);
    latencies.push(performance.now() - due);
    if (!expect.includes(status)) refused += 1;
  };
  await Promise.all(Array.from({ length: Math.round(perSecond * seconds) }, (_, n) => ask(n)));
  const elapsed = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return {
    connections: 0,
    requests: latencies.length,
    refused,
    perSecond: (latencies.length - refused) / elapsed,
    ...percentiles(latencies),
  };
}

export function percentiles(values: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function send(url: string, method: string, asked: LoadRequest, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = Buffer.from(asked.body);
    const headers = { ...asked.headers, ...(method === "GET" ? {} : { "content-length": body.length }) };
    const outgoing = request(new URL(asked.path, url), { method, agent, headers }, (answer) => {
      answer.on("end", () => resolve(answer.statusCode ?? 0));
      answer.on("error", reject);
      answer.resume();
    });
    outgoing.on("error", reject);
    outgoing.end(method === "GET" ? undefined : body);
  });
}
