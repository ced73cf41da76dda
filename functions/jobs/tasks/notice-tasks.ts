import { z } from "zod";
import { giveUpNotice, notifyDesk } from "../../service/notices/notify-desk.ts";
import type { NoticeContext, NoticeKind } from "../../service/worker-ports.ts";
import type { QueueName } from "../queue.ts";
import type { Task } from "../worker.ts";

const Data = z.object({ tipId: z.uuid() });

const kinds = { "tip.notify": "tip", "recording.alert": "recording" } as const satisfies Partial<
  Record<QueueName, NoticeKind>
>;

const SourceQueue = z.enum(Object.keys(kinds) as (keyof typeof kinds)[]);

/** Mails to the desk, and what becomes of those that no try could send. */
export function noticeTasks(ctx: NoticeContext): Task[] {
  const mail = (queue: keyof typeof kinds): Task => ({
    queue,
    atOnce: 10,
    run: async (job) =>
      notifyDesk(ctx, { id: job.id, tipId: Data.parse(job.data).tipId, kind: kinds[queue] }),
  });
  const giveUp: Task = {
    queue: "mail.failed",
    atOnce: 10,
    run: async (job) =>
      giveUpNotice(ctx, {
        id: job.source?.id ?? job.id,
        tipId: Data.parse(job.data).tipId,
        kind: kinds[SourceQueue.parse(job.source?.queue)],
      }),
  };
  return [mail("tip.notify"), mail("recording.alert"), giveUp];
}
