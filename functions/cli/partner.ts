/**
 * `npm run --silent partner -- create --name NAME` prints a key for a partner body, once;
 * `list` shows every key that was given out, and `revoke --key ID` or `revoke --name NAME` ends them.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { parseConfig } from "../config.ts";
import { BadInput, NotFound } from "../service/errors.ts";
import { createPartnerKey } from "../service/partners/create-partner-key.ts";
import { listPartnerKeys } from "../service/partners/list-partner-keys.ts";
import type { PartnerContext, PartnerKeyRow } from "../service/partners/ports.ts";
import { revokePartnerKeys } from "../service/partners/revoke-partner-keys.ts";
import { connect, isAway } from "../store/connect.ts";
import { createPartnerStore } from "../store/partners.ts";
import { databaseUrlFor } from "../supervise/database-url.ts";
import { readKey } from "../vault/key-files.ts";
import { createPartnerKeys } from "../vault/partner-keys.ts";

const usage = `usage: npm run --silent partner -- create --name NAME
       npm run --silent partner -- list
       npm run --silent partner -- revoke --key ID | --name NAME`;

const Command = z.union([
  z.strictObject({ command: z.literal("create"), name: z.string() }),
  z.strictObject({ command: z.literal("list") }),
  z.strictObject({ command: z.literal("revoke"), key: z.uuid() }),
  z.strictObject({ command: z.literal("revoke"), name: z.string() }),
]);
type Command = z.infer<typeof Command>;

async function main(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) return problem(usage, 2);
  const keysDir = process.env.KEYS_DIR || `${process.env.DATA_DIR || "./data"}/keys/staff`;
  const parsed = parseConfig({ ...process.env, ROLE: "staff", KEYS_DIR: keysDir });
  if (!parsed.ok) return problem(parsed.problems.join("\n"), 2);
  const indexKey = await readKey(keysDir, "index");
  const connection = connect(await databaseUrlFor("staff", parsed.config, keysDir), { max: 1 });
  try {
    return await run(
      {
        clock: () => new Date(),
        random: (count) => randomBytes(count),
        keys: createPartnerKeys(indexKey),
        partners: createPartnerStore(connection.db),
      },
      given,
    );
  } catch (error) {
    if (error instanceof BadInput) return problem("the name must be one line of at most 100 characters", 2);
    if (error instanceof NotFound) return problem("no such key is in use", 1);
    if (isAway(error)) return problem("the database does not answer: is the program running?", 1);
    throw error;
  } finally {
    await connection.close();
  }
}

async function run(ctx: PartnerContext, given: Command): Promise<number> {
  if (given.command === "create") {
    process.stdout.write(`${await createPartnerKey(ctx, given)}\n`);
    return 0;
  }
  if (given.command === "list") {
    for (const row of await listPartnerKeys(ctx)) process.stdout.write(`${line(row)}\n`);
    return 0;
  }
  const count = await revokePartnerKeys(ctx, "key" in given ? { keyId: given.key } : { name: given.name });
  process.stdout.write(`${count} ${count === 1 ? "key" : "keys"} revoked\n`);
  return 0;
}

/** `ID  since 2026-11-20  in use|revoked 2026-11-21  3 tips  NAME`: the name last, as it may hold anything. */
function line({ keyId, name, madeAt, revokedAt, tips }: PartnerKeyRow): string {
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  return [
    keyId,
    `since ${day(madeAt)}`,
    revokedAt ? `revoked ${day(revokedAt)}` : "in use",
    `${tips} ${tips === 1 ? "tip" : "tips"}`,
    name,
  ].join("  ");
}

function read(args: string[]): Command | undefined {
  try {
    const option = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: option, key: option },
    });
    if (positionals.length !== 1) return undefined;
    return Command.safeParse({ command: positionals[0], ...values }).data;
  } catch {
    return undefined;
  }
}

function problem(line: string, code: number): number {
  process.stderr.write(`${line}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
