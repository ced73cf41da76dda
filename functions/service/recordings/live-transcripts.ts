import type { Locale } from "../../domain/locales/locales.ts";
import type { Clock, Log } from "../ports.ts";
import type { LiveWords } from "../tips/add-live-words.ts";
import type { LiveResult } from "./live-words.ts";

/** What the provider tells while a caller speaks: that it listens, what it heard, that it has stopped. */
export interface LiveEvent {
  callSid: string;
  transcriptionSid: string;
  locale: Locale;
  /** When it happened, by the provider's clock; undefined when it does not say. */
  at?: Date;
  what: { kind: "began" } | { kind: "ended" } | ({ kind: "heard" } & LiveResult);
}

export interface LiveTranscripts {
  /** Keeps it in memory; an event that came before changes nothing. */
  note(event: LiveEvent): void;
  /** Hands on what is complete, or all there is. What cannot be handed on stays for the next time. */
  settle(all?: boolean): Promise<void>;
}

interface Session extends Omit<LiveWords, "results" | "whole"> {
  began: boolean;
  ended: boolean;
  lastAt: number;
  results: Map<number, LiveResult>;
  /** Numbers of results that were handed on. */
  done: Set<number>;
}

/** Results overtake each other by moments, not by minutes. */
const settleMs = 10_000;
/** A recording lasts ten minutes at most; whatever has been silent for longer has ended without saying so. */
const silentMs = 15 * 60_000;
/** How long an ended one is known, so that a repeated callback adds nothing. */
const rememberMs = 60 * 60_000;
const mostSessions = 2_000;
const mostResults = 2_000;

/**
 * Gathers what the provider's machine hears, a transcription at a time, and hands each on once when it has ended, in
 * order, however its parts came. It holds words in memory only: the sound is kept all the while, and is the truth.
 */
export function gatherLiveTranscripts(
  ctx: { clock: Clock; log: Log },
  handOn: (words: LiveWords) => Promise<void>,
): LiveTranscripts {
  const sessions = new Map<string, Session>();

  const open = ({ callSid, transcriptionSid, locale, at }: LiveEvent, now: number): Session | undefined => {
    const known = sessions.get(transcriptionSid);
    if (known) return known.callSid === callSid ? known : undefined;
    if (sessions.size >= mostSessions) {
      ctx.log.warn({ code: "too_many_transcriptions", count: sessions.size }, "transcription not taken");
      return undefined;
    }
    const heardFrom = new Date(Math.min(now, at?.getTime() ?? now));
    const facts = { callSid, transcriptionSid, locale, heardFrom };
    const session = {
      ...facts,
      began: false,
      ended: false,
      lastAt: now,
      results: new Map(),
      done: new Set<number>(),
    };
    sessions.set(transcriptionSid, session);
    return session;
  };

  const isDue = (session: Session, now: number) =>
    session.results.size > 0 && now - session.lastAt >= (session.ended ? settleMs : silentMs);

  return {
    note(event) {
      const now = ctx.clock().getTime();
      const session = open(event, now);
      if (!session) return;
      const { what } = event;
      session.lastAt = now;
      if (what.kind === "began") session.began = true;
      else if (what.kind === "ended") session.ended = true;
      else if (!session.done.has(what.sequence) && session.results.size < mostResults)
        session.results.set(what.sequence, {
          sequence: what.sequence,
          text: what.text,
          confidence: what.confidence,
        });
    },
    async settle(all = false) {
      const now = ctx.clock().getTime();
      for (const [sid, session] of sessions) {
        if (session.results.size > 0 && (all || isDue(session, now))) await pass(session);
        if (session.results.size === 0 && now - session.lastAt >= rememberMs) sessions.delete(sid);
      }
    },
  };

  async function pass(session: Session): Promise<void> {
    const { callSid, transcriptionSid, locale, heardFrom } = session;
    const results = [...session.results.values()].sort((a, b) => a.sequence - b.sequence);
    try {
      // Whoever came late to it missed its beginning; a second part goes on from the first.
      const whole = session.began || session.done.size > 0;
      await handOn({ callSid, transcriptionSid, locale, heardFrom, results, whole });
    } catch (error) {
      const code = error instanceof Error ? error.name : "unknown";
      ctx.log.warn({ code, count: results.length }, "machine's words not kept yet");
      return;
    }
    for (const { sequence } of results) {
      session.done.add(sequence);
      session.results.delete(sequence);
    }
  }
}
