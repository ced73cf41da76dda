/** Who may do what with a case: the one table for cases, beside that of tips. Whatever it does not list is refused. */
import type { Region } from "../triage/verdict.ts";
import type { StaffRole } from "./officer.ts";
import type { Standing } from "./permits.ts";

export const caseActions = [
  "read",
  "note",
  "strike-note",
  "add-task",
  "finish-task",
  "reopen-task",
  "withdraw-task",
  "unit",
  "region",
  "owner",
  "close",
  "reopen",
  "undo",
] as const;
export type CaseAction = (typeof caseActions)[number];

/** A case is closed while all of its tips are, and emptied while all of them are in other cases. */
export type CaseState = "open" | "closed" | "emptied";

interface CasePermit {
  role: StaffRole;
  /** `own`: cases of the officer's region, or with a tip of it; an officer of `hq` counts every region as own. */
  regions: "own" | "every";
  states: readonly CaseState[];
  actions: readonly CaseAction[];
}

const look = ["read", "note", "strike-note"] as const;
/** What an emptied case was to have done is still to be done; nothing new comes into it. */
const leftover = ["read", "strike-note", "finish-task", "reopen-task", "withdraw-task"] as const;
const work = ["add-task", "finish-task", "reopen-task", "withdraw-task", "unit", "undo"] as const;

const casePermits: readonly CasePermit[] = [
  { role: "intake", regions: "every", states: ["open"], actions: [...look, ...work, "region"] },
  { role: "investigator", regions: "own", states: ["open", "closed"], actions: look },
  { role: "investigator", regions: "own", states: ["open"], actions: work },
  { role: "supervisor", regions: "own", states: ["open", "closed"], actions: look },
  { role: "supervisor", regions: "own", states: ["open"], actions: [...work, "region", "owner", "close"] },
  { role: "supervisor", regions: "own", states: ["closed"], actions: ["reopen", "undo"] },
  { role: "intake", regions: "every", states: ["emptied"], actions: leftover },
  { role: "investigator", regions: "own", states: ["emptied"], actions: leftover },
  { role: "supervisor", regions: "own", states: ["emptied"], actions: leftover },
];

/** As much of a case as decides who may do what with it. */
export interface CaseSituation {
  state: CaseState;
  /** The region that answers for it and those of its tips, or of an emptied one those of the cases they are in now. */
  regions: readonly (Region | null)[];
}

/** Whether the table lists it, e.g. an investigator of Kobe reading a case whose tips are all of Moji: false. */
export function mayOnCase(officer: Standing, action: CaseAction, found: CaseSituation): boolean {
  return casePermits.some(
    (permit) =>
      permit.role === officer.role &&
      permit.actions.includes(action) &&
      permit.states.includes(found.state) &&
      (permit.regions === "every" || officer.region === "hq" || found.regions.includes(officer.region)),
  );
}

/** Every action the officer may take on the case, in the table's order. */
export function caseActionsFor(officer: Standing, found: CaseSituation): CaseAction[] {
  return caseActions.filter((action) => mayOnCase(officer, action, found));
}

/** The region of whose cases a list may take in what is still to be done; null for a role that works on none. */
export function workScope(officer: Standing): Region | "every" | null {
  const permits = casePermits.filter(
    ({ role, states, actions }) =>
      role === officer.role && states.includes("open") && actions.includes("read"),
  );
  if (permits.length === 0) return null;
  return permits.some(({ regions }) => regions === "every") || officer.region === "hq"
    ? "every"
    : officer.region;
}

/** Whether the role works on cases at all. */
export function hasCases(role: StaffRole): boolean {
  return casePermits.some((permit) => permit.role === role);
}
