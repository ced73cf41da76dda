import { describe, expect, it } from "vitest";
import { disguise } from "../../../functions/service/recordings/disguise.ts";
import { peaksOf } from "../../../functions/service/recordings/peaks.ts";
import { toTranscript, transcriptText } from "../../../functions/service/recordings/transcript.ts";
import { mono, readWave, type Wave, writeWave } from "../../../functions/service/recordings/wave.ts";

const rate = 8_000;
function tone(hertz: number, seconds = 1, amplitude = 12_000): Wave {
  const samples = Int16Array.from({ length: rate * seconds }, (_, at) =>
    Math.round(Math.sin((2 * Math.PI * hertz * at) / rate) * amplitude),
  );
  return { rate, channels: 1, samples };
}

/** How much of a sound lies at a frequency (Goertzel). */
function energyAt({ samples }: Wave, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let [before, last] = [0, 0];
  for (const sample of samples) [before, last] = [last, sample + turn * last - before];
  return (last ** 2 + before ** 2 - turn * last * before) / samples.length;
}

const loudness = ({ samples }: Wave) =>
  Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
const seeds = Array.from({ length: 20 }, (_, index) => Uint8Array.from([index, 7, 99, index * 3]));

describe("a WAVE file", () => {
  it("reads back as it was written, also with other chunks before the sound", () => {
    const wave = tone(440);
    expect(readWave(writeWave(wave))).toEqual(wave);
    const whole = Buffer.from(writeWave(wave));
    const list = Buffer.from("LIST\x05\x00\x00\x00INFOx\x00", "latin1");
    expect(readWave(Buffer.concat([whole.subarray(0, 36), list, whole.subarray(36)]))).toEqual(wave);
  });

  it("is nothing else: compressed sound, text and cut headers are refused", () => {
    const muLaw = Buffer.from(writeWave(tone(440)));
    muLaw.writeUInt16LE(7, 20);
    for (const bytes of [muLaw, Buffer.from("RIFF"), Buffer.alloc(0), Buffer.from("<html>".repeat(20))])
      expect(readWave(bytes)).toBeUndefined();
  });

  it("gives the caller's channel of two", () => {
    const stereo: Wave = { rate, channels: 2, samples: Int16Array.from([1, -1, 2, -2, 3, -3]) };
    expect([...mono(stereo).samples]).toEqual([1, 2, 3]);
  });
});

describe("the outline of a sound", () => {
  it("has ten points a second, as loud as the loudest moment of each", () => {
    const quiet = tone(300, 1, 0);
    const both: Wave = {
      rate,
      channels: 1,
      samples: Int16Array.from([...quiet.samples, ...tone(300, 1, 32_767).samples]),
    };
    const { peaks } = peaksOf(both);
    expect(peaks).toHaveLength(20);
    expect(peaks.slice(0, 10).every((peak) => peak === 0)).toBe(true);
    expect(peaks.slice(10).every((peak) => peak > 245 && peak <= 255)).toBe(true);
    expect(peaksOf({ rate, channels: 1, samples: new Int16Array() }).peaks).toEqual([]);
  });
});

describe("a disguised voice", () => {
  it("moves the pitch away, keeps length and loudness, and differs from one recording to the next", () => {
    const voice = tone(200, 2);
    const shifts = new Set<string>();
    for (const seed of seeds) {
      const other = disguise(voice, seed);
      expect(other.samples.length).toBe(voice.samples.length);
      expect(loudness(other) / loudness(voice)).toBeGreaterThan(0.4);
      expect(loudness(other) / loudness(voice)).toBeLessThan(1.2);
      expect(energyAt(other, 200)).toBeLessThan(energyAt(voice, 200) / 4);
      shifts.add(energyAt(other, 145).toFixed(0));
    }
    expect(shifts.size).toBe(seeds.length);
  });

  it("is the same for the same recording, so that a second try makes no second voice", () => {
    const [seed = new Uint8Array()] = seeds;
    expect(disguise(tone(200), seed)).toEqual(disguise(tone(200), seed));
  });
});

describe("a machine's transcript", () => {
  it("doubts a word where the server says so, else the whole line, and what was written into silence", () => {
    const transcript = toTranscript({
      text: "",
      segments: [
        { start: 0, end: 1, text: " gold in the spare wheel ", avg_logprob: -0.1 },
        { start: 1, end: 2, text: "tonight", avg_logprob: -1.5 },
        { start: 2, end: 3, text: "Thank you for watching", avg_logprob: -0.2, no_speech_prob: 0.95 },
        { start: 3, end: 4, text: "  " },
      ],
      words: [{ word: " spare", start: 0.3, end: 0.5, probability: 0.2 }],
    });
    expect(transcriptText(transcript)).toBe(
      "gold in the spare(?) wheel\ntonight (?)\nThank you for watching (?)",
    );
  });

  it("is one line where the server gives nothing but a text", () => {
    expect(transcriptText(toTranscript({ text: " one line " }))).toBe("one line");
    expect(transcriptText(toTranscript({ text: "" }))).toBe("");
  });
});
