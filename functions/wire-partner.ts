/** Wires the partners' door: their keys are checked by keyed hash, their tips go the way of all tips. */
import { randomUUID } from "node:crypto";
import type { PartnerDoorDeps } from "./channels/partner/partner-door.ts";
import { guardAttempts } from "./channels/web/limit-attempts.ts";
import { checkPartnerKey } from "./service/partners/check-partner-key.ts";
import { submitPartnerTip } from "./service/partners/submit-partner-tip.ts";
import { createPartnerCheck } from "./store/partner-check.ts";
import { readKey } from "./vault/key-files.ts";
import { createPartnerKeys } from "./vault/partner-keys.ts";
import type { Intake } from "./wire-intake.ts";

export async function wirePartner(intake: Intake, keysDir: string): Promise<PartnerDoorDeps> {
  const { ctx, connection } = intake;
  const check = {
    keys: createPartnerKeys(await readKey(keysDir, "index")),
    partners: createPartnerCheck(connection.db),
  };
  return {
    checkKey: (key) => checkPartnerKey(check, key),
    submit: (tip) => submitPartnerTip(ctx, tip),
    wrongKeys: guardAttempts(ctx.clock, ctx.random),
    newKey: randomUUID,
  };
}
