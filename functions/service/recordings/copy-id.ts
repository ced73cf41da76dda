import { createHash } from "node:crypto";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { CopyKind, KnownRecording } from "../worker-ports.ts";

export const copyKinds: readonly CopyKind[] = ["peaks", "disguised", "transcript"];

/** The id of what is made of a recording, the same at each try. */
export function copyId(
  recording: Pick<KnownRecording, "evidenceId" | "announcedAt">,
  kind: CopyKind | "message",
): string {
  const digest = createHash("sha256").update(`${recording.evidenceId} ${kind}`).digest();
  return uuid7(recording.announcedAt, digest.subarray(0, 10));
}
