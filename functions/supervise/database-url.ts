import { join } from "node:path";
import type { Config, Role } from "../config.ts";
import { readIfThere } from "../vault/durable-file.ts";

/**
 * The address a role connects with: its own setting, else its file, which the supervisor keeps for the embedded
 * server, else the common login acting as the role.
 * @throws naming the setting when there is none of them
 */
export async function databaseUrlFor(role: Role, config: Config, keysDir: string): Promise<string> {
  const own = config.databaseUrls[role];
  if (own) return own;
  if (config.databaseUrl) return actAs(config.databaseUrl, role);
  const kept = (await readIfThere(join(keysDir, "database.url")))?.trim();
  if (kept) return kept;
  throw new Error(`DATABASE_URL_${role.toUpperCase()}: no database address, and no ${keysDir}/database.url`);
}

/** The same login, holding only what the role was granted. */
export function actAs(databaseUrl: string, role: Role): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get("options");
  url.searchParams.set("options", `${given ? `${given} ` : ""}-c role=shirokuro_${role}`);
  // A space in a query is written + there, which the PostgreSQL driver does not read back as a space.
  url.search = url.search.replaceAll("+", "%20");
  return url.href;
}
