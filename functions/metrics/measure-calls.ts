import { MisuseSign } from "../domain/misuse/signs.ts";
import type { CallWatch } from "../service/watch/watch-calls.ts";
import type { Registry } from "./registry.ts";

/** The same watch; calls are counted by what they are answered with, and those on the line at each collection. */
export function measureCalls(watch: CallWatch, registry: Registry | undefined): CallWatch {
  if (!registry) return watch;
  const calls = registry.counter(
    "shirokuro_calls",
    "Calls by what they hear: the whole line, or straight to a recording.",
  );
  for (const way of ["whole", "line_limit", "over_capacity"]) calls.add({ way }, 0);
  registry.gauge("shirokuro_calls_live", "Calls on the line in this process.", () => [
    { value: watch.live() },
  ]);
  return {
    ...watch,
    begin(call) {
      const way = watch.begin(call);
      calls.add({ way });
      return way;
    },
  };
}

/** Counts signs of misuse by their code, each first at nought. */
export function measureSigns(registry: Registry): (signs: readonly MisuseSign[]) => void {
  const counter = registry.counter(
    "shirokuro_misuse_signs",
    "Calls, recordings and text messages that bear a sign of misuse, by sign.",
  );
  for (const sign of MisuseSign.options) counter.add({ sign }, 0);
  return (signs) => {
    for (const sign of signs) counter.add({ sign });
  };
}
