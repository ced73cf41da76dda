import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { readKey } from "../../functions/vault/key-files.ts";
import { Browser } from "./browser.ts";
import type { Api, TestDesk } from "./desk.ts";

export interface Seat {
  id: string;
  email: string;
  /** Signed in by a session's cookie. */
  browser: Browser;
  csrf: string;
  /** The same officer's program, with a bearer token. */
  api: Api;
  /** As if they had just proved again, for session and token, that it is they. */
  prove(): Promise<void>;
}

/** An officer who sits at the desk, signed in without the slow work of passwords. */
export async function seat(desk: TestDesk, role: StaffRole, region: StaffRegion = "hq"): Promise<Seat> {
  const officer = await desk.officer(role, region);
  const browser = new Browser(desk);
  const csrf = await openSession(desk, browser, officer.id);
  return {
    ...officer,
    browser,
    csrf,
    async prove() {
      await officer.prove();
      await desk.owner.pool.query(`update auth.session set "provenAt" = now() where "userId" = $1`, [
        officer.id,
      ]);
    },
  };
}

/** Gives the browser a new session of the officer; answers its form token. */
export async function openSession(desk: TestDesk, browser: Browser, officerId: string): Promise<string> {
  const secret = await readKey(join(desk.intake.dataDir, "keys/staff"), "auth");
  const [id, token] = [randomUUID(), randomBytes(24).toString("base64url")];
  await desk.owner.pool.query(
    `insert into auth.session (id, token, "userId", "expiresAt") values ($1, $2, $3, now() + interval '30 minutes')`,
    [id, token, officerId],
  );
  const signature = createHmac("sha256", Buffer.from(secret).toString("hex")).update(token).digest("base64");
  browser.cookies.set("desk.session_token", encodeURIComponent(`${token}.${signature}`));
  return createHmac("sha256", secret).update(`csrf\0${id}`).digest("base64url");
}
