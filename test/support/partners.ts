import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createPartnerKey } from "../../functions/service/partners/create-partner-key.ts";
import type { PartnerContext } from "../../functions/service/partners/ports.ts";
import { connect } from "../../functions/store/connect.ts";
import { createPartnerStore } from "../../functions/store/partners.ts";
import { readKey } from "../../functions/vault/key-files.ts";
import { createPartnerKeys } from "../../functions/vault/partner-keys.ts";
import type { TestDatabase } from "./database.ts";
import type { TestIntake } from "./intake.ts";

export interface TestPartners {
  ctx: PartnerContext;
  /** A good key of a partner of this name. */
  key(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The staff role's side of partners, as the command line has it. */
export async function testPartners(
  database: TestDatabase,
  intake: TestIntake,
  clock = () => new Date(),
): Promise<TestPartners> {
  const connection = connect(database.urls.staff);
  const ctx: PartnerContext = {
    clock,
    random: (count) => randomBytes(count),
    keys: createPartnerKeys(await readKey(join(intake.dataDir, "keys/staff"), "index")),
    partners: createPartnerStore(connection.db),
  };
  return { ctx, key: (name) => createPartnerKey(ctx, { name }), close: () => connection.close() };
}
