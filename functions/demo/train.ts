/** Makes the practice desk: a database, keys and evidence of its own, filled with the demonstration's invented tips. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import type { Config } from "../config.ts";
import { codeOf, createLogger } from "../log.ts";
import { windClock } from "../service/arrivals/wind-clock.ts";
import { traceWaiting } from "../service/tips/trace-waiting.ts";
import { readUse } from "../store/demonstration.ts";
import { provisionRoles } from "../store/provision.ts";
import { prepareDatabase } from "../supervise/prepare-database.ts";
import { inDatabase, TRAINING_DATABASE } from "../supervise/training-url.ts";
import { readIfThere, replaceFile } from "../vault/durable-file.ts";
import { ensureKeyFiles } from "../vault/key-files.ts";
import { demonstrate } from "./demonstrate.ts";
import { wireDemo } from "./wire-demo.ts";

const FOLDERS = ["owner", "public", "staff", "worker"] as const;

/**
 * Makes it where there is none; with `fresh` all that was done there is thrown away first. Only a database that is empty
 * or says itself that it holds a demonstration is ever touched.
 * @throws when it is neither, or where no practice desk is set up
 */
export async function train(config: Config, fresh: boolean): Promise<void> {
  const dataDir = join(config.dataDir, "training");
  await ensureKeyFiles(dataDir, (count) => randomBytes(count));
  const ownerUrl = config.trainingDatabaseUrl ?? (await besideTheRealOne(config, dataDir));
  if (config.trainingDatabaseUrl) await provisionRoles(ownerUrl);
  if (fresh) await empty(ownerUrl);
  await prepareDatabase(ownerUrl);
  if (fresh) await rm(join(dataDir, "evidence"), { recursive: true, force: true, maxRetries: 3 });
  const own: Config = {
    ...config,
    role: "all",
    dataDir,
    keysDir: null,
    databaseUrl: config.trainingDatabaseUrl,
    databaseUrls: { public: null, staff: null, worker: null },
    evidenceS3Url: null,
    twilio: null,
    mail: null,
    transcribeUrl: null,
  };
  await demonstrate(own);
  await compare(own);
}

/** Makes the database on our own server, if it is not there, and tells each role of it in the practice desk's folders. */
async function besideTheRealOne(config: Config, dataDir: string): Promise<string> {
  const real = (folder: string) => readIfThere(join(config.dataDir, "keys", folder, "database.url"));
  const owner = (await real("owner"))?.trim();
  if (!owner) throw new Error("TRAINING_DATABASE_URL: write the address of a database for the practice desk");
  await withClient(inDatabase(owner, "postgres"), async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      TRAINING_DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${TRAINING_DATABASE}`);
  });
  for (const folder of FOLDERS) {
    const url = (await real(folder))?.trim();
    if (url)
      await replaceFile(
        join(dataDir, "keys", folder, "database.url"),
        `${inDatabase(url, TRAINING_DATABASE)}\n`,
      );
  }
  return inDatabase(owner, TRAINING_DATABASE);
}

/** Everything of ours goes, and only from a database that says itself that all it holds is invented. */
async function empty(ownerUrl: string): Promise<void> {
  const made = await withClient(
    ownerUrl,
    async (client) =>
      (await client.query("select to_regclass('public.demonstration') is not null as made")).rows[0]?.made,
  );
  const use = made ? (await readUse(ownerUrl)).kind : "empty";
  if (use === "real") throw new Error("the practice desk's database holds real tips and stays as it is");
  if (use !== "demonstration") return;
  await withClient(ownerUrl, async (client) => {
    await client.query("drop schema if exists auth, pgboss cascade");
    await client.query("drop schema public cascade");
    await client.query("create schema public");
    await client.query("grant usage on schema public to public");
  });
}

/** Brings a practice desk that was made by an earlier program up to date; there may be none. */
export async function keepTraining(config: Config): Promise<void> {
  const dataDir = join(config.dataDir, "training");
  if ((await readIfThere(join(dataDir, "keys", "made.txt"))) === undefined) return;
  try {
    // A newer program may have keys that this one did not.
    await ensureKeyFiles(dataDir, (count) => randomBytes(count));
    await prepareDatabase(config.trainingDatabaseUrl ?? (await besideTheRealOne(config, dataDir)));
  } catch (error) {
    // The real desk starts all the same; the practice desk says that it is to be made.
    const log = createLogger({ role: "supervisor", level: config.logLevel });
    log.warn({ code: codeOf(error) }, "practice desk not brought up to date");
  }
}

/** What the worker would do with new tips: it looks after the real ones alone. */
async function compare(config: Config): Promise<void> {
  const wiring = await wireDemo(config, createLogger({ role: "demonstration", level: "error" }));
  try {
    while ((await traceWaiting(wiring.worker.trace)) > 0);
    await windClock(wiring.worker.trace);
  } finally {
    await wiring.close();
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
