import type { Clock, RecordingSource } from "../ports.ts";

/** A source that is left alone for as long as it asked for (`Retry-After`), whichever recording is wanted next. */
export function waitAsAsked(source: RecordingSource, clock: Clock): RecordingSource {
  let until = 0;
  return {
    async fetch(recordingSid) {
      if (clock().getTime() < until) return { kind: "retry", code: "asked_to_wait" };
      const result = await source.fetch(recordingSid);
      if (result.kind === "retry" && result.afterSeconds)
        until = clock().getTime() + result.afterSeconds * 1_000;
      return result;
    },
    remove: (recordingSid) => source.remove(recordingSid),
  };
}
