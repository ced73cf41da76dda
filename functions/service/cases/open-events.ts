import type { DeskContext } from "../staff-context.ts";
import { openWords } from "./officer-words.ts";
import type { EventRow } from "./ports.ts";

export interface OpenedEvent extends Omit<EventRow, "sealed"> {
  /** An officer's own words, opened. */
  reason: string | null;
}

/** Events with the officers' words beside them, for someone who may read the tip. */
export function openEvents(ctx: DeskContext, events: readonly EventRow[]): Promise<OpenedEvent[]> {
  return Promise.all(
    events.map(async ({ sealed, ...event }) => ({
      ...event,
      reason: sealed ? await openWords(ctx.opener, sealed) : null,
    })),
  );
}

/** Events as the log alone tells them, without a word. */
export function closedEvents(events: readonly EventRow[]): OpenedEvent[] {
  return events.map(({ sealed: _, ...event }) => ({ ...event, reason: null }));
}
