import type { AccountContext } from "../accounts/ports.ts";
import type { Officer } from "../actor.ts";
import type { Log } from "../ports.ts";

/** An admin at the desk. */
export interface AdminContext extends AccountContext {
  officer: Officer;
  provenAt?: Date | null;
  log: Log;
}
