import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Node 24, installed with the other packages: the Node that runs these scripts may be older. */
export const node24 = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** A file inside an installed package. */
export const inPackage = (...parts) => join(root, "node_modules", ...parts);

/** The environment of whatever we start: Node 24 first, and no tool reporting on its use. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: `${dirname(node24)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
  ASTRO_TELEMETRY_DISABLED: "1",
});

/** Says why and ends: one line, exit code 1. */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
