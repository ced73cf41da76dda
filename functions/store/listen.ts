/** Follows what changes in the database by PostgreSQL's LISTEN, on a connection of its own, and again after it was lost. */
import pg from "pg";
import { z } from "zod";

/** A tip that changed; `desk`: somebody came, went or opened another tip; `missed`: the line was away, look for yourself. */
export type DeskChange = { kind: "tip"; id: string } | { kind: "desk" } | { kind: "missed" };

export interface DeskChanges {
  /** Returns how to stop. */
  onChange(listener: (change: DeskChange) => void): () => void;
  close(): Promise<void>;
}

const againMs = 2_000;
const Told = z.object({ id: z.uuid() });

export function listenToDesk(databaseUrl: string, onLost: () => void): DeskChanges {
  const listeners = new Set<(change: DeskChange) => void>();
  const tell = (change: DeskChange) => {
    for (const listener of listeners) listener(change);
  };
  let closed = false;
  let client: pg.Client | undefined;
  let before = false;
  const begin = async () => {
    const next = new pg.Client({ connectionString: databaseUrl });
    client = next;
    const again = () => {
      if (closed || client !== next) return;
      client = undefined;
      onLost();
      setTimeout(() => void begin(), againMs).unref();
    };
    next.on("error", again);
    next.on("end", again);
    next.on("notification", ({ channel, payload }) => {
      if (channel === "desk") return tell({ kind: "desk" });
      const id = readId(payload);
      tell(id === null ? { kind: "missed" } : { kind: "tip", id });
    });
    try {
      await next.connect();
      await next.query("listen tips");
      await next.query("listen desk");
    } catch {
      return again();
    }
    if (before) tell({ kind: "missed" });
    before = true;
  };
  void begin();
  return {
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}

function readId(payload: string | undefined): string | null {
  try {
    return Told.parse(JSON.parse(payload ?? "")).id;
  } catch {
    return null;
  }
}
