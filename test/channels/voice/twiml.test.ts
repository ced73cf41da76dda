import { describe, expect, it } from "vitest";
import { type CallState, firstState } from "../../../functions/channels/voice/flow.ts";
import { rows } from "../../../functions/channels/voice/flow-rows.ts";
import { speak } from "../../../functions/channels/voice/twiml.ts";
import { offers } from "../../../functions/channels/voice/voices.ts";
import { parseTwiml, type Verb } from "../../support/fake-twilio/twiml.ts";
import { states } from "./call-states.ts";

const publicUrl = "https://tips.example";
const document = (state: CallState) =>
  speak(state, {
    offers,
    publicUrl,
    receipt: "1234567890123456",
    keyed: ["0900", "0000", "000"],
    question: { text: "Which gate was it?", lang: "en" },
    playback: `${publicUrl}/twilio/voice/playback/x`,
  });

describe("the TwiML of every state", () => {
  it("can be followed by Twilio, and never leaves the caller without a way on", () => {
    for (const state of states) {
      const verbs = parseTwiml(document(state));
      const last = verbs.at(-1)?.name;
      expect(last, state.step).toBe(
        {
          hangup: "Hangup",
          record: "Redirect",
          dial: "Redirect",
          key: "Gather",
          number: "Gather",
          language: "Gather",
        }[rows[state.step].listen.kind],
      );
      if (last === "Gather") expect(verbs.at(-1)?.attributes.actionOnEmptyResult).toBe("true");
    }
  });

  it("names no address but our own, and nothing a caller said or keyed in", () => {
    for (const state of states) {
      const text = document(state);
      for (const address of text.match(/https?:\/\/[^"<]+/g) ?? []) {
        expect(address).toMatch(/^https:\/\/tips\.example\/(twilio\/voice|voice)\//);
        expect(address).not.toMatch(/1234567890123456|09000000000/);
      }
    }
  });

  it("is said in the chosen language's own voice and no other", () => {
    for (const { locale, words } of offers.filter((offer) => offer.words.voice !== "recorded")) {
      const state: CallState = { ...firstState, step: "receipt", language: locale, spoke: true };
      const voices = new Set(said(parseTwiml(document(state))).map((verb) => verb.attributes.language));
      expect(voices).toEqual(new Set([words.voice !== "recorded" && words.voice.language]));
    }
  });

  it("reads the receipt digit by digit, twice", () => {
    const state: CallState = { ...firstState, step: "receipt", language: "en", spoke: true };
    const digits = said(parseTwiml(document(state)))
      .map((verb) => verb.text)
      .filter((text) => /^\d(, \d){3}$/.test(text));
    expect(digits.map((group) => group.replaceAll(", ", "")).join(" ")).toBe(
      "1234 5678 9012 3456 1234 5678 9012 3456",
    );
  });

  it("lets a key cut short every prompt before a recording", () => {
    for (const state of states.filter((each) => rows[each.step].listen.kind === "record")) {
      const names = parseTwiml(document(state)).map((verb) => verb.name);
      expect(names).toEqual(state.brief ? ["Record", "Redirect"] : ["Gather", "Record", "Redirect"]);
    }
  });
});

function said(verbs: Verb[]): Verb[] {
  return verbs.flatMap((verb) => [verb, ...verb.children]).filter((verb) => verb.name === "Say");
}
