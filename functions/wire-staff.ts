import { randomBytes } from "node:crypto";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Kysely } from "kysely";
import type { Config } from "./config.ts";
import { createStaffApp } from "./create-staff-app.ts";
import type { DeskNotice } from "./domain/cases/desk-page.ts";
import { createEnqueuer } from "./jobs/queue.ts";
import { distFolder, loadPages } from "./load-pages.ts";
import { measureRequests } from "./metrics/measure-requests.ts";
import type { AccountContext } from "./service/accounts/ports.ts";
import type { StaffContext } from "./service/staff-context.ts";
import { createAuth } from "./staff/auth.ts";
import { firstAdminLink } from "./staff/first-admin.ts";
import { pageAround } from "./staff/page-around.ts";
import { staticSite } from "./static.ts";
import { createArrivalReader } from "./store/arrivals-desk.ts";
import { createArrivalImporter } from "./store/arrivals-import.ts";
import { type Connection, connect } from "./store/connect.ts";
import { withCountCache } from "./store/count-cache.ts";
import { isDemonstration } from "./store/demonstration.ts";
import { createTextStore } from "./store/desk-texts.ts";
import type { EnqueueJobs } from "./store/enqueue.ts";
import { createLogReader } from "./store/event-chain.ts";
import { createEvidenceStore } from "./store/evidence-store.ts";
import { listenToDesk } from "./store/listen.ts";
import { createRelatedReader } from "./store/related-desk.ts";
import { createSpokenDesk } from "./store/spoken-desk.ts";
import { createAccountStore } from "./store/staff-accounts.ts";
import { createCaseStore } from "./store/staff-cases.ts";
import { createCorrectionReader } from "./store/staff-corrections.ts";
import { createDeskStore } from "./store/staff-desk.ts";
import { createHandoverStore } from "./store/staff-handover.ts";
import { createPresenceStore } from "./store/staff-presence.ts";
import { createQueueStore } from "./store/staff-queue.ts";
import { createRecordingDesk } from "./store/staff-recordings.ts";
import type { RoleContext, RunningRole } from "./supervise/role.ts";
import { createTranslator } from "./translate/libre-translator.ts";
import { createBlindIndex, foldForSearch } from "./vault/blind-index.ts";
import { readIdentity, readKey, readRecipients } from "./vault/key-files.ts";
import { createOpener } from "./vault/open.ts";
import { createReceiptLookup } from "./vault/receipt-lookup.ts";
import { createSealer } from "./vault/seal.ts";
import { loadTextDefaults } from "./wire-texts.ts";
import { wireTraining } from "./wire-training.ts";

/** Starts the staff role: the desk on its own socket, the only process that can open what is sealed. */
export async function startStaff(context: RoleContext): Promise<RunningRole> {
  const { config, log } = context;
  const connection = connect(context.databaseUrl, {
    onLost: () => log.warn({ code: "connection_lost" }, "database connection lost"),
  });
  const enqueuer = createEnqueuer(context.databaseUrl);
  // Set before any role starts, and never taken back.
  const demonstration = await isDemonstration(connection.pool);
  const [plain, secret, render] = await Promise.all([
    // Nobody gets mail about invented reports.
    wireDesk(context, connection, demonstration ? async () => undefined : enqueuer.enqueue),
    readKey(context.keysDir, "auth"),
    loadPages(),
  ]);
  const live = listenToDesk(context.databaseUrl, () =>
    log.warn({ code: "listen_lost" }, "live updates lost; trying again"),
  );
  const staff = { ...plain, ...withCountCache(connection.db, plain, live.onChange) };
  const accounts: AccountContext = {
    clock: staff.clock,
    random: staff.random,
    accounts: createAccountStore(connection.db),
  };
  const { staffUrl } = config;
  await accounts.accounts.setDeskUrl(staffUrl);
  const auth = createAuth({
    db: connection.db.withSchema("auth") as unknown as Kysely<unknown>,
    secret: Buffer.from(secret).toString("hex"),
    staffUrl,
  });
  const training = wireTraining(context, wireDesk);
  const app = createStaffApp({
    staff,
    staffUrl,
    auth,
    accounts,
    secret,
    secure: new URL(staffUrl).protocol === "https:",
    render: (path, locals) => render(new Request(new URL(path, staffUrl)), locals),
    notices: async () => [...(demonstration ? ["demonstration" as const] : []), ...(await notices(config))],
    around: (c, view) => pageAround({ staff }, c, view),
    onChange: live.onChange,
    training,
    measure: context.metrics && measureRequests(context.metrics),
    site: await staticSite({
      folder: join(distFolder, "client"),
      allow: (path) => path.startsWith("/_astro/") || path === "/icon.svg",
    }),
    ready: () =>
      connection.pool.query("select 1").then(
        () => true,
        () => false,
      ),
  });
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.staffPort });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const url = await firstAdminLink(accounts, staffUrl);
  if (url) context.tell({ type: "first-admin", url });
  return {
    port: config.staffPort,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Live connections would hold the process for minutes.
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
      await live.close();
      await training.close();
      await enqueuer.close();
      await connection.close();
    },
  };
}

export async function wireDesk(
  context: Pick<RoleContext, "config" | "keysDir" | "log">,
  connection: Connection,
  enqueue: EnqueueJobs,
): Promise<StaffContext> {
  const { config, keysDir, log } = context;
  const [identity, recipients, indexKey, lookupKey] = await Promise.all([
    readIdentity(keysDir),
    readRecipients(keysDir),
    readKey(keysDir, "index"),
    readKey(keysDir, "lookup"),
  ]);
  return {
    clock: () => new Date(),
    random: (count) => randomBytes(count),
    log,
    sealer: createSealer(recipients),
    opener: createOpener(identity),
    index: createBlindIndex(indexKey),
    receipts: createReceiptLookup(lookupKey),
    foldForSearch,
    desk: createDeskStore(connection.db, enqueue),
    cases: createCaseStore(connection.db),
    eventLog: createLogReader(connection.db),
    handovers: createHandoverStore(connection.db),
    texts: createTextStore(connection.db),
    textDefaults: loadTextDefaults(),
    queue: createQueueStore(connection.db),
    translator: config.translateUrl === null ? null : createTranslator(config.translateUrl),
    corrections: createCorrectionReader(connection.db),
    presence: createPresenceStore(connection.db),
    recordings: createRecordingDesk(connection.db, enqueue),
    spoken: createSpokenDesk(connection.db, enqueue),
    related: createRelatedReader(connection.db),
    arrivals: { ...createArrivalReader(connection.db), ...createArrivalImporter(connection.db) },
    evidence: createEvidenceStore({ folder: join(config.dataDir, "evidence"), s3Url: config.evidenceS3Url }),
  };
}

async function notices(config: Config): Promise<DeskNotice[]> {
  const found: DeskNotice[] = [];
  if (!config.configured.mail) found.push("mail_not_configured");
  if (!config.configured.twilio) found.push("telephone_not_configured");
  // Of the recovery key's folder this role may see the note alone; it goes when the folder is moved away.
  const here = await access(join(config.dataDir, "keys/recovery/README.txt")).then(
    () => true,
    () => false,
  );
  if (here) found.push("recovery_key_here");
  return found;
}
