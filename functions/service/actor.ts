import type { Region } from "../domain/triage/verdict.ts";

/** Roles of the desk (design, section 6). */
export const staffRoles = ["intake", "investigator", "supervisor", "analyst", "auditor", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The officer behind a request; `region: "hq"` sees every region. */
export interface Officer {
  id: string;
  name: string;
  role: StaffRole;
  region: Region | "hq";
}
