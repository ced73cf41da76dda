import { createRunner } from "./jobs/queue.ts";
import { fetchMediaTask, fetchRecordingTask } from "./jobs/tasks/fetch-recording-task.ts";
import { noticeTasks } from "./jobs/tasks/notice-tasks.ts";
import { startRounds, startTasks } from "./jobs/worker.ts";
import { codeOf } from "./log.ts";
import { measureSigns } from "./metrics/measure-calls.ts";
import { measureJobs } from "./metrics/measure-jobs.ts";
import { windClock } from "./service/arrivals/wind-clock.ts";
import { mailHandover } from "./service/handover/mail-handover.ts";
import { watchRecordings } from "./service/recordings/watch-recordings.ts";
import { traceWaiting } from "./service/tips/trace-waiting.ts";
import { runRole } from "./supervise/role.ts";
import { wireWorker } from "./wire-worker.ts";

const minute = 60_000;
/** Jobs that run when the program stops get this long; the rest of the 5 s closes connections. */
const graceMs = 3_000;

await runRole("worker", async ({ config, databaseUrl, keysDir, log, metrics }) => {
  const wired = await wireWorker({ config, databaseUrl, keysDir, log });
  const { recording, media, notice, morning, expiry, trace, close } = wired;
  if (!notice.mailer) log.warn({ code: "mail_not_configured" }, "the desk gets no mail");
  if (!recording.source) log.warn({ code: "telephone_not_configured" }, "no recordings are fetched");
  const boss = createRunner(databaseUrl, (error) =>
    log.warn({ code: codeOf(error) }, "job queue could not be reached"),
  );
  await boss.start();
  if (metrics) measureJobs(metrics, boss);
  if (metrics) recording.countSigns = measureSigns(metrics);
  await startTasks(boss, [fetchRecordingTask(recording), fetchMediaTask(media), ...noticeTasks(notice)], log);
  const stopRounds = startRounds(
    [
      { everyMs: minute, run: () => watchRecordings(recording) },
      { everyMs: 1_000, run: () => traceWaiting(trace) },
      { everyMs: minute / 2, run: () => windClock(trace) },
      { everyMs: minute, run: () => mailHandover(morning) },
      { everyMs: 10 * minute, run: () => expiry.expireSenders(new Date()) },
    ],
    log,
  );
  return {
    port: null,
    async stop() {
      await stopRounds();
      await boss.stop({ graceful: true, timeout: graceMs, close: true });
      await close();
    },
  };
});
