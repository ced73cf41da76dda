import { Client } from "pg";

/** The database's side of the three processes: each role holds only what the migrations grant it. */
export const DATABASE_ROLES = ["shirokuro_public", "shirokuro_staff", "shirokuro_worker"] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/**
 * Makes the database and its three logins on a server of our own, and sets their passwords.
 * @param serverUrl the owner's address of the `postgres` database on that server
 * @param passwords one password a login
 */
export async function provisionServer(
  serverUrl: string,
  database: string,
  passwords: Record<DatabaseRole, string>,
): Promise<void> {
  await withClient(serverUrl, async (client) => {
    for (const role of DATABASE_ROLES) {
      const verb = (await roleExists(client, role)) ? "ALTER" : "CREATE";
      await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}`);
    }
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

/**
 * Makes the three roles, without login, on a server somebody else runs, and lets the migrating login act as each.
 * @throws naming the statements an administrator has to run when this login may not
 */
export async function provisionRoles(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    for (const role of DATABASE_ROLES) {
      try {
        if (!(await roleExists(client, role))) await client.query(`CREATE ROLE ${role} NOLOGIN`);
        const held = await client.query("SELECT pg_has_role(current_user, $1, 'SET') AS held", [role]);
        if (!held.rows[0]?.held) await client.query(`GRANT ${role} TO current_user`);
      } catch {
        throw new Error(
          `this database login may not make roles; have an administrator run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO (the login in DATABASE_URL);`,
        );
      }
    }
  });
}

async function roleExists(client: Client, role: string): Promise<boolean> {
  return (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role])).rowCount === 1;
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
