/** `npm start -- --demo`: fills an empty database with invented tips, and says how to get in. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { formatReceipt } from "../domain/receipts/receipt.ts";
import { createLogger } from "../log.ts";
import { checkPartnerKey } from "../service/partners/check-partner-key.ts";
import { createPartnerKey } from "../service/partners/create-partner-key.ts";
import { connect } from "../store/connect.ts";
import { beginDemonstration, finishDemonstration, readUse } from "../store/demonstration.ts";
import { createPartnerCheck } from "../store/partner-check.ts";
import { createPartnerStore } from "../store/partners.ts";
import { databaseUrlFor } from "../supervise/database-url.ts";
import { readIfThere } from "../vault/durable-file.ts";
import { readKey } from "../vault/key-files.ts";
import { createPartnerKeys } from "../vault/partner-keys.ts";
import { announceArrivals } from "./announce-arrivals.ts";
import { type Demonstration, readDemonstration } from "./content.ts";
import { fileTips, receiptOf } from "./file-tips.ts";
import { type DemoOfficer, makeOfficers } from "./make-officers.ts";
import { type DemoWiring, wireDemo } from "./wire-demo.ts";

/**
 * Makes sure that the database holds the demonstration: files it when the database is empty, goes on where a filing
 * was cut short, and leaves one that is there as it is. Run after the migrations and before any role starts.
 *
 * @returns lines for whoever runs the program
 * @throws with one line when the database holds anything real, which is then not touched
 */
export async function demonstrate(config: Config): Promise<string[]> {
  if (config.role !== "all") throw new Error("--demo: leave ROLE out; a demonstration runs all roles");
  const ownerUrl =
    config.databaseUrl ?? (await readIfThere(join(config.dataDir, "keys", "owner", "database.url")))?.trim();
  if (!ownerUrl)
    throw new Error("--demo: write DATABASE_URL as well; the separate logins may not fill a database");
  const use = await readUse(ownerUrl);
  if (use.kind === "real" || (use.kind === "empty" && (await hasWaitingTips(config.dataDir))))
    throw new Error(
      "--demo: this database is in use for real tips and stays as it is; start without --demo, or choose an empty DATA_DIR or database",
    );
  const begunAt = use.kind === "demonstration" ? use.begunAt : new Date();
  if (use.kind === "empty") await beginDemonstration(ownerUrl, begunAt);
  const content = readDemonstration(begunAt);
  // Sixty tips are no news; what goes wrong still is.
  const log = createLogger({
    role: "demonstration",
    level: config.logLevel === "silent" ? "silent" : "error",
  });
  const wiring = await wireDemo(config, log);
  try {
    const officers = await makeOfficers(wiring, config, content.people);
    const filled = use.kind === "demonstration" && use.filled;
    const partnerKey = filled ? null : await fill(config, wiring, { content, officers, begunAt });
    if (!filled) await finishDemonstration(ownerUrl, new Date());
    return tell(wiring, content, officers, partnerKey);
  } finally {
    await wiring.close();
  }
}

async function fill(
  config: Config,
  wiring: DemoWiring,
  given: { content: Demonstration; officers: DemoOfficer[]; begunAt: Date },
): Promise<string> {
  const { content, officers, begunAt } = given;
  const keys = createPartnerKeys(await readKey(wiring.keysDir("staff"), "index"));
  const clock = () => begunAt;
  const partnerKey = await createPartnerKey(
    { clock, random: wiring.staff.random, keys, partners: createPartnerStore(wiring.staffConnection.db) },
    { name: content.people.partner },
  );
  const asPublic = connect(await databaseUrlFor("public", config, wiring.keysDir("public")), { max: 1 });
  const partnerId = await checkPartnerKey({ keys, partners: createPartnerCheck(asPublic.db) }, partnerKey);
  await asPublic.close();
  if (!partnerId) throw new Error("the demonstration's partner could not be made");
  await fileTips({ wiring, officers, partnerId, begunAt }, content.tips);
  wiring.setClock(new Date());
  await announceArrivals(wiring, content.arrivals, begunAt);
  return partnerKey;
}

/** Real tips that were taken while no database was there. */
async function hasWaitingTips(dataDir: string): Promise<boolean> {
  const names = await readdir(join(dataDir, "journal")).catch(() => []);
  return names.some((name) => name.endsWith(".journal") || name.endsWith(".damaged"));
}

function tell(
  wiring: DemoWiring,
  { tips }: Demonstration,
  officers: readonly DemoOfficer[],
  partnerKey: string | null,
): string[] {
  return [
    `Demonstration ${tips.length} invented reports; the desk says so on every page`,
    ...officers.map(
      ({ officer: { role, region }, email, password, secondFactor }) =>
        `Officer      ${email} (${role}, ${region})  password ${password}  authenticator key ${secondFactor}`,
    ),
    ...tips
      .filter(({ receipt }) => receipt)
      .map((tip) => `Receipt      ${formatReceipt(receiptOf(wiring, tip))} (${tip.locale})`),
    ...(partnerKey ? [`Partner key  ${partnerKey}`] : []),
  ];
}
