import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { BuiltProgram } from "../support/built-program.ts";
import { totp } from "../support/totp.ts";
import { authenticators } from "./desk-steps.ts";

/**
 * The code of an officer's authenticator, good though the same one was used a moment ago: the desk takes each once, and
 * what it remembers of that is taken away, as if half a minute had passed.
 */
export async function newCode({ dataDir }: Pick<BuiltProgram, "dataDir">, email: string): Promise<string> {
  const url = (await readFile(join(dataDir, "keys/staff/database.url"), "utf8")).trim();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `delete from auth.used_codes where user_id = (select id from auth."user" where email = $1)`,
    [email],
  );
  await client.end();
  return totp(authenticators.get(email) ?? "");
}
