import { constants, createCipheriv, generateKeyPairSync, publicEncrypt, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordingSource } from "../../functions/twilio/client.ts";
import { FakeTwilio } from "../support/fake-twilio/fake-twilio.ts";
import { wave } from "../support/fake-twilio/wave.ts";
import { account, sid } from "../support/worker.ts";

const pair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2_048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const ours = pair();
const other = pair();
const sound = wave(1);

let twilio: FakeTwilio;
beforeAll(async () => {
  const [authToken = ""] = account.authTokens;
  twilio = await FakeTwilio.start({ ...account, authToken, publicUrl: "https://tips.example" });
});
afterAll(() => twilio.stop());

/** A recording as Twilio keeps it for an account that encrypts, its details under one of the two namings. */
function encrypted(naming: "guide" | "resource", publicKey = ours.publicKey): { sid: string; audio: Buffer } {
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const audio = Buffer.concat([cipher.update(sound), cipher.final(), cipher.getAuthTag()]);
  const wrapped = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" },
    key,
  ).toString("base64");
  const [cek, vector] = naming === "guide" ? ["encrypted_cek", "iv"] : ["encryption_cek", "encryption_iv"];
  const encryption = {
    type: "rsa-aes",
    public_key_sid: sid("CR"),
    [cek]: wrapped,
    [vector]: iv.toString("base64"),
  };
  const common = { callSid: sid("CA"), seconds: 1, mishaps: [], fetched: 0, deleted: false };
  const recording = { sid: sid("RE"), audio, encryption, ...common };
  twilio.recordings.bySid.set(recording.sid, recording);
  return recording;
}

const source = (recordingKey?: string) =>
  createRecordingSource({ ...account, apiUrl: twilio.apiUrl, ...(recordingKey ? { recordingKey } : {}) });

describe("an account that encrypts its recordings", () => {
  it.each(["guide", "resource"] as const)("is read under the names of the %s", async (naming) => {
    const { sid: recordingSid } = encrypted(naming);
    const fetched = await source(ours.privateKey).fetch(recordingSid);
    expect(fetched).toMatchObject({ kind: "ready", mediaType: "audio/wav" });
    if (fetched.kind === "ready") expect(Buffer.from(fetched.bytes).equals(sound)).toBe(true);
  });

  it("is asked again later, and nothing is kept, without the key, with another's, or when a byte is wrong", async () => {
    const again = { kind: "retry", code: "not_audio" };
    expect(await source().fetch(encrypted("guide").sid)).toEqual(again);
    expect(await source(ours.privateKey).fetch(encrypted("guide", other.publicKey).sid)).toEqual(again);
    const bent = encrypted("resource");
    bent.audio.writeUInt8(bent.audio.readUInt8(100) ^ 1, 100);
    expect(await source(ours.privateKey).fetch(bent.sid)).toEqual(again);
  });

  it("may still hold recordings from before that are not encrypted", async () => {
    const common = { callSid: sid("CA"), seconds: 1, mishaps: [], fetched: 0, deleted: false };
    const plain = { sid: sid("RE"), audio: sound, ...common };
    twilio.recordings.bySid.set(plain.sid, plain);
    expect(await source(ours.privateKey).fetch(plain.sid)).toMatchObject({ kind: "ready" });
  });
});
