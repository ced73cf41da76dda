import { installQueues } from "../jobs/queue.ts";
import { migrate } from "../store/migrate.ts";

/**
 * Brings a database to what this program needs: tables, grants and job queues. Safe at every start.
 * @param ownerUrl the login that may make tables; the three roles exist already
 * @returns the migrations applied now
 */
export async function prepareDatabase(ownerUrl: string): Promise<string[]> {
  const applied = await migrate(ownerUrl);
  await installQueues(ownerUrl);
  return applied;
}
