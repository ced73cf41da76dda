import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PromptName, piecesOf } from "../../../functions/channels/voice/prompts.ts";
import { offers, writtenVoices } from "../../../functions/channels/voice/voices.ts";
import type { Locale } from "../../../functions/domain/locales/locales.ts";
import { secondsOf } from "./pace.ts";

const spoken: Locale[] = [
  "ja",
  "en",
  "zh-hans",
  "zh-hant",
  "ko",
  "vi",
  "fil",
  "pt-br",
  "es",
  "ru",
  "id",
  "th",
];

const ja = writtenVoices.get("ja");
/** The keys that a prompt names, as digits in any script and the words for hash and star. */
const keysIn = (words: string) =>
  (
    words.replaceAll(/[1-9] [1-9] [0-9]|0 1 2 0.*|110|118|0120.*|1[0-9](?=分| )|\{key\}/g, "").match(/\d/g) ??
    []
  )
    .sort()
    .join("");

describe("the words of the line", () => {
  it("are offered in every language that the provider can speak", () => {
    expect(offers.map(({ locale }) => locale)).toEqual(expect.arrayContaining(spoken));
    for (const locale of spoken) expect(writtenVoices.get(locale)?.voice, locale).not.toBe("recorded");
  });

  it("are spoken by voices and in languages that the provider's own library knows", () => {
    const types = readFileSync(
      new URL("../../../node_modules/twilio/lib/twiml/VoiceResponse.d.ts", import.meta.url),
      "utf8",
    );
    for (const [locale, { voice }] of writtenVoices) {
      if (voice === "recorded") continue;
      expect(types.includes(`"${voice.name}"`), `${locale} ${voice.name}`).toBe(true);
      expect(types.includes(`"${voice.language}"`), `${locale} ${voice.language}`).toBe(true);
    }
  });

  it("are each written for the language itself, not left in another", () => {
    for (const [locale, words] of writtenVoices) {
      for (const [other, others] of writtenVoices) {
        if (other === locale) continue;
        const same = PromptName.options.filter(
          (name) => words.prompts[name] === others.prompts[name] && words.prompts[name].length > 12,
        );
        // Chinese in its two scripts shares a line here and there.
        if (locale.startsWith("zh") && other.startsWith("zh")) expect(same.length).toBeLessThan(8);
        else expect(same, `${locale} ${other}`).toEqual([]);
      }
    }
  });

  it("name the same keys in every language", () => {
    for (const [locale, { prompts }] of writtenVoices) {
      for (const name of [
        "ways",
        "paused",
        "after",
        "erased",
        "last",
        "contact_sure",
        "number_sure",
        "ask_which",
        "officer",
        "officer_record",
        "officer_after",
        "back_after",
      ] as const)
        expect(keysIn(prompts[name]), `${locale} ${name}`).toBe(keysIn(ja?.prompts[name] ?? ""));
      expect(prompts.choose, locale).toContain("{key}");
      expect(prompts.danger.replaceAll(" ", ""), locale).toMatch(/110[\s\S]*118/);
    }
  });

  it("say so where nobody has answered for a translation yet", () => {
    for (const [locale, words] of writtenVoices) {
      if (locale === "ja") expect(words.provisional).toBeUndefined();
      else expect(Boolean(words.provisional) !== Boolean(words.signedBy), locale).toBe(true);
    }
  });

  it("take no prompt longer than twenty seconds, and reach the first choice before that", () => {
    for (const [locale, { prompts }] of writtenVoices) {
      for (const name of PromptName.options)
        expect(secondsOf(locale, prompts[name]), `${locale} ${name}`).toBeLessThanOrEqual(20);
      expect(secondsOf(locale, prompts.choose), locale).toBeLessThanOrEqual(6);
      const untilFirst = prompts.ways.slice(0, prompts.ways.search(/1/) + 1);
      expect(secondsOf(locale, prompts.before, prompts.danger, untilFirst), locale).toBeLessThanOrEqual(20);
    }
  });

  it("have a first language within three seconds of the call's begin", () => {
    expect(offers[0]?.locale).toBe("ja");
    expect(secondsOf("ja", ja?.prompts.choose ?? "")).toBeLessThanOrEqual(4);
  });

  it("leave the key out of a recorded clip, which is said by itself", () => {
    expect(piecesOf("choose", "日本語は、{key}を。")).toEqual([
      { clip: "choose-0", words: "日本語は、" },
      { fill: "key" },
      { clip: "choose-2", words: "を。" },
    ]);
  });
});
