/** Who works at the desk: roles and regions (design, section 6). */
import { z } from "zod";
import { Region } from "../triage/verdict.ts";

export const StaffRole = z.enum(["intake", "investigator", "supervisor", "analyst", "auditor", "admin"]);
export type StaffRole = z.infer<typeof StaffRole>;

/** `hq` sees every region. */
export const StaffRegion = z.enum([...Region.options, "hq"]);
export type StaffRegion = z.infer<typeof StaffRegion>;
