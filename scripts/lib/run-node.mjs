import { spawn } from "node:child_process";
import { constants } from "node:os";
import { node24, root, toolEnvironment } from "./paths.mjs";

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * Runs a file on Node 24 in our place: same terminal, signals passed on, and its exit code becomes ours.
 * With `tied`, the program notices when we are killed, and stops.
 */
export function becomeNode24(args, { tied = false, env = {} } = {}) {
  const child = spawn(node24, args, {
    cwd: tied ? root : process.cwd(),
    env: { ...toolEnvironment(), ...env },
    stdio: tied ? ["inherit", "inherit", "inherit", "ipc"] : "inherit",
  });
  // In a terminal the program gets Ctrl-C by itself, as every process there does.
  for (const signal of SIGNALS)
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  if (tied) stopWithNpm(child);
  child.on("error", (error) => {
    process.stderr.write(`Node 24 could not be started (${error.code})\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) =>
    process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)),
  );
}

/** npm kills the shell between us on SIGTERM, and nothing when it is killed itself: then our parent changes. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
}

/** Runs a tool on Node 24 to its end; resolves with its exit code. Its output goes where `stdio` says. */
export function runNode24(args, { stdio = "inherit", env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(node24, args, { cwd: root, env: { ...toolEnvironment(), ...env }, stdio });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    const end = (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(code);
    };
    child.on("error", () => end(1));
    child.on("exit", (code) => end(code ?? 1));
  });
}
