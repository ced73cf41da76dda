import { type CallWay, callSigns, type LineLimits, wayOf } from "../../domain/misuse/judge-call.ts";
import type { MisuseSign } from "../../domain/misuse/signs.ts";
import type { Band } from "../../domain/triage/verdict.ts";
import type { Clock, IntakeKeys } from "../ports.ts";
import { callerHashes } from "../tips/end-call.ts";
import { createRecentCounts } from "./counts.ts";

export interface CallWatch {
  /** A call begins, or its beginning is asked for again. Answers what it hears. */
  begin(call: { callSid: string; caller: string }): CallWay;
  /** A key that answers words has come. */
  key(call: { callSid: string; caller: string }): void;
  /** The call waits for the caller now; `forMs` is the longest it may be before we hear of it again. */
  answered(callSid: string, forMs: number): void;
  /** An officer and the caller have spoken. */
  spoke(callSid: string): void;
  /** A number of goods was keyed in, whose verdict is of this band. */
  keyed(callSid: string, band: Band): void;
  /** The most urgent of these bands; undefined before the first. */
  band(callSid: string): Band | undefined;
  signs(callSid: string): MisuseSign[];
  end(callSid: string): void;
  /** Calls at this moment. */
  live(): number;
}

interface LiveCall {
  /** Under which keyed hashes the number is known; none for a withheld one. */
  hashes: string[];
  calls: number | null;
  atOnce: number | null;
  keys: number;
  hasty: number;
  spokeWithOfficer: boolean;
  band?: Band;
  answeredAt: number | null;
  /** Without a word from the provider until then, it is over. */
  until: number;
}

const minuteMs = 60_000;
/** The longest we wait for the provider between two requests where nothing else is told. */
const usualMs = 15 * minuteMs;

/**
 * Watches the calls of this process, in memory alone: how many there are, how many of one number, how fast keys come. A
 * number is turned into its keyed hash at once, which changes with the day; a withheld number is nobody's.
 */
export function createCallWatch(ctx: { clock: Clock; keys: IntakeKeys }, limits: LineLimits): CallWatch {
  const windowMs = limits.windowMinutes * minuteMs;
  const counts = createRecentCounts(windowMs);
  const live = new Map<string, LiveCall>();
  const now = () => ctx.clock().getTime();

  const forget = (at: number) => {
    for (const [callSid, call] of live) if (call.until <= at) live.delete(callSid);
  };
  const take = ({ callSid, caller }: { callSid: string; caller: string }): LiveCall => {
    const at = now();
    const known = live.get(callSid);
    if (known) return known;
    forget(at);
    const hashes = hashesOf(ctx.keys, caller, new Date(at), windowMs);
    const [today] = hashes;
    if (today !== undefined) counts.add(today, at);
    const others = [...live.values()].filter((call) => call.hashes.some((hash) => hashes.includes(hash)));
    const call: LiveCall = {
      hashes,
      calls: today === undefined ? null : counts.of(hashes, at),
      atOnce: today === undefined ? null : others.length + 1,
      keys: 0,
      hasty: 0,
      spokeWithOfficer: false,
      answeredAt: null,
      until: at + usualMs,
    };
    live.set(callSid, call);
    return call;
  };
  return {
    begin: (call) => wayOf(take(call), live.size, limits),
    key(given) {
      const call = take(given);
      call.keys += 1;
      if (call.answeredAt !== null && now() - call.answeredAt < limits.hastyMs) call.hasty += 1;
    },
    answered(callSid, forMs) {
      const call = live.get(callSid);
      if (!call) return;
      call.answeredAt = now();
      call.until = call.answeredAt + forMs + usualMs;
    },
    spoke(callSid) {
      const call = live.get(callSid);
      if (call) call.spokeWithOfficer = true;
    },
    keyed(callSid, band) {
      const call = live.get(callSid);
      if (call) call.band = [call.band ?? band, band].sort()[0] ?? band;
    },
    band: (callSid) => live.get(callSid)?.band,
    signs(callSid) {
      const call = live.get(callSid);
      return call ? callSigns(call, limits) : [];
    },
    end(callSid) {
      live.delete(callSid);
    },
    live() {
      forget(now());
      return live.size;
    },
  };
}

/** Today's hash first, then the one the number had at the beginning of the window. */
function hashesOf(keys: IntakeKeys, caller: string, at: Date, windowMs: number): string[] {
  const { lookFor } = callerHashes(keys, caller, at, windowMs);
  return [...new Set(lookFor.map((hash) => Buffer.from(hash).toString("hex")))];
}
