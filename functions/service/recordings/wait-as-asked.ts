import type { Clock } from "../ports.ts";
import type { FetchResult, RemoveResult } from "../provider/ports.ts";

interface Source<Of extends unknown[]> {
  fetch(...of: Of): Promise<FetchResult>;
  remove(...of: Of): Promise<RemoveResult>;
}

/** How long a provider has asked to be left alone: one for all that is asked of the same account. */
export interface Patience {
  /** Milliseconds of the clock; the past asks for nothing. */
  until: number;
}

/**
 * A source that is left alone for as long as it asked for (`Retry-After`), by whichever request, and whatever is wanted of
 * it next.
 */
export function waitAsAsked<Of extends unknown[]>(
  source: Source<Of>,
  clock: Clock,
  patience: Patience = { until: 0 },
): Source<Of> {
  async function ask<Result extends FetchResult | RemoveResult>(request: () => Promise<Result>) {
    if (clock().getTime() < patience.until) return { kind: "retry", code: "asked_to_wait" } as const;
    const result = await request();
    if (result.kind === "retry" && result.afterSeconds)
      patience.until = Math.max(patience.until, clock().getTime() + result.afterSeconds * 1_000);
    return result;
  }
  return {
    fetch: (...of) => ask(() => source.fetch(...of)),
    remove: (...of) => ask(() => source.remove(...of)),
  };
}
