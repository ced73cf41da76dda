import { randomBytes, randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { FakeTwilio, hangup, press, silence, talk } from "../support/fake-twilio/fake-twilio.ts";
import { settledRows } from "./database.ts";
import { type LoadResult, load, percentiles, steadyLoad } from "./load.ts";
import { freePort, startProgram } from "./program.ts";
import { tipRequest } from "./tips-load.ts";

interface VoiceResult {
  callers: number;
  calls: number;
  /** Calls that the program answered with an error or sent in circles. */
  failed: number;
  answers: number;
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
  /** Recordings announced to the program, and rows it keeps of them. */
  recordings: number;
  kept: number;
}

type TextResult = LoadResult & { kept: number };

interface Doors {
  voice: VoiceResult;
  sms: TextResult;
}

export interface HooksResult {
  /** A crowded night: many calls at once, each person taking a while before the next key, and text messages meanwhile. */
  steady: Doors;
  /** As many as the machine can do: nobody thinks, each line and connection asks again at once. */
  flatOut: Doors;
}

/** A hundred lines, each with something to say every two seconds or so, are 50 hooks a second. */
const crowd = { callers: 100, thinkMs: 2_000, textsPerSecond: 10 };

const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "0123456789abcdef0123456789abcdef" };
const lines = 8;

/** Whole calls and text messages with real signatures, first at a crowd's pace and then flat out, on the built program. */
export async function measureHooks(dataDir: string, seconds: number): Promise<HooksResult> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: crowd.callers });
  const taken: number[] = [];
  let thinkMs = 0;
  const twilio = await FakeTwilio.start({
    ...account,
    publicUrl,
    send: async (asked) => {
      const body = Buffer.from(await asked.arrayBuffer());
      // What is played is a file of the site, not a hook.
      const hook = asked.method === "POST";
      if (hook && thinkMs > 0) await sleep(thinkMs * (0.5 + Math.random()));
      const sentAt = performance.now();
      const answer = await send(asked, body, agent);
      if (hook) taken.push(performance.now() - sentAt);
      return answer;
    },
  });
  const program = await startProgram(
    dataDir,
    {
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_URL: twilio.apiUrl,
    },
    [port, await freePort()],
  );
  const calls = async (callers: number, forSeconds: number): Promise<VoiceResult> => {
    const before = await settledRows(dataDir, "evidence", 0);
    taken.length = 0;
    const startedAt = performance.now();
    const placed = await placeCalls(twilio, callers, forSeconds);
    const perSecond = (taken.length * 1_000) / (performance.now() - startedAt);
    const answered = { ...percentiles(taken), answers: taken.length, max: Math.max(...taken), perSecond };
    const kept = (await settledRows(dataDir, "evidence", before + placed.recordings)) - before;
    return { callers, ...placed, ...answered, kept };
  };
  const texts = async (send: () => Promise<LoadResult>): Promise<TextResult> => {
    const before = await settledRows(dataDir, "texts", 0);
    const sent = await send();
    const kept = await settledRows(dataDir, "texts", before + sent.requests - sent.refused);
    return { ...sent, kept: kept - before };
  };
  const given = { expect: [200], make: (n: number) => message(publicUrl, n) };
  try {
    // So that nothing is measured cold.
    const warmUp = await placeCalls(twilio, lines, Math.max(1, seconds / 3));
    await settledRows(dataDir, "evidence", warmUp.recordings);
    await texts(() => load(publicUrl, { ...given, connections: lines, seconds: Math.max(1, seconds / 5) }));
    thinkMs = crowd.thinkMs;
    const [steadyCalls, steadyTexts] = await Promise.all([
      calls(crowd.callers, seconds * 2),
      texts(() => steadyLoad(publicUrl, { ...given, perSecond: crowd.textsPerSecond, seconds: seconds * 2 })),
    ]);
    thinkMs = 0;
    return {
      steady: { voice: steadyCalls, sms: steadyTexts },
      flatOut: {
        voice: await calls(lines, seconds),
        sms: await texts(() => load(publicUrl, { ...given, connections: lines, seconds })),
      },
    };
  } finally {
    agent.destroy();
    await program.stop();
    await twilio.stop();
  }
}

/** Calls one after another on each line: a language, just talking, the receipt; some hang up early. */
async function placeCalls(twilio: FakeTwilio, callers: number, seconds: number) {
  const endsAt = performance.now() + seconds * 1_000;
  let calls = 0;
  let failed = 0;
  let recordings = 0;
  const line = async (n: number) => {
    while (performance.now() < endsAt) {
      const last = calls % 3 === 0 ? [hangup()] : [press("1"), silence(), silence()];
      calls += 1;
      const from = `+8180${String(randomInt(1e8)).padStart(8, "0")}`;
      try {
        const call = await twilio.call([press(n % 2 ? "1" : "2"), press("1"), talk(3), ...last], from);
        recordings += call.recordings.length;
      } catch {
        failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, n) => line(n)));
  return { calls, failed, recordings };
}

function message(publicUrl: string, n: number) {
  const path = "/twilio/sms";
  const fields = {
    AccountSid: account.accountSid,
    MessageSid: `SM${randomBytes(16).toString("hex")}`,
    // Each from a number of its own: a tip of its own.
    From: `+8170${String(randomInt(1e8)).padStart(8, "0")}`,
    To: "+815000000000",
    Body: JSON.parse(tipRequest(n).body).text as string,
    NumMedia: "0",
    NumSegments: "1",
  };
  return {
    path,
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": getExpectedTwilioSignature(account.authToken, `${publicUrl}${path}`, fields),
    },
    body: new URLSearchParams(fields).toString(),
  };
}

function send(asked: Request, body: Buffer, agent: Agent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const headers = { ...Object.fromEntries(asked.headers), "content-length": String(body.length) };
    const outgoing = request(asked.url, { method: asked.method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const type = answer.headers["content-type"];
        const status = answer.statusCode ?? 0;
        const whole = [204, 304].includes(status) ? null : Buffer.concat(chunks);
        resolve(new Response(whole, { status, headers: type ? { "content-type": type } : {} }));
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
