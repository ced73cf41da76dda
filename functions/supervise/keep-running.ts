import type { ChildProcess } from "node:child_process";
import type { Logger } from "../log.ts";
import { RoleMessage, type SupervisorMessage } from "./messages.ts";

export type KeptProcess = {
  /** Asks it to finish, kills it after `graceMs`; resolves when it is gone. It is not started again. */
  stop(graceMs: number): Promise<void>;
  /** Ends it in order and starts it again at once, with what it finds then. */
  restart(): void;
  pid(): number | undefined;
  /** Tells the process something; false when there is none to hear it. */
  send(message: SupervisorMessage): boolean;
  /** How often it ended unasked and was started again. */
  restarts(): number;
};

export type KeepOptions = {
  name: string;
  spawn: () => ChildProcess;
  log: Logger;
  onMessage: (message: RoleMessage) => void;
  /** For tests; else as `BACK_OFF`. */
  backOff?: BackOff;
};

export type BackOff = { firstMs: number; mostMs: number; stableMs: number };

/** 0.2 s, 0.4 s … 30 s between attempts; a process that lived a minute starts over. */
export const BACK_OFF: BackOff = { firstMs: 200, mostMs: 30_000, stableMs: 60_000 };

/** How long to wait before attempt `failures + 1`; `failures` counts those in a row, from 1. */
export function waitBefore(failures: number, backOff: BackOff): number {
  return Math.min(backOff.mostMs, backOff.firstMs * 2 ** (failures - 1));
}

/** Runs a process and starts it again, ever more slowly, whenever it ends unasked. */
export function keepRunning(options: KeepOptions): KeptProcess {
  const backOff = options.backOff ?? BACK_OFF;
  let child: ChildProcess | undefined;
  let failures = 0;
  let restarts = 0;
  let stopping = false;
  let restarting = false;
  let timer: NodeJS.Timeout | undefined;

  const begin = (): void => {
    const startedAt = performance.now();
    const current = options.spawn();
    child = current;
    current.on("message", (raw) => {
      const message = RoleMessage.safeParse(raw);
      if (message.success) options.onMessage(message.data);
    });
    let ended = false;
    const onEnd = (code: number | null, signal: string | null): void => {
      if (ended) return;
      ended = true;
      child = undefined;
      if (stopping) return;
      if (restarting) {
        restarting = false;
        failures = 0;
        begin();
        return;
      }
      failures = performance.now() - startedAt > backOff.stableMs ? 1 : failures + 1;
      restarts += 1;
      const ms = waitBefore(failures, backOff);
      options.log.error(
        { kind: options.name, exitCode: code, signal, attempt: failures, ms },
        "ended; starting again",
      );
      timer = setTimeout(begin, ms);
    };
    current.on("exit", onEnd);
    current.on("error", () => onEnd(null, null));
  };
  begin();

  return {
    pid: () => child?.pid,
    send: (message) => {
      if (!child?.connected) return false;
      // It may end before it hears: then nobody answers, which whoever asked has to bear anyway.
      child.send(message, () => undefined);
      return true;
    },
    restarts: () => restarts,
    restart: () => {
      if (!child) return;
      restarting = true;
      child.kill("SIGTERM");
    },
    stop: async (graceMs) => {
      stopping = true;
      clearTimeout(timer);
      const current = child;
      if (!current) return;
      const gone = new Promise<void>((resolve) => current.once("exit", () => resolve()));
      current.kill("SIGTERM");
      const firm = setTimeout(() => current.kill("SIGKILL"), graceMs);
      await gone;
      clearTimeout(firm);
    },
  };
}
