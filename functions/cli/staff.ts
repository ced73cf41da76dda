/**
 * `npm run --silent staff -- create --email E --role R [--region G]` prints a one-time set-up link;
 * `npm run --silent staff -- token --email E` prints a bearer token for the desk's JSON interface.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { parseConfig } from "../config.ts";
import { StaffRegion, StaffRole } from "../domain/access/officer.ts";
import { inviteOfficer, setupAddress } from "../service/accounts/invite-officer.ts";
import { issueToken } from "../service/accounts/issue-token.ts";
import type { AccountContext } from "../service/accounts/ports.ts";
import { NotFound } from "../service/errors.ts";
import { connect } from "../store/connect.ts";
import { createAccountStore } from "../store/staff-accounts.ts";
import { databaseUrlFor } from "../supervise/database-url.ts";

const usage = `usage: npm run --silent staff -- create --email ADDRESS --role ${StaffRole.options.join("|")} [--region ${StaffRegion.options.join("|")}]
       npm run --silent staff -- token --email ADDRESS`;

const Create = z.object({ email: z.email(), role: StaffRole, region: StaffRegion.default("hq") });
const Token = z.object({ email: z.email() });

async function main(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) return problem(usage, 2);
  const keysDir = process.env.KEYS_DIR || `${process.env.DATA_DIR || "./data"}/keys/staff`;
  const parsed = parseConfig({ ...process.env, ROLE: "staff", KEYS_DIR: keysDir });
  if (!parsed.ok) return problem(parsed.problems.join("\n"), 2);
  const connection = connect(await databaseUrlFor("staff", parsed.config, keysDir), { max: 1 });
  const ctx: AccountContext = {
    clock: () => new Date(),
    random: (count) => randomBytes(count),
    accounts: createAccountStore(connection.db),
  };
  try {
    if (given.command === "create") return await create(ctx, given.values, parsed.config.staffUrl);
    return await token(ctx, given.values);
  } catch (error) {
    if (error instanceof NotFound) return problem("nobody has an account with this address", 1);
    if (error instanceof Error && "code" in error && error.code === "ECONNREFUSED")
      return problem("the database does not answer: is the program running?", 1);
    throw error;
  } finally {
    await connection.close();
  }
}

async function create(ctx: AccountContext, values: unknown, configuredUrl: string): Promise<number> {
  const input = Create.safeParse(values);
  if (!input.success) return problem(usage, 2);
  const secret = await inviteOfficer(ctx, {
    purpose: "invite",
    ...input.data,
    email: input.data.email.toLowerCase(),
  });
  // Where the running desk says it is; a port chosen at its start is not in any setting.
  process.stdout.write(`${setupAddress((await ctx.accounts.deskUrl()) ?? configuredUrl, secret)}\n`);
  return 0;
}

async function token(ctx: AccountContext, values: unknown): Promise<number> {
  const input = Token.safeParse(values);
  if (!input.success) return problem(usage, 2);
  process.stdout.write(`${await issueToken(ctx, input.data.email)}\n`);
  return 0;
}

function read(
  args: string[],
): { command: "create" | "token"; values: Record<string, string | undefined> } | undefined {
  try {
    const option = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { email: option, role: option, region: option },
    });
    const [command, ...more] = positionals;
    return more.length === 0 && (command === "create" || command === "token")
      ? { command, values }
      : undefined;
  } catch {
    return undefined;
  }
}

function problem(line: string, code: number): number {
  process.stderr.write(`${line}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
