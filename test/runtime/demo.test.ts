import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Kysely } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Config, parseConfig } from "../../functions/config.ts";
import { demonstrate } from "../../functions/demo/demonstrate.ts";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { decodeSealed, SealedWords } from "../../functions/domain/intake/sealed-words.ts";
import { createAuth } from "../../functions/staff/auth.ts";
import { connect } from "../../functions/store/connect.ts";
import { ensureKeyFiles, readIdentity, readKey } from "../../functions/vault/key-files.ts";
import { createOpener } from "../../functions/vault/open.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { dataDirectory } from "../support/program.ts";
import { totp } from "../support/totp.ts";

const START = resolve(import.meta.dirname, "../../functions/start.ts");

let database: TestDatabase;
let data: ReturnType<typeof dataDirectory>;
let config: Config;
let owner: ReturnType<typeof connect>;

async function begin(): Promise<void> {
  database = await freshDatabase();
  data = dataDirectory();
  await ensureKeyFiles(data.path, (count) => randomBytes(count));
  owner = connect(database.url, { max: 2 });
  const parsed = parseConfig({ DATA_DIR: data.path, DATABASE_URL: database.url, LOG_LEVEL: "error" });
  if (!parsed.ok) throw new Error(parsed.problems.join("; "));
  config = parsed.config;
}

async function end(): Promise<void> {
  await owner?.close();
  await database?.drop();
  await data?.remove();
}

const rows = async <Row extends object>(sql: string) => (await owner.pool.query<Row>(sql)).rows;
const counts = () =>
  rows<{
    tips: number;
    messages: number;
    evidence: number;
    events: number;
    officers: number;
    arrivals: number;
  }>(
    `select (select count(*)::int from tips) as tips, (select count(*)::int from messages) as messages,
            (select count(*)::int from evidence) as evidence, (select count(*)::int from events) as events,
            (select count(*)::int from auth."user") as officers, (select count(*)::int from arrivals) as arrivals`,
  );

describe("a demonstration on an empty database", () => {
  let lines: string[];
  beforeAll(async () => {
    await begin();
    lines = await demonstrate(config);
  });
  afterAll(end);

  test("files about sixty tips by every channel, in every language of the site, over the last days", async () => {
    const tips = await rows<{ channel: string; locale: string; band: string; lane: string; age: number }>(
      "select channel, locale, band, lane, extract(epoch from now() - received_at)::int as age from tips",
    );
    expect(tips.length).toBeGreaterThanOrEqual(60);
    const all = (key: "channel" | "locale" | "band" | "lane") => new Set(tips.map((tip) => tip[key]));
    expect(all("channel")).toEqual(new Set(["web", "voice", "sms", "partner"]));
    expect(all("locale").size).toBe(18);
    expect(all("band")).toEqual(new Set(["A", "B", "C", "D"]));
    expect(all("lane")).toEqual(new Set(["queue", "quarantine", "set_aside"]));
    expect(Math.min(...tips.map(({ age }) => age))).toBeGreaterThan(0);
    expect(Math.max(...tips.map(({ age }) => age))).toBeGreaterThan(5 * 86_400);
  });

  test("seals them as real ones: the database holds no word, the desk's key opens each", async () => {
    const opener = createOpener(await readIdentity(join(data.path, "keys/staff")));
    const sealed = await rows<{ sealed: Buffer; channel: string }>("select sealed, channel from tips");
    for (const { sealed: bytes, channel } of sealed) {
      const { report } = decodeSealed(SealedWords, await opener.open(bytes));
      expect(report.text !== "").toBe(channel !== "voice");
      expect(report.text).not.toMatch(/\{day/);
    }
    const [dump] = await rows<{ all: string }>("select json_agg(tips)::text as all from tips");
    expect(dump?.all).not.toMatch(/QZJU|QUIET LANTERN|陶器/);
  });

  test("has pictures and recordings that are kept and open, and arrivals to meet", async () => {
    const files = await rows<{ kind: string; state: string; id: string; media_type: string }>(
      "select id, kind, state, media_type from evidence order by kind",
    );
    expect(files.filter(({ kind }) => kind === "view").length).toBeGreaterThanOrEqual(4);
    const recordings = files.filter(({ kind }) => kind === "recording");
    expect(recordings.length).toBeGreaterThanOrEqual(3);
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(["stored"]));
    const [{ arrivals } = { arrivals: 0 }] = await counts();
    expect(arrivals).toBeGreaterThanOrEqual(10);
  });

  test("prints an officer for each role, whose password and authenticator key let them in", async () => {
    const connection = connect(database.urls.staff);
    const auth = createAuth({
      db: connection.db.withSchema("auth") as unknown as Kysely<unknown>,
      secret: Buffer.from(await readKey(join(data.path, "keys/staff"), "auth")).toString("hex"),
      staffUrl: config.staffUrl,
    });
    const officers = lines.flatMap((line) => {
      const match =
        /^Officer {6}(\S+) \((\w+), \w+\) {2}password ([a-z2-9-]{23}) {2}authenticator key ([A-Z2-7 ]+)$/.exec(
          line,
        );
      return match
        ? [{ email: match[1] ?? "", role: match[2], password: match[3] ?? "", key: match[4] ?? "" }]
        : [];
    });
    expect(officers.map(({ role }) => role)).toEqual([...StaffRole.options]);
    for (const { email, password, key } of officers) {
      const first = await auth.api.signInEmail({
        body: { email, password },
        headers: new Headers(),
        asResponse: true,
      });
      expect(await first.json(), email).toMatchObject({ twoFactorRedirect: true });
      const cookie = first.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; ");
      const second = await auth.api.verifyTOTP({
        body: { code: totp(key) },
        headers: new Headers({ cookie }),
        asResponse: true,
      });
      expect(second.status, email).toBe(200);
    }
    await connection.close();
  });

  test("prints receipts and a partner's key that are good, and has nobody told of invented tips", async () => {
    expect(lines.filter((line) => /^Receipt {6}(\d{4} ){4}\([\w-]+\)$/.test(line)).length).toBeGreaterThan(1);
    expect(lines.filter((line) => /^Partner key {2}skp_[\w-]{43}$/.test(line))).toHaveLength(1);
    expect(await rows("select from pgboss.job")).toEqual([]);
    expect(await rows("select from notices")).toEqual([]);
  });

  test("writes an unbroken log in order of time", async () => {
    const broken = await rows("select seq from events e where e.hash <> event_digest(e)");
    expect(broken).toEqual([]);
    const worked = await rows<{ action: string }>(
      "select distinct action from events where actor_kind = 'staff'",
    );
    const actions = worked.map(({ action }) => action);
    for (const action of ["tip.taken", "message.sent", "tip.set_aside", "tip.band_set"])
      expect(actions).toContain(action);
  });

  test("is left as it is by the next start, which prints the same way in", async () => {
    const before = await counts();
    const again = await demonstrate(config);
    expect(await counts()).toEqual(before);
    expect(again.filter((line) => !line.startsWith("Partner"))).toEqual(
      lines.filter((line) => !line.startsWith("Partner")),
    );
  });

  test("goes on where it was cut short, and files nothing twice", async () => {
    const [before] = await counts();
    await owner.pool.query("update demonstration set filled_at = null");
    await demonstrate(config);
    const [after] = await counts();
    const events = before?.events ?? 0;
    expect(after).toEqual({ ...before, events: after?.events });
    // The partner gets a new key, as nobody may have seen the first; an import is always written down.
    const added = await rows<{ action: string }>(
      `select action from events where seq > ${events} order by seq`,
    );
    expect(added.map(({ action }) => action)).toEqual(["partner.key_made", "arrivals.imported"]);
    expect(await rows("select from demonstration where filled_at is not null")).toHaveLength(1);
  });
});

describe("a demonstration is refused with one line, and nothing is touched", () => {
  beforeEach(begin);
  afterEach(end);
  const line =
    "--demo: this database is in use for real tips and stays as it is; start without --demo, or choose an empty DATA_DIR or database";

  test("where an officer has an account", async () => {
    await owner.pool.query(
      `insert into auth."user" (id, name, email, role, region) values ('${randomUUID()}', 'A', 'a@x.example', 'admin', 'hq')`,
    );
    await expect(demonstrate(config)).rejects.toThrow(line);
    expect(await counts()).toMatchObject([{ tips: 0, officers: 1, events: 0 }]);
    expect(await rows("select from demonstration")).toEqual([]);
  });

  test("where a tip is", async () => {
    await owner.pool.query(
      `insert into tips (id, received_at, channel, locale, lang, idem_hash, words_hash, receipt_hash, thread_recipient,
         sealed, disposition, machine_band, score, urgency, threat_to_life, categories, place_codes, reasons,
         identifier_counts, band, lane)
       values (gen_random_uuid(), now(), 'web', 'ja', 'ja', 'a', 'b', 'c', 'd', 'e', 'information', 'C', 1, 'undated',
         false, '{}', '{}', '[]', '{}', 'C', 'queue')`,
    );
    await expect(demonstrate(config)).rejects.toThrow(line);
    expect(await counts()).toMatchObject([{ tips: 1, officers: 0 }]);
  });

  test("where real tips wait in the journal", async () => {
    mkdirSync(join(data.path, "journal"));
    writeFileSync(join(data.path, "journal", "1-1-000001.journal"), "x");
    await expect(demonstrate(config)).rejects.toThrow(line);
    expect(await counts()).toMatchObject([{ tips: 0, officers: 0 }]);
  });

  test("where one role runs alone", async () => {
    await expect(demonstrate({ ...config, role: "public" })).rejects.toThrow("--demo: leave ROLE out");
  });

  test("and any other argument of npm start is, too", async () => {
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) => {
      execFile(process.execPath, [START, "--demonstration"], (error, _, said) =>
        done({ code: error?.code, stderr: said }),
      );
    });
    expect(code).toBe(1);
    expect(stderr).toBe(
      "npm start takes one argument, --demo; settings are environment variables (docs/operations.md)\n",
    );
  });
});
