/** The practice desk's database, as the staff role reaches it. */
import type { Kysely } from "kysely";
import type { Officer } from "../service/actor.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";

/** When the invented tips there were begun; undefined while they are not all filed, or there is no such database. */
export async function trainingSince(db: {
  query(sql: string): Promise<{ rows: { begun_at: Date }[] }>;
}): Promise<Date | undefined> {
  try {
    const { rows } = await db.query("select begun_at from demonstration where filled_at is not null");
    return rows[0]?.begun_at;
  } catch (error) {
    // No such database, or no such table yet: it is to be made first.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "3D000" || code === "42P01" || code === "57P01") return undefined;
    throw error;
  }
}

/** Makes the trainee known there, with the role and region they have. */
export async function admitOfficer(database: Kysely<Database>, officer: Officer): Promise<void> {
  const { id, name, role, region } = officer;
  await database
    .withTables<StaffTables>()
    .insertInto("auth.user")
    .values({ id, name, email: `${id}@training.invalid`.toLowerCase(), role, region, twoFactorEnabled: true })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name, role, region }))
    .execute();
}
