import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import sharp from "sharp";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOpener } from "../../functions/vault/open.ts";
import { type BuiltProgram, startBuiltProgram } from "../support/built-program.ts";
import { FakeTwilio, press, talk } from "../support/fake-twilio/fake-twilio.ts";

/** Things that people said or are, each findable by its own bytes wherever it might lie. */
const secrets = {
  words: "QUARTZLANTERN arrives at the pier",
  japanese: "瑠璃色提灯の船",
  place: "ZEBRAWHARF",
  who: "OTTILIE NIGHTINGALE",
  contact: "ottilie@hidden.example",
  addition: "MARIGOLDSTAIRS behind the ice house",
  message: "COPPERHERON in the engine room",
  smsNumber: "8000013579",
  callNumber: "8000024680",
  camera: "BESPOKE-CAMERA-7",
  fileName: "velvet-anchor.jpg",
};

let program: BuiltProgram;
let twilio: FakeTwilio;
let mailServer: SMTPServer;
const mails: string[] = [];
let owner: pg.Client;

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const account = { accountSid: `AC${"a".repeat(32)}`, authToken: "b".repeat(32) };
  twilio = await FakeTwilio.start({ ...account, publicUrl, repeat: 2 });
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", resolve));
  const mailPort = (mailServer.server.address() as { port: number }).port;
  program = await startBuiltProgram({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_URL: twilio.apiUrl,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: "line@customs.example",
    DESK_MAIL: "desk@customs.example",
    LOG_LEVEL: "debug",
  });
  owner = new pg.Client({
    connectionString: readFileSync(join(program.dataDir, "keys/owner/database.url"), "utf8").trim(),
  });
  await owner.connect();
  await fileByEveryDoor(program.publicUrl);
  await settled();
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await program?.stop();
  await twilio?.stop();
  await new Promise<void>((resolve) => (mailServer ? mailServer.close(() => resolve()) : resolve()));
});

async function fileByEveryDoor(url: string): Promise<void> {
  const json = await fetch(`${url}/api/tips`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      locale: "en",
      text: `${secrets.words} tonight with a pistol. ${secrets.japanese}`,
      place: secrets.place,
      who: secrets.who,
      contact: secrets.contact,
      idempotencyKey: randomUUID(),
    }),
  });
  expect(json.status).toBe(201);
  const { receipt } = (await json.json()) as { receipt: string };
  const added = await fetch(`${url}/api/follow-up/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ receipt, text: secrets.addition, locale: "en" }),
  });
  expect(added.status).toBe(201);
  const form = new FormData();
  const key =
    /name="idempotencyKey" value="([^"]+)"/.exec(await (await fetch(`${url}/ja/report/`)).text())?.[1] ?? "";
  form.set("idempotencyKey", key);
  form.set("text", secrets.japanese);
  form.set("contact", secrets.contact);
  form.set("keepOriginal", "yes");
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#abc" } })
    .withExif({ IFD0: { Model: secrets.camera } })
    .jpeg()
    .toBuffer();
  form.set("files", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), secrets.fileName);
  const page = await fetch(`${url}/ja/report/`, { method: "POST", body: form });
  expect(page.status).toBe(200);
  expect((await twilio.message(secrets.message, { from: `+81${secrets.smsNumber}` })).status).toBe(200);
  await twilio.call([press("2"), talk(2, ["404", "500"])], `+81${secrets.callNumber}`);
}

/** Every tip in the database, the recording fetched and removed at the provider, the mail sent. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const tips = Number((await owner.query("select count(*) from tips")).rows[0].count);
    const done = await owner.query(
      "select 1 from evidence where kind = 'recording' and source_removed_at is not null",
    );
    if (tips >= 4 && done.rowCount === 1 && mails.length > 0) return;
    await sleep(100);
  }
  throw new Error("the tips did not settle");
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

async function tableRows(): Promise<string> {
  const tables = await owner.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  let text = "";
  for (const { name } of tables.rows) {
    const rows = await owner.query(`select t::text as row from ${name} t`);
    text += rows.rows.map((row) => row.row).join("\n");
  }
  return text;
}

describe("a tip filed by every door of the built program", () => {
  it("arrives each time: two reports, an addition, a text message and a call", async () => {
    const { rows } = await owner.query(
      "select channel, count(*)::int from tips group by channel order by channel",
    );
    expect(rows).toEqual([
      { channel: "sms", count: 1 },
      { channel: "voice", count: 1 },
      { channel: "web", count: 2 },
    ]);
    expect((await owner.query("select 1 from messages")).rowCount).toBe(1);
    const { rows: evidence } = await owner.query("select kind, state from evidence order by kind");
    expect(evidence.map((row) => row.kind)).toEqual(["original", "recording", "view"]);
    expect(evidence.every((row) => row.state === "stored")).toBe(true);
  });

  it("leaves no word, name, number or file name in any table", async () => {
    const rows = await tableRows();
    // The bytes a row shows are hexadecimal, so look for those as well.
    for (const [what, secret] of Object.entries(secrets)) {
      expect(rows.includes(secret), what).toBe(false);
      expect(rows.includes(Buffer.from(secret).toString("hex")), `${what} as bytes`).toBe(false);
    }
  });

  it("leaves none in any file below the data folder: database, journal, evidence", async () => {
    await owner.query("checkpoint");
    const files = filesBelow(program.dataDir);
    expect(files.length).toBeGreaterThan(50);
    for (const path of files) {
      const bytes = readFileSync(path);
      for (const [what, secret] of Object.entries(secrets)) {
        expect(bytes.includes(secret), `${what} in ${path.slice(program.dataDir.length)}`).toBe(false);
      }
    }
  });

  it("leaves none in the logs, nor in the mail to the desk", () => {
    expect(program.output().length).toBeGreaterThan(0);
    expect(mails.length).toBeGreaterThan(0);
    for (const [what, secret] of Object.entries(secrets)) {
      expect(program.output().includes(secret), `${what} in the logs`).toBe(false);
      for (const mail of mails) {
        const plain = mail
          .replace(/=\r?\n/g, "")
          .replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString());
        expect(plain.includes(secret), `${what} in a mail`).toBe(false);
      }
    }
    expect(program.output()).not.toMatch(/127\.0\.0\.1:\d+.*GET|user-agent/i);
  });

  it("opens with the desk's key, and with nothing that the public or worker process was given", async () => {
    const { rows } = await owner.query("select sealed from tips where channel = 'web'");
    const identity = readFileSync(join(program.dataDir, "keys/staff/identity.txt"), "utf8").trim();
    const opened = await Promise.all(rows.map((row) => createOpener(identity).open(row.sealed)));
    expect(opened.map((bytes) => Buffer.from(bytes).toString()).join()).toContain(secrets.words);
    for (const role of ["public", "worker"]) {
      const given = [
        ...filesBelow(join(program.dataDir, "keys", role)).map((path) => readFileSync(path, "utf8")),
        environmentOf(`${role}-app.ts`),
      ].join("\n");
      expect(given).not.toContain("AGE-SECRET-KEY");
      expect(given).not.toContain(identity);
      // Thirty-two bytes in hexadecimal could be an identity in other clothes: none of them opens anything.
      for (const hex of given.match(/\b[0-9a-f]{64}\b/g) ?? []) {
        const { bech32 } = await import("@scure/base");
        const guess = bech32.encodeFromBytes("AGE-SECRET-KEY-", Buffer.from(hex, "hex")).toUpperCase();
        for (const row of rows) await expect(createOpener(guess).open(row.sealed)).rejects.toThrow();
      }
    }
  });

  it("is kept from the public process also when it asks the database", async () => {
    const url = readFileSync(join(program.dataDir, "keys/public/database.url"), "utf8").trim();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await expect(client.query("select sealed from tips")).rejects.toThrow(/permission denied/);
    await client.end();
  });
});

function environmentOf(command: string): string {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (line.includes(command) && line.includes(program.dataDir))
        return readFileSync(`/proc/${pid}/environ`, "utf8");
    } catch {
      // it ended meanwhile
    }
  }
  throw new Error(`no process runs ${command}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
