import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Hono } from "hono";
import type { Kysely } from "kysely";
import { createStaffApp } from "../../functions/create-staff-app.ts";
import type { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import type { DeskNotice, StaffLocals } from "../../functions/domain/cases/desk-page.ts";
import { createEnqueuer } from "../../functions/jobs/queue.ts";
import { issueToken } from "../../functions/service/accounts/issue-token.ts";
import type { AccountContext } from "../../functions/service/accounts/ports.ts";
import type { Log } from "../../functions/service/ports.ts";
import type { StaffContext } from "../../functions/service/staff-context.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import type { Translator } from "../../functions/service/translation/ports.ts";
import { createAuth } from "../../functions/staff/auth.ts";
import type { LiveDeps } from "../../functions/staff/live-door.ts";
import { pageAround } from "../../functions/staff/page-around.ts";
import type { StaffVariables } from "../../functions/staff/session.ts";
import type { TrainingDesk } from "../../functions/staff/training.ts";
import { createArrivalReader } from "../../functions/store/arrivals-desk.ts";
import { createArrivalImporter } from "../../functions/store/arrivals-import.ts";
import { connect } from "../../functions/store/connect.ts";
import { createTextStore } from "../../functions/store/desk-texts.ts";
import { createLogReader } from "../../functions/store/event-chain.ts";
import { createEvidenceStore } from "../../functions/store/evidence-store.ts";
import { createRelatedReader } from "../../functions/store/related-desk.ts";
import { createSpokenDesk } from "../../functions/store/spoken-desk.ts";
import { createAccountStore } from "../../functions/store/staff-accounts.ts";
import { createCaseStore } from "../../functions/store/staff-cases.ts";
import { createCorrectionReader } from "../../functions/store/staff-corrections.ts";
import { createDeskStore } from "../../functions/store/staff-desk.ts";
import { createHandoverStore } from "../../functions/store/staff-handover.ts";
import { createPresenceStore } from "../../functions/store/staff-presence.ts";
import { createQueueStore } from "../../functions/store/staff-queue.ts";
import { createRecordingDesk } from "../../functions/store/staff-recordings.ts";
import { createBlindIndex, foldForSearch } from "../../functions/vault/blind-index.ts";
import { readIdentity, readKey, readRecipients } from "../../functions/vault/key-files.ts";
import { createOpener } from "../../functions/vault/open.ts";
import { createReceiptLookup } from "../../functions/vault/receipt-lookup.ts";
import { createSealer } from "../../functions/vault/seal.ts";
import { loadTextDefaults } from "../../functions/wire-texts.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type TestIntake, testIntake } from "../support/intake.ts";

export const staffUrl = "http://desk.example";

export interface TestDesk {
  app: Hono<StaffVariables>;
  /** Where it says that it is. */
  staffUrl: string;
  /** The same door, answering with what its pages were given instead of the pages. */
  withoutPages(): Promise<Hono<StaffVariables>>;
  database: TestDatabase;
  /** The owner's connection, which sees everything. */
  owner: ReturnType<typeof connect>;
  intake: TestIntake;
  staff: StaffContext;
  accounts: AccountContext;
  logs: { fields: Record<string, unknown>; message: string }[];
  /** A web report, in the queue when this resolves. Answers its id. */
  tip(text: string, more?: { place?: string; when?: string; how?: string; who?: string }): Promise<string>;
  /** An officer with a confirmed second factor, by bearer token. */
  officer(
    role: StaffRole,
    region?: StaffRegion,
  ): Promise<{
    id: string;
    email: string;
    api: Api;
    /** As if they had just proved again, for their token, that it is they. */
    prove(): Promise<void>;
  }>;
  /** An `Authorization` header of a new token. */
  bearer(email: string): Promise<string>;
  events(tipId: string): Promise<{ action: string; actor_id: string | null }[]>;
  close(): Promise<void>;
}

/** The JSON interface as one officer calls it. */
export interface Api {
  get(path: string): Promise<Response>;
  post(path: string, body?: object): Promise<Response>;
}

type Render = (path: string, locals: { staff: StaffLocals }) => Promise<Response>;

/** In place of a page: what the page would have been given, as JSON. */
const renderLocals: Render = async (_path, { staff }) => Response.json(staff);

/** The staff role's whole door on a database of its own; only the pages' drawing is left out unless asked for. */
export async function testDesk(
  options: {
    render?: Render;
    notices?: DeskNotice[];
    staffUrl?: string;
    training?: TrainingDesk;
    onChange?: LiveDeps["onChange"];
    translator?: Translator;
  } = {},
): Promise<TestDesk> {
  const database = await freshDatabase();
  const intake = await testIntake(database);
  const owner = connect(database.url);
  const connection = connect(database.urls.staff);
  const enqueuer = createEnqueuer(database.urls.staff);
  const keysDir = join(intake.dataDir, "keys/staff");
  const logs: TestDesk["logs"] = [];
  const note = (fields: object, message: string) => void logs.push({ fields: { ...fields }, message });
  const log: Log = { info: note, warn: note, error: note };
  const clock = () => new Date();
  const random = (count: number) => randomBytes(count);
  const staff: StaffContext = {
    clock,
    random,
    log,
    sealer: createSealer(await readRecipients(keysDir)),
    opener: createOpener(await readIdentity(keysDir)),
    index: createBlindIndex(await readKey(keysDir, "index")),
    receipts: createReceiptLookup(await readKey(keysDir, "lookup")),
    foldForSearch,
    desk: createDeskStore(connection.db, enqueuer.enqueue),
    cases: createCaseStore(connection.db),
    eventLog: createLogReader(connection.db),
    handovers: createHandoverStore(connection.db),
    texts: createTextStore(connection.db),
    textDefaults: loadTextDefaults(),
    queue: createQueueStore(connection.db),
    translator: options.translator ?? null,
    corrections: createCorrectionReader(connection.db),
    presence: createPresenceStore(connection.db),
    recordings: createRecordingDesk(connection.db, enqueuer.enqueue),
    spoken: createSpokenDesk(connection.db, enqueuer.enqueue),
    related: createRelatedReader(connection.db),
    arrivals: { ...createArrivalReader(connection.db), ...createArrivalImporter(connection.db) },
    evidence: createEvidenceStore({ folder: join(intake.dataDir, "evidence"), s3Url: null }),
  };
  const accounts: AccountContext = { clock, random, accounts: createAccountStore(connection.db) };
  const secret = await readKey(keysDir, "auth");
  const make = (render: Render) =>
    createStaffApp({
      staff,
      staffUrl: options.staffUrl ?? staffUrl,
      accounts,
      secret,
      auth: createAuth({
        db: connection.db.withSchema("auth") as unknown as Kysely<unknown>,
        secret: Buffer.from(secret).toString("hex"),
        staffUrl: options.staffUrl ?? staffUrl,
      }),
      secure: false,
      render,
      notices: async () => options.notices ?? [],
      around: (c, view) => pageAround({ staff }, c, view),
      onChange: options.onChange ?? (() => () => undefined),
      training: options.training ?? {
        state: async () => "unavailable",
        open: async () => undefined,
        prepare: () => undefined,
      },
      site: {
        serve: async (c) => c.notFound(),
        home: (c) => c.redirect("/"),
        notFound: async (c) => c.notFound(),
      },
      ready: async () => true,
    });
  const app = make(options.render ?? renderLocals);
  return {
    app,
    staffUrl: options.staffUrl ?? staffUrl,
    withoutPages: async () => make(renderLocals),
    database,
    owner,
    intake,
    staff,
    accounts,
    logs,
    async tip(text, more = {}) {
      const { id } = await submitTip(intake.ctx, {
        channel: "web",
        idempotencyKey: randomUUID(),
        report: { locale: "ja", text, goods: [], ...more },
      });
      await intake.drained();
      return id;
    },
    async officer(role, region = "hq") {
      const id = randomUUID();
      const email = `${role}-${id.slice(0, 8)}@customs.example`;
      await owner.pool.query(
        `insert into auth."user" (id, name, email, "twoFactorEnabled", role, region) values ($1, $2, $3, true, $4, $5)`,
        [id, `Officer ${role}`, email, role, region],
      );
      const token = await issueToken(accounts, email);
      const call = (path: string, init: RequestInit = {}) =>
        Promise.resolve(
          app.request(`${staffUrl}/staff/api/v1${path}`, {
            ...init,
            headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          }),
        );
      return {
        id,
        email,
        async prove() {
          await owner.pool.query("update auth.api_tokens set proven_at = now() where user_id = $1", [id]);
        },
        api: {
          get: (path) => call(path),
          post: (path, body = {}) => call(path, { method: "POST", body: JSON.stringify(body) }),
        },
      };
    },
    bearer: async (email) => `Bearer ${await issueToken(accounts, email)}`,
    async events(tipId) {
      const { rows } = await owner.pool.query(
        "select action, actor_id from events where tip_id = $1 order by seq",
        [tipId],
      );
      return rows;
    },
    async close() {
      await intake.remove();
      await enqueuer.close();
      await connection.close();
      await owner.close();
      await database.drop();
    },
  };
}
