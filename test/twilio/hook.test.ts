import { Hono } from "hono";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, it } from "vitest";
import { type VerifiedForm, verifiedHook } from "../../functions/twilio/hook.ts";

const token = "0123456789abcdef0123456789abcdef";

function hook(authTokens: string[], publicUrl: string) {
  const app = new Hono<VerifiedForm>();
  app.use(verifiedHook({ authTokens, publicUrl }));
  app.post("/*", (c) => c.json(c.get("form")));
  return app;
}

interface Sent {
  /** The address Twilio was given, over which it signs. */
  signedUrl: string;
  /** The address as it reaches the process. */
  arrivesAt: string;
  fields?: Record<string, string | string[]>;
  signedWith?: string;
  headers?: Record<string, string>;
  signature?: string | null;
}

async function send(app: ReturnType<typeof hook>, sent: Sent): Promise<number> {
  const fields = sent.fields ?? { CallSid: `CA${"0".repeat(32)}`, From: "+818000000000" };
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) body.append(name, each);
  const signature =
    sent.signature === undefined
      ? getExpectedTwilioSignature(sent.signedWith ?? token, sent.signedUrl, fields)
      : sent.signature;
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    ...(signature === null ? {} : { "x-twilio-signature": signature }),
    ...sent.headers,
  };
  return (await app.request(sent.arrivesAt, { method: "POST", headers, body: body.toString() })).status;
}

const publicUrl = "https://tips.example";
const signedUrl = `${publicUrl}/twilio/voice?step=speak`;
const arrivesAt = "http://127.0.0.1:8080/twilio/voice?step=speak";

describe("a webhook's signature", () => {
  it("counts over the configured address, however the request reached us", async () => {
    const app = hook([token], publicUrl);
    expect(await send(app, { signedUrl, arrivesAt })).toBe(200);
    const forwarded: Record<string, string>[] = [
      { host: "attacker.example" },
      { "x-forwarded-host": "attacker.example", "x-forwarded-proto": "http", "x-forwarded-port": "81" },
      { forwarded: "host=attacker.example;proto=http" },
      { "x-original-url": "/elsewhere" },
    ];
    for (const headers of forwarded) {
      expect(await send(app, { signedUrl, arrivesAt, headers })).toBe(200);
    }
  });

  it("does not count over an address that a header names", async () => {
    const app = hook([token], publicUrl);
    const forged = "https://attacker.example/twilio/voice?step=speak";
    expect(
      await send(app, {
        signedUrl: forged,
        arrivesAt,
        headers: { "x-forwarded-host": "attacker.example", host: "attacker.example" },
      }),
    ).toBe(403);
  });

  it.each([
    ["a port", "https://tips.example:8443"],
    ["a path before it", "https://office.example/smuggling"],
    ["a slash at the end", "https://tips.example/"],
  ])("counts when the public address has %s", async (_what, address) => {
    const url = `${address.replace(/\/$/, "")}/twilio/voice?step=speak`;
    expect(await send(hook([token], address), { signedUrl: url, arrivesAt })).toBe(200);
  });

  it("covers path, query and every field, repeated and unknown ones too", async () => {
    const app = hook([token], publicUrl);
    const fields = { CallSid: `CA${"0".repeat(32)}`, Repeated: ["b", "a"], NewField: "ｘ &=+%", Empty: "" };
    expect(await send(app, { signedUrl, arrivesAt, fields })).toBe(200);
    expect(await send(app, { signedUrl, arrivesAt: `${arrivesAt}&more=1`, fields })).toBe(403);
    expect(await send(app, { signedUrl, arrivesAt: arrivesAt.replace("voice", "voice/"), fields })).toBe(403);
    const signature = getExpectedTwilioSignature(token, signedUrl, fields);
    expect(await send(app, { signedUrl, arrivesAt, fields: { ...fields, From: "+1" }, signature })).toBe(403);
  });

  it("counts under either of two tokens while they are rotated, and under no other", async () => {
    const app = hook(["f".repeat(32), token], publicUrl);
    expect(await send(app, { signedUrl, arrivesAt })).toBe(200);
    expect(await send(app, { signedUrl, arrivesAt, signedWith: "f".repeat(32) })).toBe(200);
    expect(await send(app, { signedUrl, arrivesAt, signedWith: "e".repeat(32) })).toBe(403);
  });

  it("is required: none, an empty one and nonsense are refused", async () => {
    const app = hook([token], publicUrl);
    for (const signature of [null, "", "nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="]) {
      expect(await send(app, { signedUrl, arrivesAt, signature })).toBe(403);
    }
  });

  it("is refused with 503 while no token is configured, even one signed with an empty token", async () => {
    for (const tokens of [[], [""]]) {
      expect(await send(hook(tokens, publicUrl), { signedUrl, arrivesAt, signedWith: "" })).toBe(503);
    }
    expect(await send(hook(["", token], publicUrl), { signedUrl, arrivesAt, signedWith: "" })).toBe(403);
  });

  it("is not even looked at when the body is larger than a webhook's", async () => {
    const fields = { Body: "x".repeat(70_000) };
    expect(await send(hook([token], publicUrl), { signedUrl, arrivesAt, fields })).toBe(413);
  });
});
