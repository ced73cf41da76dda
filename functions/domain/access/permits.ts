/** Who may do what: the one table. Whatever it does not list is refused. */
import { TipState } from "../cases/tip-state.ts";
import type { Region } from "../triage/verdict.ts";
import type { StaffRegion, StaffRole } from "./officer.ts";

/** What can be done to one tip. */
export const tipActions = [
  "read",
  "open-evidence",
  "note",
  "strike-note",
  "take",
  "band",
  "grade",
  "set-aside",
  "restore",
  "undo",
  "transcribe",
  "correct",
  "translate",
  "save-sealed",
  "message",
  "status",
  "assign",
  "route",
  "close",
  "reopen",
  "join",
  "part",
  "open-contact",
] as const;
export type TipAction = (typeof tipActions)[number];

/** What is not about one tip. */
export const deskActions = [
  "events",
  "figures",
  "arrivals",
  "accounts",
  "settings",
  "write-down",
  "texts",
  "handover",
  "export-queue",
  "team-views",
] as const;
export type DeskAction = (typeof deskActions)[number];

interface TipPermit {
  role: StaffRole;
  /** `own`: tips of the officer's region; an officer of `hq` counts every region, and none, as own. */
  regions: "own" | "every";
  states: readonly TipState[];
  actions: readonly TipAction[];
}

const every = TipState.options;
const beforeWork = ["new", "triaged", "assigned"] as const;
const open = [...beforeWork, "in_progress"] as const;
const look = ["read", "open-evidence", "translate", "note", "strike-note"] as const;
const triage = [
  "take",
  "band",
  "grade",
  "set-aside",
  "restore",
  "undo",
  "transcribe",
  "correct",
  "message",
  "status",
] as const;
const group = ["join", "part"] as const;

const tipPermits: readonly TipPermit[] = [
  { role: "intake", regions: "every", states: open, actions: look },
  { role: "intake", regions: "every", states: beforeWork, actions: [...triage, "route"] },
  { role: "investigator", regions: "own", states: every, actions: [...look, "save-sealed"] },
  { role: "investigator", regions: "own", states: open, actions: triage },
  { role: "investigator", regions: "own", states: ["referred"], actions: ["message", "status"] },
  {
    role: "supervisor",
    regions: "own",
    states: every,
    actions: [...look, "status", "save-sealed", "open-contact"],
  },
  { role: "supervisor", regions: "own", states: open, actions: [...triage, "assign", "route", "close"] },
  { role: "supervisor", regions: "own", states: ["referred"], actions: ["message", "assign", "close"] },
  { role: "supervisor", regions: "own", states: ["closed"], actions: ["reopen", "undo"] },
  { role: "intake", regions: "every", states: beforeWork, actions: group },
  { role: "investigator", regions: "own", states: open, actions: group },
  { role: "supervisor", regions: "own", states: open, actions: group },
];

const deskPermits: Readonly<Record<StaffRole, readonly DeskAction[]>> = {
  intake: ["arrivals", "write-down", "handover"],
  investigator: ["figures", "write-down", "handover", "export-queue"],
  supervisor: ["figures", "arrivals", "write-down", "texts", "handover", "export-queue", "team-views"],
  analyst: ["figures"],
  auditor: ["events"],
  admin: ["accounts", "settings", "texts"],
};

/** As much of an officer as decides what they may do. */
export interface Standing {
  role: StaffRole;
  region: StaffRegion;
}

/** As much of a tip as decides who may do what with it. */
export interface Situation {
  state: TipState;
  region: Region | null;
}

/** Whether the table lists it, e.g. an investigator of Kobe reading a tip of Moji: false. */
export function mayOnTip(officer: Standing, action: TipAction, tip: Situation): boolean {
  return tipPermits.some(
    (permit) =>
      permit.role === officer.role &&
      permit.actions.includes(action) &&
      permit.states.includes(tip.state) &&
      (permit.regions === "every" || isOwn(officer, tip.region)),
  );
}

/** Whether the officer's role has this work at all. */
export function mayAtDesk(officer: Standing, action: DeskAction): boolean {
  return deskPermits[officer.role].includes(action);
}

/** Every action the officer may take on the tip, in the table's order. */
export function tipActionsFor(officer: Standing, tip: Situation): TipAction[] {
  return tipActions.filter((action) => mayOnTip(officer, action, tip));
}

/** The tips that a list or a search may show; null when the officer may read none at all. */
export interface ReadableScope {
  states: TipState[];
  /** `every` includes tips of no region. */
  region: Region | "every";
}

/** The reading rows of the table as one condition for a query. */
export function readableScope(officer: Standing): ReadableScope | null {
  const permits = tipPermits.filter(({ role, actions }) => role === officer.role && actions.includes("read"));
  const states = TipState.options.filter((state) => permits.some((permit) => permit.states.includes(state)));
  if (states.length === 0) return null;
  const wide = permits.some(({ regions }) => regions === "every") || officer.region === "hq";
  return { states, region: wide || officer.region === "hq" ? "every" : officer.region };
}

function isOwn(officer: Standing, region: Region | null): boolean {
  return officer.region === "hq" || officer.region === region;
}
