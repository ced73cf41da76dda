import { runRole } from "./supervise/role.ts";
import { startPublic } from "./wire-public.ts";

await runRole("public", startPublic);
