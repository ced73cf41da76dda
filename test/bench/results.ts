import type { CrashResult } from "./crash.ts";
import type { DeskResult } from "./desk.ts";
import type { HooksResult } from "./hooks.ts";
import type { IntakeResult } from "./intake.ts";
import type { Machine } from "./machine.ts";
import type { StartResult } from "./start-time.ts";
import type { TriageResult } from "./triage.ts";

/** What `npm run bench` measures, as it stands in data/bench.json. */
export interface Results {
  machine: Machine;
  quick: boolean;
  /** One-minute load of the machine before each part: over 0.5 somebody else was at work. */
  loadBefore: Record<string, number>;
  seconds: number;
  triage?: TriageResult[];
  starts?: StartResult;
  intake?: IntakeResult;
  hooks?: HooksResult;
  desk?: DeskResult;
  crashes?: CrashResult[];
}
