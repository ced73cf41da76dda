import type { Clock } from "../ports.ts";
import { type BrokenLink, chainStart, checkChain } from "./check-chain.ts";
import type { ChainPlace, LogReader } from "./ports.ts";

export interface ChainState {
  /** As far as the chain was walked and found whole. */
  verified: ChainPlace;
  /** When that was; null before the first walk ended. */
  at: Date | null;
  broken: BrokenLink | null;
  /** A walk goes on. */
  walking: boolean;
}

export interface ChainWatch {
  /** Walks on from where the last walk ended, waits for it at most `patienceMs`, and tells how it stands. */
  look(patienceMs: number): Promise<ChainState>;
  /** Forgets what was found and walks all of it. */
  again(): void;
}

/** How long a walk holds: what was walked an hour ago is walked anew, since it may have been changed behind us. */
const holdsMs = 60 * 60 * 1000;

/** Keeps walking the chain as far as it reaches, for whoever looks at the log. What broke once stays broken. */
export function watchChain(log: Pick<LogReader, "head" | "chain">, clock: Clock): ChainWatch {
  let state: ChainState = { verified: chainStart, at: null, broken: null, walking: false };
  let begunAt = clock();
  let walk: Promise<void> | undefined;

  const go = async (): Promise<void> => {
    if (clock().getTime() - begunAt.getTime() > holdsMs) {
      state = { ...state, verified: chainStart };
      begunAt = clock();
    }
    const from = state.verified;
    const head = await log.head();
    const check = await checkChain(log.chain(from.seq), head, [], from);
    state = check.ok
      ? { ...state, verified: check.head, at: clock() }
      : { ...state, broken: check.broken, at: clock() };
  };
  return {
    async look(patienceMs) {
      if (!state.broken)
        walk ??= go()
          .catch(() => undefined)
          .finally(() => {
            walk = undefined;
          });
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      await Promise.race([walk ?? Promise.resolve(), patience]);
      return { ...state, walking: walk !== undefined };
    },
    again() {
      state = { verified: chainStart, at: null, broken: null, walking: false };
      begunAt = clock();
    },
  };
}
