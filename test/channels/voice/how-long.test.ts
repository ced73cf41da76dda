/** How long each step makes a caller wait, in every language: recorded ones by their files, the others by a calm voice's pace. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rows } from "../../../functions/channels/voice/flow-rows.ts";
import { type Row, StepName } from "../../../functions/channels/voice/flow-step.ts";
import { clipName, PromptName, piecesOf } from "../../../functions/channels/voice/prompts.ts";
import { type Offer, offers, writtenVoices } from "../../../functions/channels/voice/voices.ts";
import { mp3Seconds } from "../../support/mp3.ts";
import { secondsOf } from "./pace.ts";

/** Seconds of a prompt as it is heard, and where in it the first key is named. */
function heard(offer: Offer, name: PromptName): { seconds: number; untilKey: number } {
  const text = offer.words.prompts[name];
  const seconds =
    offer.words.voice === "recorded" ? recorded(offer, name, text) : secondsOf(offer.locale, text);
  const key = text.search(/[0-9０-９]/);
  return { seconds, untilKey: key < 0 ? seconds : (seconds * (key + 1)) / text.length };
}

function recorded({ locale, words }: Offer, name: PromptName, text: string): number {
  const clip = (clipped: string, said: string) =>
    mp3Seconds(
      readFileSync(
        new URL(`../../../public/voice/${locale}/${clipName(clipped, said)}.mp3`, import.meta.url),
      ),
    );
  const digit = words.voice === "recorded" ? clip("digit-1", words.digits[1] ?? "") : 0;
  return piecesOf(name, text).reduce(
    (sum, piece) => sum + ("clip" in piece ? clip(piece.clip, piece.words) : digit),
    0,
  );
}

/** The prompts of a row that name a key, by the master's words: a digit of a menu, hash or star. */
const ja = writtenVoices.get("ja");
const namesKey = (name: PromptName) =>
  !["danger", "receipt", "trouble"].includes(name) && /[0-9]|シャープ|米印/.test(ja?.prompts[name] ?? "");

function untilFirstChoice(offer: Offer, row: Row): number {
  let seconds = 0;
  for (const line of row.say) {
    const name = "prompt" in line ? line.prompt : "onDuty" in line ? line.onDuty : undefined;
    if (!name) continue;
    const { seconds: whole, untilKey } = heard(offer, name);
    if (namesKey(name)) return seconds + untilKey;
    seconds += whole;
  }
  return seconds;
}

describe("how long a caller listens", () => {
  it("is no more than twenty seconds before the first choice, at every step and in every language", () => {
    // The opening is each language's own line; at an end, and while a telephone rings, there is nothing to choose.
    const choiceless = ["language", "hangup", "dial"];
    const steps = StepName.options.filter((step) => !choiceless.includes(rows[step].listen.kind));
    expect(steps.length).toBeGreaterThan(42);
    for (const offer of offers)
      for (const step of steps)
        expect(untilFirstChoice(offer, rows[step]), `${offer.locale} ${step}`).toBeLessThanOrEqual(20);
  });

  it("is no more than twenty seconds for any one prompt", () => {
    for (const offer of offers)
      for (const name of PromptName.options)
        expect(heard(offer, name).seconds, `${offer.locale} ${name}`).toBeLessThanOrEqual(20);
  });

  it("is measured from the recordings themselves, which last as long as words do", () => {
    const byFile = offers.filter(({ words }) => words.voice === "recorded");
    expect(byFile.map(({ locale }) => locale)).toEqual(expect.arrayContaining(["ne", "my", "fa"]));
    for (const offer of byFile) {
      const { seconds } = heard(offer, "before");
      expect(seconds, offer.locale).toBeGreaterThan(4);
      expect(seconds, offer.locale).toBeLessThan(20);
    }
  });

  it("is short where no language was chosen: Japanese and English together before the tone", () => {
    const both = offers.filter(({ locale }) => locale === "ja" || locale === "en");
    expect(both).toHaveLength(2);
    expect(both.reduce((sum, offer) => sum + heard(offer, "speak_all").seconds, 0)).toBeLessThanOrEqual(36);
  });
});
