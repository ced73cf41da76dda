import type { EvidenceStore } from "../service/ports.ts";
import { createEvidenceFolder } from "./evidence-folder.ts";
import { createEvidenceS3 } from "./evidence-s3.ts";

/** Where sealed files are kept: the S3-compatible store at `s3Url`, else `folder`. */
export function createEvidenceStore(settings: { folder: string; s3Url: string | null }): EvidenceStore {
  return settings.s3Url ? createEvidenceS3(settings.s3Url) : createEvidenceFolder(settings.folder);
}
