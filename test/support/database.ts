import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { Client } from "pg";

/** What the run's database server tells a suite: the owner's address and those of the three roles. */
export type TestServer = { owner: string; public: string; staff: string; worker: string };

export type TestDatabase = {
  /** The owner's address: may do everything, as migrations do. */
  url: string;
  /** The addresses the three processes would be given, with only the granted rights. */
  urls: { public: string; staff: string; worker: string };
  /** Ends all sessions on it and removes it. */
  drop(): Promise<void>;
};

/** The socket `test/support/global-setup.ts` listens on; the server starts when the first suite asks. */
export const SOCKET_VARIABLE = "SHIROKURO_TEST_DATABASE";

let server: Promise<TestServer> | undefined;

/**
 * Makes an empty, migrated database of its own for one test file, in some 50 ms.
 * @throws outside a vitest run of this repository, which starts the server
 */
export async function freshDatabase(): Promise<TestDatabase> {
  server ??= askForServer();
  const addresses = await server;
  const name = `t_${randomBytes(6).toString("hex")}`;
  await onServer(addresses.owner, `CREATE DATABASE ${name} TEMPLATE shirokuro`);
  const at = (url: string): string => withDatabase(url, name);
  return {
    url: at(addresses.owner),
    urls: { public: at(addresses.public), staff: at(addresses.staff), worker: at(addresses.worker) },
    drop: () => onServer(addresses.owner, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The same address with another database's name. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function askForServer(): Promise<TestServer> {
  const path = process.env[SOCKET_VARIABLE];
  if (!path) throw new Error("no test database: run this through vitest with the repository's configuration");
  const socket = connect(path);
  await once(socket, "connect");
  const answer: TestServer | { problem: string } = JSON.parse(await text(socket));
  if ("problem" in answer) throw new Error(answer.problem);
  return answer;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
