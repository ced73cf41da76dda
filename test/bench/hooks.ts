import { randomBytes, randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { FakeTwilio, hangup, press, silence, talk } from "../support/fake-twilio/fake-twilio.ts";
import { settledRows } from "./database.ts";
import { type LoadResult, load, percentiles } from "./load.ts";
import { freePort, startProgram } from "./program.ts";
import { tipRequest } from "./tips-load.ts";

export interface HooksResult {
  voice: {
    callers: number;
    calls: number;
    /** Calls that the program answered with an error or sent in circles. */
    failed: number;
    answers: number;
    p50: number;
    p99: number;
    max: number;
    /** Recordings announced to the program, and rows it keeps of them. */
    recordings: number;
    kept: number;
  };
  sms: LoadResult & { kept: number };
}

const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "0123456789abcdef0123456789abcdef" };
const callers = 8;

/** Whole calls and text messages with real signatures, `callers` at a time, against the built program. */
export async function measureHooks(dataDir: string, seconds: number): Promise<HooksResult> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const taken: number[] = [];
  const twilio = await FakeTwilio.start({
    ...account,
    publicUrl,
    send: async (asked) => {
      const body = Buffer.from(await asked.arrayBuffer());
      const sentAt = performance.now();
      const answer = await send(asked, body, agent);
      // What is played is a file of the site, not a hook.
      if (asked.method === "POST") taken.push(performance.now() - sentAt);
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
  try {
    const warmUp = await placeCalls(twilio, Math.max(1, seconds / 3)); // so that nothing is measured cold
    const before = await settledRows(dataDir, "evidence", warmUp.recordings);
    taken.length = 0;
    const { calls, failed, recordings } = await placeCalls(twilio, seconds);
    const voice = { ...percentiles(taken), answers: taken.length, max: Math.max(...taken) };
    const kept = (await settledRows(dataDir, "evidence", before + recordings)) - before;
    const tipsBefore = await settledRows(dataDir, "tips", 0);
    const sms = await load(publicUrl, {
      connections: callers,
      seconds,
      expect: [200],
      make: (n) => message(publicUrl, n),
    });
    const smsKept =
      (await settledRows(dataDir, "tips", tipsBefore + sms.requests - sms.refused)) - tipsBefore;
    return { voice: { callers, calls, failed, recordings, kept, ...voice }, sms: { ...sms, kept: smsKept } };
  } finally {
    agent.destroy();
    await program.stop();
    await twilio.stop();
  }
}

/** Calls one after another on each line: a language, just talking, the receipt; some hang up early. */
async function placeCalls(twilio: FakeTwilio, seconds: number) {
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
