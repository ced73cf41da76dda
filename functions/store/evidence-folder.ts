import { randomUUID } from "node:crypto";
import { access, mkdir, open, readFile, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { NotFound } from "../service/errors.ts";
import type { EvidenceStore } from "../service/ports.ts";

/**
 * Sealed files in a folder, one a file, as `ab/<id>.age`. A file is written beside its place, synced, renamed into it,
 * and the folder synced: after `put` it is there or the promise was rejected, and never half there.
 */
export function createEvidenceFolder(root: string): EvidenceStore {
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError("not an evidence id");
    // The last two digits of a UUIDv7 are random; the first ones are the time, the same for a whole day.
    return join(root, id.slice(-2), `${id}.age`);
  };
  return {
    async put(id, sealed) {
      const path = pathOf(id);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // A name of its own: two that put the same file at once must not write into each other's.
      const beside = `${path}.${randomUUID()}.part`;
      try {
        await writeSynced(beside, sealed);
        await rename(beside, path);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      await syncFolder(folder);
      await syncFolder(root);
    },
    async get(id) {
      try {
        return await readFile(pathOf(id));
      } catch (error) {
        if (isMissing(error)) throw new NotFound();
        throw error;
      }
    },
    has: (id) =>
      access(pathOf(id)).then(
        () => true,
        (error: unknown) => {
          if (isMissing(error)) return false;
          throw error;
        },
      ),
    async remove(id) {
      await unlink(pathOf(id)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
