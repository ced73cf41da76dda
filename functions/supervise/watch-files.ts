import { existsSync, watch } from "node:fs";
import { join } from "node:path";

/** What a changed file calls for: the pages are built anew, or the roles only started anew. */
export type Change = "site" | "service";

const SETTLE_MS = 150;
const SITE = ["src", "content", "public", "functions/domain", "astro.config.ts"];

/**
 * Calls `onChange` once the files below `root` that the program is made of have changed and then been still for
 * 150 ms. Changes while it works are told after it.
 * @returns how to stop
 */
export function watchFiles(root: string, onChange: (change: Change) => Promise<void>): () => void {
  let pending: Change | undefined;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;

  const tell = async (): Promise<void> => {
    if (busy || !pending) return;
    const change = pending;
    pending = undefined;
    busy = true;
    await onChange(change).finally(() => {
      busy = false;
    });
    await tell();
  };
  const note = (change: Change): void => {
    if (pending !== "site") pending = change;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), SETTLE_MS);
  };
  const watchers = [...SITE, "functions"]
    .map((name) => ({ name, path: join(root, name) }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) =>
      watch(path, { recursive: true }, (_, file) => {
        // Editors write beside a file first; those are not part of the program.
        if (file && /(~|\.swp|\.tmp)$/.test(file)) return;
        note(SITE.includes(name) ? "site" : "service");
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
