import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeTwilio } from "../support/fake-twilio/fake-twilio.ts";

const command = resolve(import.meta.dirname, "../../functions/cli/twilio-setup.ts");
const account = { accountSid: `AC${"a1".repeat(16)}`, authToken: "0123456789abcdef0123456789abcdef" };
const tollFree = "+81120000001";
const texts = "+815000000002";
const bin = `https://handler.twilio.com/twiml/EH${"0".repeat(32)}`;
const again = "#rc=5&rp=ct,rt,5xx";

let twilio: FakeTwilio;
beforeEach(async () => {
  twilio = await FakeTwilio.start({ ...account, publicUrl: "https://tips.example" });
  twilio.numbers.add(tollFree, { voice: true, sms: false });
  twilio.numbers.add(texts, { voice: true, sms: true });
});
afterEach(() => twilio.stop());

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

function setup(args: string[] = [], changed: Record<string, string | undefined> = {}): Promise<Ended> {
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    PUBLIC_URL: "https://tips.example/",
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_URL: twilio.apiUrl,
    VOICE_FROM: tollFree,
    SMS_FROM: texts,
    VOICE_FALLBACK_URL: bin,
    ...changed,
  };
  return new Promise((done) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      done({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const numberOf = (phone: string) => twilio.numbers.list.find((each) => each.phone_number === phone);

describe("npm run twilio:setup", () => {
  it("shows what is now and what would change, and changes nothing", async () => {
    const shown = await setup();
    expect(shown).toMatchObject({ status: 0, stderr: "" });
    expect(shown.stdout).toContain(`account ${account.accountSid}, active`);
    expect(shown.stdout).toMatch(/^- voice_url +https:\/\/demo\.twilio\.com\/welcome\/voice\/$/m);
    expect(shown.stdout).toMatch(/^\+ voice_url +https:\/\/tips\.example\/twilio\/voice#rc=5&rp=ct,rt,5xx$/m);
    expect(shown.stdout).toMatch(/^ {2}voice_method +POST$/m);
    expect(shown.stdout).toMatch(/\d+ to change: npm run twilio:setup -- --apply/);
    expect(shown.stdout).not.toContain(account.authToken);
    expect(twilio.numbers.changed).toBe(0);
    expect(twilio.asked.every(({ method, authorised }) => method === "GET" && authorised)).toBe(true);
  });

  it("makes them with --apply, and finds nothing to do the next time", async () => {
    expect(await setup(["--apply"])).toMatchObject({ status: 0, stderr: "" });
    expect(numberOf(tollFree)).toMatchObject({
      voice_url: `https://tips.example/twilio/voice${again}`,
      voice_method: "POST",
      voice_fallback_url: bin,
      voice_fallback_method: "GET",
      status_callback: `https://tips.example/twilio/voice/status${again}`,
      status_callback_method: "POST",
      // What is not the line's business stays.
      sms_url: "https://demo.twilio.com/welcome/sms/reply",
    });
    expect(numberOf(texts)).toMatchObject({
      sms_url: `https://tips.example/twilio/sms${again}`,
      sms_fallback_url: "https://tips.example/twilio/sms",
      voice_url: "https://demo.twilio.com/welcome/voice/",
    });
    const changed = twilio.numbers.changed;
    const second = await setup(["--apply"]);
    expect(second).toMatchObject({ status: 0, stderr: "" });
    expect((await setup()).stdout).toContain("nothing to change");
    expect(second.stdout).not.toMatch(/^[-+] /m);
    expect(twilio.numbers.changed).toBe(changed);
  });

  it("frees a number from what would take its calls away, and has no third party asked who called", async () => {
    Object.assign(numberOf(tollFree) ?? {}, {
      trunk_sid: `TK${"0".repeat(32)}`,
      voice_application_sid: `AP${"0".repeat(32)}`,
      voice_caller_id_lookup: true,
    });
    expect((await setup()).stdout).toMatch(/^- trunk_sid +TK0+\n\+ trunk_sid +\(empty\)$/m);
    await setup(["--apply"]);
    expect(numberOf(tollFree)).toMatchObject({
      trunk_sid: null,
      voice_application_sid: "",
      voice_caller_id_lookup: false,
    });
  });

  it("says of recordings and text messages what no setting of a number does, for the lines there are", async () => {
    const both = (await setup()).stdout;
    expect(both).toMatch(/^recordings: /m);
    expect(both).toMatch(/^text messages: Twilio does not send one again/m);
    expect((await setup([], { SMS_FROM: undefined })).stdout).not.toMatch(/^text messages: /m);
  });

  it("sets up several telephone numbers, and one that is for both", async () => {
    const both = { VOICE_FROM: `${tollFree}, ${texts}`, SMS_FROM: texts };
    expect((await setup(["--apply"], both)).status).toBe(0);
    expect(numberOf(texts)).toMatchObject({
      voice_url: `https://tips.example/twilio/voice${again}`,
      sms_url: `https://tips.example/twilio/sms${again}`,
    });
  });

  it("says what it means that there is no fallback, and leaves one that is there", async () => {
    expect((await setup([], { VOICE_FALLBACK_URL: undefined })).stdout).toMatch(
      /! voice_fallback_url .*callers hear an error/,
    );
    Object.assign(numberOf(tollFree) ?? {}, { voice_fallback_url: "https://elsewhere.example/line.xml" });
    const kept = await setup(["--apply"], { VOICE_FALLBACK_URL: undefined });
    expect(kept.stdout).toContain("https://elsewhere.example/line.xml (left as it is");
    expect(numberOf(tollFree)?.voice_fallback_url).toBe("https://elsewhere.example/line.xml");
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    [
      "credentials are missing",
      { TWILIO_AUTH_TOKEN: undefined, TWILIO_ACCOUNT_SID: undefined },
      /^TWILIO_ACCOUNT_SID/,
    ],
    ["the token is another", { TWILIO_AUTH_TOKEN: "f".repeat(32) }, /does not take TWILIO_AUTH_TOKEN/],
    ["the account is another", { TWILIO_ACCOUNT_SID: `AC${"b".repeat(32)}` }, /account ACb+/],
    ["no number is named", { VOICE_FROM: undefined, SMS_FROM: undefined }, /^VOICE_FROM, SMS_FROM: write/],
    [
      "the account has no such number",
      { VOICE_FROM: "+81120999999" },
      /^\+81120999999: account AC\w+ has no such number$/m,
    ],
    ["a number cannot take text messages", { SMS_FROM: tollFree }, /cannot take text messages/],
    [
      "the fallback is our own server",
      { VOICE_FALLBACK_URL: "https://tips.example/x.xml" },
      /^VOICE_FALLBACK_URL: .*when this program is down/,
    ],
    ["Twilio cannot be reached", { TWILIO_API_URL: "http://127.0.0.1:9" }, /cannot be reached/],
    ["PUBLIC_URL is missing", { PUBLIC_URL: undefined }, /^PUBLIC_URL: /m],
  ])("ends with 1 and one clear line when %s", async (_what, changed, line) => {
    const ended = await setup([], changed);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trim().split("\n")).toHaveLength(1);
    expect(ended.stderr).not.toContain("f".repeat(32));
  });

  it("ends with 1 for an account that Twilio has suspended, and before it changes anything", async () => {
    twilio.accountStatus = "suspended";
    const ended = await setup(["--apply"]);
    expect(ended).toMatchObject({ status: 1 });
    expect(ended.stderr).toContain("suspended");
    expect(twilio.numbers.changed).toBe(0);
  });

  it("still sets up the numbers that are there when one is not", async () => {
    expect((await setup(["--apply"], { VOICE_FROM: "+81120999999" })).status).toBe(1);
    expect(numberOf(texts)?.sms_url).toContain("https://tips.example/twilio/sms");
  });
});
