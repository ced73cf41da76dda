import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Registry } from "./registry.ts";

/** Memory, processor time and how late the event loop is, since the last collection. */
export function measureProcess(registry: Registry): void {
  registry.gauge("process_resident_memory_bytes", "Resident memory.", () => [
    { value: process.memoryUsage.rss() },
  ]);
  registry.total("process_cpu_seconds", "Processor time used.", () => {
    const { user, system } = process.cpuUsage();
    return [{ value: (user + system) / 1e6 }];
  });
  const startedAt = Math.round(Date.now() / 1000 - process.uptime());
  registry.gauge("process_start_time_seconds", "When the process was started, in seconds since 1970.", () => [
    { value: startedAt },
  ]);
  const resolutionMs = 20;
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  registry.gauge(
    "shirokuro_event_loop_lag_seconds",
    "How late the event loop came round since the last collection: median, 99th percentile, worst.",
    () => {
      // The histogram holds whole intervals: what is beyond the interval asked for is the lag.
      const lag = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolutionMs / 1e3);
      const readings =
        delay.count === 0
          ? []
          : [
              { labels: { of: "p50" }, value: lag(delay.percentile(50)) },
              { labels: { of: "p99" }, value: lag(delay.percentile(99)) },
              { labels: { of: "max" }, value: lag(delay.max) },
            ];
      delay.reset();
      return readings;
    },
  );
}
