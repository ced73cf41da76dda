import { holdsVoice, type Sound, sameSoundCalls, soundAlike } from "../../domain/misuse/judge-sound.ts";

export interface SoundWatch {
  /** The other tips with this very sound, when so many calls had it that a machine must have made them. */
  take(tipId: string, sound: Sound, atMs: number): string[];
}

const keptMs = 24 * 60 * 60 * 1_000;
/** The newest are enough to know a machine by. */
const mostKept = 2_000;

/** Compares the recordings that this process hears with those of the last day, in memory alone: an outline is no one's to keep. */
export function createSoundWatch(): SoundWatch {
  let heard: { tipId: string; spanMs: number; sketch: readonly number[]; at: number }[] = [];
  return {
    take(tipId, sound, at) {
      if (sound.sketch.length === 0 || !holdsVoice(sound)) return [];
      heard = heard.filter((each) => each.at > at - keptMs).slice(-mostKept);
      const others = heard.filter(
        (each) => each.tipId !== tipId && soundAlike(sound, { ...each, sketch: [...each.sketch] }),
      );
      heard.push({ tipId, spanMs: sound.spanMs, sketch: sound.sketch, at });
      const tips = [...new Set(others.map((each) => each.tipId))];
      return tips.length + 1 >= sameSoundCalls ? tips : [];
    },
  };
}
