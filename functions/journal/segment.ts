import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** One append-only file of the journal. */
export class Segment {
  readonly path: string;
  size = 0;
  /** Records in it that are not yet in the database. */
  waiting = 0;
  private readonly file: FileHandle;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.file = file;
  }

  /** Creates the file and makes its name durable. Rejects when it already exists. */
  static async create(path: string): Promise<Segment> {
    const file = await open(path, "ax+", 0o600);
    await syncFolder(dirname(path));
    return new Segment(path, file);
  }

  /** Appends `bytes` and returns once they are on disk. */
  async append(bytes: Buffer): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await this.file.write(bytes, written, bytes.length - written, null);
      written += bytesWritten;
    }
    await this.file.datasync();
    this.size += bytes.length;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** Makes the names in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
