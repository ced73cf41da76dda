import { describe, expect, it } from "vitest";
import { alignTranscript } from "../../functions/staff/recording-view.ts";
import { pastSilence, silences, toOutline } from "../../src/browser/staff/recording-wave.ts";

const loud = (count: number) => Array<number>(count).fill(120);
const quiet = (count: number) => Array<number>(count).fill(3);

describe("the silences of a recording", () => {
  it("are the stretches of eight tenths of a second and more in which nothing is said", () => {
    const peaks = [...quiet(10), ...loud(5), ...quiet(7), ...loud(5), ...quiet(20)];
    expect(silences({ perSecond: 10, peaks })).toEqual([
      { from: 0, until: 1 },
      { from: 2.7, until: 4.7 },
    ]);
  });

  it("are none where the caller whispers all along, or says nothing at all", () => {
    expect(silences({ perSecond: 10, peaks: Array<number>(30).fill(9) })).toEqual([]);
    expect(silences({ perSecond: 10, peaks: [] })).toEqual([]);
  });

  it("are left a little before the next sound, and never twice", () => {
    const found = [{ from: 2, until: 5 }];
    expect(pastSilence(found, 1.9)).toBeNull();
    const on = pastSilence(found, 2.5);
    expect(on).toBeCloseTo(4.8);
    expect(pastSilence(found, on ?? 0)).toBeNull();
  });

  it("are asked only of what is an outline", () => {
    expect(toOutline({ version: 1, perSecond: 10, peaks: [1, 2] })).toEqual({ perSecond: 10, peaks: [1, 2] });
    for (const given of [null, "no", {}, { perSecond: 0, peaks: [] }, { perSecond: 10, peaks: "1" }])
      expect(toOutline(given)).toBeUndefined();
  });
});

describe("the words of a machine", () => {
  const transcript = { version: 1, madeBy: "machine", language: "en" } as const;
  const line = (text: string, sure = true) => ({ start: 1, end: 4, text, sure });

  it("keep their times, and the text between them stays as it was", () => {
    const words = [
      { start: 1, end: 1.4, text: "the", sure: true },
      { start: 1.5, end: 2, text: "box", sure: false },
      { start: 2.1, end: 2.5, text: "the", sure: true },
      { start: 2.6, end: 3, text: "quay", sure: true },
    ];
    const [aligned] = alignTranscript({ ...transcript, segments: [line("the box, the quay.")], words });
    expect(aligned?.pieces.map(({ text }) => text).join("")).toBe("the box, the quay.");
    expect(
      aligned?.pieces.filter(({ at }) => at !== null).map(({ text, at, sure }) => [text, at, sure]),
    ).toEqual([
      ["the", 1, true],
      ["box", 1.5, false],
      ["the", 2.1, true],
      ["quay", 2.6, true],
    ]);
  });

  it("are the whole line where the server gave no words, or others than stand in it", () => {
    const strange = [{ start: 1, end: 2, text: "else", sure: true }];
    for (const words of [[], strange]) {
      const aligned = alignTranscript({ ...transcript, segments: [line("a box", false)], words });
      expect(aligned).toEqual([{ at: 1, pieces: [{ text: "a box", at: 1, sure: false }] }]);
    }
  });
});
