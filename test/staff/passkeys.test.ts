import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counterGoesOn, passkeySite, readPasskeyData } from "../../functions/domain/access/passkey.ts";
import { type Account, Browser, prove, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

/** An authenticator of our own, that can also lie. */
class Authenticator {
  readonly id = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");
  counter = 0;
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(kind: "ec" | "ed25519" = "ec") {
    this.#keys =
      kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519");
  }

  #parts(type: string, challenge: string, lie: Lie) {
    const clientData = Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? site,
      }),
    );
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lie.counter ?? ++this.counter);
    const host = createHash("sha256")
      .update(lie.host ?? "localhost")
      .digest();
    const data = Buffer.concat([host, Buffer.from([lie.flags ?? 0x05]), counter]);
    return { clientData, data };
  }

  create(challenge: string, lie: Lie = {}) {
    const { clientData, data } = this.#parts("webauthn.create", challenge, lie);
    const publicKey = this.#keys.publicKey.export({ type: "spki", format: "der" }).toString("base64url");
    return JSON.stringify({
      id: this.id,
      type: "public-key",
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        publicKey: lie.publicKey ?? publicKey,
        publicKeyAlgorithm: -7,
        transports: ["internal"],
      },
    });
  }

  get(challenge: string, lie: Lie = {}) {
    const { clientData, data } = this.#parts("webauthn.get", challenge, lie);
    const signed = Buffer.concat([data, createHash("sha256").update(clientData).digest()]);
    const key = this.#keys.privateKey;
    const signature = sign(key.asymmetricKeyType === "ed25519" ? null : "sha256", signed, key);
    if (lie.signature) signature[8] = (signature[8] ?? 0) ^ 1;
    return JSON.stringify({
      id: lie.id ?? this.id,
      type: "public-key",
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      },
    });
  }
}

type Lie = Partial<{
  type: string;
  challenge: string;
  origin: string;
  host: string;
  flags: number;
  counter: number;
  signature: boolean;
  publicKey: string;
  id: string;
}>;

const site = "http://localhost:8081";
let desk: TestDesk;
let officer: Browser;
let account: Account;
let key: Authenticator;

beforeAll(async () => {
  desk = await testDesk({ staffUrl: site });
  officer = new Browser(desk);
  account = await setUp(desk, officer, { role: "supervisor" });
  await prove(officer, account.key);
  key = new Authenticator();
  expect(await add(officer, key)).toBe("passkey_added");
});
afterAll(() => desk?.close());

async function question(
  browser: Browser,
  path: string,
): Promise<{ question: string; options: { challenge: string } }> {
  const answer = await browser.post(path, path.includes("sign-in") ? {} : { csrf: await browser.csrf() });
  expect(answer.status).toBe(200);
  return answer.json() as never;
}

async function add(
  browser: Browser,
  passkey: Authenticator,
  lie: Lie = {},
  name = "Key",
): Promise<string | undefined> {
  const asked = await question(browser, "/staff/account/passkeys/question");
  const fields = { csrf: await browser.csrf(), question: asked.question, name };
  await browser.post("/staff/account/passkeys", {
    ...fields,
    answer: passkey.create(asked.options.challenge, lie),
  });
  return (await browser.page("/staff/account/", "account")).frame.flash?.code;
}

async function enter(passkey: Authenticator, lie: Lie = {}): Promise<{ browser: Browser; in: boolean }> {
  const browser = new Browser(desk);
  const asked = await question(browser, "/staff/sign-in/passkey/question");
  const answer = passkey.get(asked.options.challenge, lie);
  const sent = await browser.post("/staff/sign-in/passkey", { question: asked.question, answer });
  return { browser, in: sent.headers.get("location") === "/staff/" };
}

describe("a passkey", () => {
  it("is the whole way in, in a session like any other, and on record", async () => {
    const { browser, in: isIn } = await enter(key);
    expect(isIn).toBe(true);
    expect((await browser.request("/staff/")).status).toBe(200);
    const { rows } = await desk.owner.pool.query(
      "select details from events where action = 'account.signed_in' order by seq desc limit 1",
    );
    expect(rows[0].details).toEqual({ means: "passkey" });
    const sessions = await desk.owner.pool.query(`select "ipAddress", "userAgent" from auth.session`);
    for (const row of sessions.rows) expect(row).toEqual({ ipAddress: null, userAgent: null });
  });

  it.each<[string, Lie]>([
    ["for another question", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
    ["from another address", { origin: "https://desk.customs.example.evil.example" }],
    ["for another site", { host: "evil.example" }],
    ["with nobody there", { flags: 0x04 }],
    ["without knowing who is there", { flags: 0x01 }],
    ["of another ceremony", { type: "webauthn.create" }],
    ["with a signature that does not fit", { signature: true }],
    ["with a counter that goes back", { counter: 1 }],
    ["of a passkey that nobody has", { id: "AAAAAAAAAAAAAAAAAAAAAA" }],
  ])("does not open the desk when its answer is %s", async (_, lie) => {
    key.counter = Math.max(key.counter, 5);
    expect((await enter(key)).in).toBe(true);
    expect((await enter(key, lie)).in).toBe(false);
  });

  it("answers a question once, within three minutes, and only what it was asked for", async () => {
    const browser = new Browser(desk);
    const asked = await question(browser, "/staff/sign-in/passkey/question");
    const send = (answer: string, id = asked.question) =>
      new Browser(desk).post("/staff/sign-in/passkey", { question: id, answer });
    expect((await send(key.get(asked.options.challenge))).status).toBe(303);
    expect((await send(key.get(asked.options.challenge))).status).toBe(422);
    const late = await question(browser, "/staff/sign-in/passkey/question");
    await desk.owner.pool.query("update auth.passkey_questions set expires_at = now()");
    expect((await send(key.get(late.options.challenge), late.question)).status).toBe(422);
    // A question for a proof is none for a sign-in.
    const proof = await question(officer, "/staff/step-up/question");
    expect((await send(key.get(proof.options.challenge), proof.question)).status).toBe(422);
    for (const answer of ["", "{}", "null", "[1]", '{"id":1}'])
      expect((await send(answer, "x")).status).toBe(422);
  });

  it("is added only after a proof, with somebody verified, under a name, and once", async () => {
    const fresh = new Browser(desk);
    await setUp(desk, fresh, { role: "intake" });
    const asked = await fresh.post("/staff/account/passkeys/question", { csrf: await fresh.csrf() });
    expect(asked.headers.get("location")).toMatch(/^\/staff\/step-up\//);
    const kept = await fresh.post("/staff/account/passkeys", {
      csrf: await fresh.csrf(),
      name: "x",
      answer: "{}",
    });
    expect(kept.headers.get("location")).toMatch(/^\/staff\/step-up\//);
    expect(await add(officer, new Authenticator(), { flags: 0x01 })).toBe("passkey_refused");
    expect(await add(officer, new Authenticator(), { origin: "https://evil.example" })).toBe(
      "passkey_refused",
    );
    expect(await add(officer, new Authenticator(), { publicKey: "AAAA" })).toBe("passkey_refused");
    expect(await add(officer, new Authenticator(), {}, " ")).toBe("name_missing");
    expect(await add(officer, key)).toBe("passkey_known");
    const weak = generateKeyPairSync("rsa", { modulusLength: 1_024 }).publicKey;
    const publicKey = weak.export({ type: "spki", format: "der" }).toString("base64url");
    expect(await add(officer, new Authenticator(), { publicKey })).toBe("passkey_refused");
    const edwards = new Authenticator("ed25519");
    expect(await add(officer, edwards, {}, "Second")).toBe("passkey_added");
    expect((await enter(edwards)).in).toBe(true);
    const { view } = await officer.page("/staff/account/", "account");
    expect(view.passkeys.map(({ name }) => name)).toEqual(["Key", "Second"]);
    const csrf = await officer.csrf();
    await officer.post("/staff/account/passkeys/remove", { csrf, id: edwards.id });
    expect((await enter(edwards)).in).toBe(false);
  });

  it("is the officer's own: nobody else removes it or proves by it, and it ends with the account", async () => {
    const other = new Browser(desk);
    const { email, key: code } = await setUp(desk, other, { role: "supervisor" });
    const gone = await other.post("/staff/account/passkeys/remove", { csrf: await other.csrf(), id: key.id });
    expect(gone.status).toBe(404);
    const asked = await question(other, "/staff/step-up/question");
    const fields = {
      csrf: await other.csrf(),
      "proof-next": "/staff/",
      "proof-question": asked.question,
      "proof-passkey": key.get(asked.options.challenge),
    };
    expect((await read(await other.post("/staff/step-up/", fields), "step-up")).view.trouble).toBe("wrong");
    await prove(other, code);
    const own = new Authenticator();
    await add(other, own);
    expect((await enter(own)).in).toBe(true);
    await desk.owner.pool.query(`update auth."user" set "leftAt" = now() where email = $1`, [email]);
    expect((await enter(own)).in).toBe(false);
  });

  it("proves again who asks", async () => {
    const { browser } = await enter(key);
    const asked = await question(browser, "/staff/step-up/question");
    const fields = {
      csrf: await browser.csrf(),
      "proof-next": "/staff/account/",
      "proof-question": asked.question,
      "proof-passkey": key.get(asked.options.challenge),
    };
    expect((await browser.post("/staff/step-up/", fields)).status).toBe(303);
    const { rows } = await desk.owner.pool.query(
      "select details from events where action = 'account.stepped_up' order by seq desc limit 1",
    );
    expect(rows[0].details).toEqual({ means: "passkey" });
  });
});

describe("the rules of passkeys", () => {
  it("know no site where the desk's address is a number or goes unencrypted over a network", () => {
    expect(passkeySite("http://127.0.0.1:8081")).toBeNull();
    expect(passkeySite("http://[::1]:8081")).toBeNull();
    expect(passkeySite("http://desk.example")).toBeNull();
    expect(passkeySite("http://localhost:8081")).toBe("localhost");
    expect(passkeySite("https://desk.customs.example")).toBe("desk.customs.example");
  });

  it("let a counter only go on, or stay at none", () => {
    expect([counterGoesOn(0, 0), counterGoesOn(0, 1), counterGoesOn(4, 5)]).toEqual([true, true, true]);
    expect([counterGoesOn(5, 5), counterGoesOn(5, 4), counterGoesOn(5, 0)]).toEqual([false, false, false]);
  });

  it("take nothing that is cut short or not JSON", () => {
    const expected = {
      type: "webauthn.get" as const,
      challenge: "c",
      origin: site,
      siteHash: new Uint8Array(32),
    };
    const data = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge: "c", origin: site }));
    const whole = new Uint8Array(37);
    whole[32] = 0x05;
    expect(readPasskeyData(data, whole, expected)).toEqual({ ok: true, counter: 0 });
    expect(readPasskeyData(data, whole.subarray(0, 36), expected)).toEqual({ ok: false, fault: "malformed" });
    expect(readPasskeyData(Buffer.from("{"), whole, expected)).toEqual({ ok: false, fault: "malformed" });
    const cross = Buffer.from(JSON.stringify({ ...JSON.parse(data.toString()), crossOrigin: true }));
    expect(readPasskeyData(cross, whole, expected)).toEqual({ ok: false, fault: "other_origin" });
  });
});
