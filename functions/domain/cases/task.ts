/** What is to be done for a case, and by when. */
import type { StaffRegion } from "../access/officer.ts";
import { officeClose } from "../time/office-days.ts";
import type { Unit } from "./unit.ts";

/** Where a proposed time comes from: before the arrival, or the close of an office day. */
export type DueProposal = "before_arrival" | "this_close" | "next_close" | "third_close";

const hourMs = 3_600_000;
/** Long enough before a ship or flight arrives to have people stand there. */
const beforeArrivalMs = 2 * hourMs;

/**
 * When a new task could be due: two hours before the arrival while that is ahead, then the close of the first, second
 * and third office day from now.
 */
export function proposeDue(now: Date, arrivals: readonly (Date | null)[]): { code: DueProposal; at: Date }[] {
  const ahead = arrivals
    .flatMap((at) => (at ? [new Date(at.getTime() - beforeArrivalMs)] : []))
    .filter((at) => at > now)
    .sort((a, b) => a.getTime() - b.getTime());
  const [first] = ahead;
  return [
    ...(first ? [{ code: "before_arrival" as const, at: first }] : []),
    { code: "this_close", at: officeClose(now, 1) },
    { code: "next_close", at: officeClose(now, 2) },
    { code: "third_close", at: officeClose(now, 3) },
  ];
}

export interface ShownTask {
  id: string;
  caseId: string;
  /** Its case's reference. */
  case: string;
  /** Null when it cannot be opened. */
  text: string | null;
  officer: { id: string; name: string } | null;
  unit: Unit | null;
  /** ISO 8601, as the others. */
  dueAt: string;
  overdue: boolean;
  madeBy: string;
  madeAt: string;
  done: { by: string; at: string } | null;
  withdrawnAt: string | null;
  version: number;
}

/** Whose tasks an officer sees in their own list: given to them, or to a unit of a case of their region. */
export type TaskScope = "mine" | "region";

export interface TasksView {
  kind: "tasks";
  scope: TaskScope;
  region: StaffRegion;
  tasks: ShownTask[];
  counts: Record<TaskScope, number>;
}
