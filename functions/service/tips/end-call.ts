import { uuid7 } from "../../domain/ids/uuid7.ts";
import { type MisuseSign, signsOf } from "../../domain/misuse/signs.ts";
import type { IntakeContext } from "../context.ts";
import type { IntakeKeys } from "../ports.ts";
import { callKey } from "./open-call-tip.ts";
import { tokyoDay } from "./sender-hashes.ts";

const minuteMs = 60_000;
/** How long a caller who was cut off is known again by a hash of their number. */
const knownForMs = 15 * minuteMs;

/**
 * Notes that a call is over: its sound need not be held for listening any more, and for a quarter of an hour the caller
 * can go on with it. Of the number only a keyed hash that expires is kept. Resolves when it is on disk.
 */
export async function endCall(
  ctx: IntakeContext,
  call: { callSid: string; caller: string; misuse?: readonly MisuseSign[] },
): Promise<void> {
  const now = ctx.clock();
  await ctx.journal.append({
    kind: "call_end",
    id: uuid7(now, ctx.random(10)),
    at: now.toISOString(),
    callHash: ctx.keys.hashIdempotency(callKey(call.callSid)),
    callSid: call.callSid,
    caller: isNumber(call.caller)
      ? {
          remember: callerHashes(ctx.keys, call.caller, now).remember,
          expiresAt: new Date(now.getTime() + knownForMs).toISOString(),
        }
      : null,
    ...signsOf(call),
  });
}

/** The hash of a number for today, and those under which a call of the last `windowMs` may be known. */
export function callerHashes(
  keys: IntakeKeys,
  number: string,
  now: Date,
  windowMs = knownForMs,
): { remember: Uint8Array; lookFor: Uint8Array[] } {
  if (!isNumber(number)) return { remember: new Uint8Array(), lookFor: [] };
  // Apart from the hashes of text messages: a call does not join what someone wrote.
  const hash = (at: Date) => keys.hashSender(`call:${number}`, tokyoDay(at));
  const today = hash(now);
  return { remember: today, lookFor: [today, hash(new Date(now.getTime() - windowMs))] };
}

/** What providers send in place of a number that is withheld; many callers share it (Twilio, "Call resource"). */
const withheld = new Set(["+266696687", "+7378742833", "+2562533", "+8566696", "+86282452253", "+464"]);

function isNumber(caller: string): boolean {
  return /^\+[1-9]\d{7,14}$/.test(caller) && !withheld.has(caller);
}
