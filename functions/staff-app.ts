import { runRole } from "./supervise/role.ts";
import { startStaff } from "./wire-staff.ts";

await runRole("staff", startStaff);
