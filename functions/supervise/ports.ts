import { createServer } from "node:net";
import type { Config, Role } from "../config.ts";
import { freePort } from "../store/embedded.ts";
import { portInUse } from "./role.ts";

export type PortsResult =
  | { ok: true; port: number; staffPort: number; metricsPort: number | null }
  | { ok: false; problems: string[] };

/** Looks at the ports before anything is started, and turns port 0 into a free one that every process is told. */
export async function settlePorts(config: Config, roles: readonly Role[]): Promise<PortsResult> {
  const problems: string[] = [];
  const settle = async (setting: string, port: number, used: boolean): Promise<number> => {
    if (port === 0) return freePort();
    if (used && (await isTaken(config.host, port))) problems.push(portInUse(setting, config.host, port));
    return port;
  };
  const port = await settle("PORT", config.port, roles.includes("public"));
  const staffPort = await settle("STAFF_PORT", config.staffPort, roles.includes("staff"));
  const metricsPort =
    config.metricsPort === null ? null : await settle("METRICS_PORT", config.metricsPort, true);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, port, staffPort, metricsPort };
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
