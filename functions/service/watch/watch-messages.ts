import { type LineLimits, messageSigns } from "../../domain/misuse/judge-call.ts";
import type { MisuseSign } from "../../domain/misuse/signs.ts";
import type { Clock, IntakeKeys } from "../ports.ts";
import { tokyoDay } from "../tips/sender-hashes.ts";
import { createRecentCounts } from "./counts.ts";

export interface MessageWatch {
  /** The signs that a message bears by how many came like it. The same `messageSid` again counts once. */
  take(message: { messageSid: string; sender: string; words: string }): MisuseSign[];
}

/** Words shorter than this are everybody's: "help", "test", "hello". */
const leastWords = 20;

/** Watches the messages of this process, in memory alone and by keyed hashes: how many of one number, and of one wording. */
export function createMessageWatch(
  ctx: { clock: Clock; keys: IntakeKeys },
  limits: LineLimits,
): MessageWatch {
  const windowMs = limits.windowMinutes * 60_000;
  const messages = createRecentCounts(windowMs);
  const wordings = createRecentCounts(windowMs);
  const known = createRecentCounts(windowMs);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  return {
    take({ messageSid, sender, words }) {
      const now = ctx.clock();
      const at = now.getTime();
      const again = known.add(messageSid, at) > 1;
      const number = sender === "" ? null : hex(ctx.keys.hashSender(sender, tokyoDay(now)));
      const wording = words.trim().length < leastWords ? null : hex(ctx.keys.hashWords(words.trim()));
      if (!again && number !== null) messages.add(number, at);
      // Each number once: whoever sends the same words again is not another.
      if (wording !== null && known.add(`${number ?? messageSid} ${wording}`, at) === 1)
        wordings.add(wording, at);
      return messageSigns(
        {
          messages: number === null ? null : messages.of([number], at),
          sameWords: wording === null ? 0 : wordings.of([wording], at),
        },
        limits,
      );
    },
  };
}
