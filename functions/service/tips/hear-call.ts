import { timingSafeEqual } from "node:crypto";
import type { IntakeContext } from "../context.ts";
import { DatabaseAway } from "../errors.ts";
import type { RecordingSource } from "../provider/ports.ts";
import { mono, readWave, type Wave, writeWave } from "../recordings/wave.ts";

/** Long enough for the provider to fetch it while the caller waits; useless to whoever finds it in a log. */
const goodForMs = 3 * 60_000;

export interface Playback {
  callSid: string;
  /** Milliseconds since 1970. */
  until: number;
  token: string;
}

/** Lets the provider play a call's own recordings back into that call, for a few minutes. */
export function offerPlayback(ctx: IntakeContext, callSid: string): Playback {
  const until = ctx.clock().getTime() + goodForMs;
  return { callSid, until, token: tokenOf(ctx, callSid, until) };
}

/**
 * What a call has recorded and not erased, in order, as one WAVE file; undefined without a good token. Where the provider
 * no longer has it, or cannot be reached, the file is a moment of silence: a call must not break on it.
 */
export async function hearCall(
  ctx: IntakeContext & { source: RecordingSource | null },
  asked: Playback,
): Promise<Uint8Array | undefined> {
  const expected = Buffer.from(tokenOf(ctx, asked.callSid, asked.until));
  const given = Buffer.from(asked.token);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  if (!(ctx.clock().getTime() < asked.until)) return undefined;
  const sounds: Wave[] = [];
  for (const sid of await recordingsOf(ctx, asked.callSid)) {
    const fetched = await ctx.source?.fetch(sid);
    const wave = fetched?.kind === "ready" ? readWave(fetched.bytes) : undefined;
    if (wave) sounds.push(mono(wave));
  }
  if (sounds.length === 0) ctx.log.warn({ code: "nothing_to_play" }, "recording could not be played back");
  return writeWave(joined(sounds));
}

async function recordingsOf(ctx: IntakeContext, callSid: string): Promise<string[]> {
  try {
    return await ctx.store.findRecordings(callSid);
  } catch (error) {
    if (error instanceof DatabaseAway) return [];
    throw error;
  }
}

function joined(sounds: readonly Wave[]): Wave {
  const rate = sounds[0]?.rate ?? 8_000;
  const fitting = sounds.filter((sound) => sound.rate === rate);
  const gap = Math.round(rate / 2);
  const samples = new Int16Array(fitting.reduce((sum, sound) => sum + sound.samples.length + gap, gap));
  let at = gap;
  for (const sound of fitting) {
    samples.set(sound.samples, at);
    at += sound.samples.length + gap;
  }
  return { rate, channels: 1, samples };
}

function tokenOf(ctx: IntakeContext, callSid: string, until: number): string {
  return Buffer.from(ctx.keys.hashIdempotency(`playback:${callSid}:${until}`)).toString("hex");
}
