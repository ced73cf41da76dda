import type { StaffRegion, StaffRole } from "../domain/access/officer.ts";

/** The officer behind a request; `region: "hq"` sees every region. */
export interface Officer {
  id: string;
  name: string;
  role: StaffRole;
  region: StaffRegion;
}
