import type { Config } from "../config.ts";
import { actAs } from "./database-url.ts";

export const TRAINING_DATABASE = "shirokuro_training";

/** The same server and login, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/**
 * Where the staff role finds the practice desk: by its own setting, or beside the embedded server's database. Null on
 * a server somebody else runs, where we make no databases unasked.
 */
export function trainingUrlFor(config: Config, staffUrl: string): string | null {
  if (config.trainingDatabaseUrl) return actAs(config.trainingDatabaseUrl, "staff");
  if (config.databaseUrl || config.databaseUrls.staff) return null;
  return inDatabase(staffUrl, TRAINING_DATABASE);
}
