import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedServer, embeddedUrl, startEmbedded } from "../../functions/store/embedded.ts";
import { clearStaleServer } from "../../functions/store/embedded-process.ts";

import { DATABASE_ROLES, type DatabaseRole, provisionServer } from "../../functions/store/provision.ts";
import { prepareDatabase } from "../../functions/supervise/prepare-database.ts";
import { SOCKET_VARIABLE, type TestServer, withDatabase } from "./database.ts";

const PREFIX = "shirokuro-test-";

/** Offers one throw-away database server to the whole run; it starts only if a suite asks for a database. */
export async function setup(): Promise<() => Promise<void>> {
  await sweep();
  const directory = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root the server runs as another user, who has to reach the data inside.
  chmodSync(directory, 0o711);
  let started: Promise<{ server: EmbeddedServer; addresses: TestServer }> | undefined;
  const door = createServer(async (socket) => {
    started ??= startServer(directory);
    const answer = await started.then(
      ({ addresses }) => addresses,
      (error: Error) => ({ problem: `the test database did not start: ${error.message}` }),
    );
    socket.end(JSON.stringify(answer));
  });
  process.env[SOCKET_VARIABLE] = join(directory, "ask.sock");
  await once(door.listen(process.env[SOCKET_VARIABLE]), "listening");
  return async () => {
    door.close();
    await started?.then(({ server }) => server.stop()).catch(() => undefined);
    rmSync(directory, { recursive: true, force: true });
  };
}

async function startServer(directory: string): Promise<{ server: EmbeddedServer; addresses: TestServer }> {
  const password = randomBytes(12).toString("hex");
  const login = { user: "shirokuro_owner", password };
  const cluster = join(directory, "postgres");
  const server = await startEmbedded({
    ...login,
    cluster,
    logFile: join(directory, "postgres.log"),
    durable: false,
  });
  const address = (user: string): string =>
    embeddedUrl({ user, password, port: server.port, database: "postgres" });
  const passwords = Object.fromEntries(DATABASE_ROLES.map((role) => [role, password])) as Record<
    DatabaseRole,
    string
  >;
  await provisionServer(address(login.user), "shirokuro", passwords);
  await prepareDatabase(withDatabase(address(login.user), "shirokuro"));
  const addresses = {
    owner: address(login.user),
    public: address("shirokuro_public"),
    staff: address("shirokuro_staff"),
    worker: address("shirokuro_worker"),
  };
  return { server, addresses };
}

/** Clears up after runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split("-")[0]);
    try {
      process.kill(pid, 0);
    } catch {
      await clearStaleServer(join(tmpdir(), name, "postgres"));
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
