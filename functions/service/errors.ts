/** The few typed errors a verb throws; each door maps them once. Messages are constant: they may reach a log. */

/** The same idempotency key came with other words. */
export class KeyReused extends Error {
  override readonly name = "KeyReused";
  constructor() {
    super("idempotency key already used with other words");
  }
}

/** The database cannot answer now; what was acknowledged is safe in the journal. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  constructor(cause?: unknown) {
    super("database away", cause === undefined ? undefined : { cause });
  }
}

/** No such thing, or not for this actor: the two are never told apart. */
export class NotFound extends Error {
  override readonly name = "NotFound";
  constructor() {
    super("not found");
  }
}

/** The actor may see it but not do this to it in its present state. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
  readonly code: string;
  constructor(code: string) {
    super("not allowed");
    this.code = code;
  }
}

/** They may do it once they have proved again that it is they who ask. */
export class StepUpNeeded extends Error {
  override readonly name = "StepUpNeeded";
  constructor() {
    super("step-up needed");
  }
}

/** Someone else changed it first. */
export class StaleVersion extends Error {
  override readonly name = "StaleVersion";
  constructor() {
    super("changed by someone else");
  }
}

/** Input that does not fit the verb's schema. `issues` hold paths and codes, never values. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  readonly issues: readonly { path: string; code: string }[];
  constructor(issues: readonly { path: string; code: string }[]) {
    super("bad input");
    this.issues = issues;
  }
}

/** Sealed bytes that cannot be opened: tampered with, cut short, or sealed to someone else. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
  constructor() {
    super("seal broken");
  }
}

/** What is wrong with a stored file: its seal does not open, it is not there, or the store does not answer. */
export type FileFault = "broken" | "gone" | "away";

/** A stored file that its officer may have cannot be handed out. Nobody deleted anything by asking for it. */
export class FileUnavailable extends Error {
  override readonly name = "FileUnavailable";
  readonly fault: FileFault;
  readonly evidenceId: string;
  readonly tipId: string;
  constructor(fault: FileFault, evidenceId: string, tipId: string) {
    super("stored file unavailable");
    this.fault = fault;
    this.evidenceId = evidenceId;
    this.tipId = tipId;
  }
}

/** Too many attempts from one source; `retryAfter` in seconds. */
export class TooMany extends Error {
  override readonly name = "TooMany";
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super("too many attempts");
    this.retryAfter = retryAfter;
  }
}
