import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { parseConfig } from "../../functions/config.ts";
import { startSweeps } from "../../functions/wire-sweeps.ts";
import { wave } from "../support/fake-twilio/wave.ts";
import { account, sid, type TestWorker, testWorker } from "../support/worker.ts";

const hour = 60 * 60_000;
const soon = { timeout: 15_000 };
const line = "+81120461961";
const texts = "+815000000000";

let worker: TestWorker;
let stop: () => void = () => undefined;
beforeAll(async () => {
  worker = await testWorker();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});
afterAll(() => worker?.stop());

/** The public role's looks as its settings ask for them; only the ten minutes between two are not waited for. */
function start(env: Record<string, string>): void {
  const parsed = parseConfig({
    PUBLIC_URL: "https://tips.example",
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0],
    TWILIO_API_URL: worker.apiUrl,
    ...env,
  });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  stop = startSweeps(parsed.config, worker.intake.ctx);
}

const voiceTips = (callSid: string) =>
  worker.rows("select 1 from evidence where call_sid = $1 and state = 'pending'", [callSid]);

function recordedAlone(): string {
  const callSid = sid("CA");
  worker.calls.add(callSid, { to: line });
  const recording = { sid: sid("RE"), callSid, seconds: 1, audio: wave(1), mishaps: [], fetched: 0 };
  worker.fake.bySid.set(recording.sid, {
    ...recording,
    deleted: false,
    madeAt: new Date(Date.now() - hour),
  });
  return callSid;
}

async function sentAlone(): Promise<Buffer> {
  const { sid: messageSid } = await worker.provider.message("港に変な船", {
    sentAt: new Date(Date.now() - hour),
  });
  return Buffer.from(worker.intake.ctx.keys.hashIdempotency(`sms:${messageSid}`));
}

const textTips = (hash: Buffer) =>
  worker.rows(
    "select id from tips where idem_hash = $1 union all select tip_id from messages where idem_hash = $1",
    [hash],
  );

describe("the public role", () => {
  it("looks every ten minutes for recordings and text messages that nobody told it of", async () => {
    const [callSid, hash] = [recordedAlone(), await sentAlone()];
    start({ VOICE_FROM: line, SMS_FROM: texts });
    vi.advanceTimersByTime(9 * 60_000);
    expect([await voiceTips(callSid), await textTips(hash)]).toEqual([[], []]);
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => voiceTips(callSid), soon).toHaveLength(1);
    await expect.poll(() => textTips(hash), soon).toHaveLength(1);
    stop();
    const later = await sentAlone();
    vi.advanceTimersByTime(60 * 60_000);
    expect(await textTips(later)).toEqual([]);
  });

  it("looks for what came to the numbers it has, and says when it has none for calls", async () => {
    const hash = await sentAlone();
    const asked = worker.provider.messages.asked.length;
    start({ VOICE_FROM: line });
    vi.advanceTimersByTime(20 * 60_000);
    expect(worker.provider.messages.asked.length).toBe(asked);
    stop();
    start({ SMS_FROM: texts });
    expect(worker.intake.logs.at(-1)?.fields).toMatchObject({ code: "voice_from_not_set" });
    vi.advanceTimersByTime(10 * 60_000);
    await expect.poll(() => textTips(hash), soon).toHaveLength(1);
  });

  it("goes on looking after a look that failed", async () => {
    const hash = await sentAlone();
    worker.provider.messages.mishaps.push("500");
    start({ SMS_FROM: texts });
    vi.advanceTimersByTime(10 * 60_000);
    await expect
      .poll(() => worker.intake.logs.map(({ message }) => message), soon)
      .toContain("text messages could not be listed");
    vi.advanceTimersByTime(10 * 60_000);
    await expect.poll(() => textTips(hash), soon).toHaveLength(1);
  });
});
