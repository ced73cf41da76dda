import { expect, type Locator, type Page, test } from "@playwright/test";
import { makeVoice } from "../../functions/demo/make-voice.ts";
import { type AnsweringServer, startAnsweringServer } from "../support/answering-server.ts";
import { press, sound } from "../support/fake-twilio/fake-twilio.ts";
import {
  type DeskWithLine,
  fileByWeb,
  inviteSupervisor,
  seeRows,
  startDeskWithLine,
} from "./desk-program.ts";
import { KeyboardOfficer } from "./keyboard.ts";
import { looks, wear, wellDrawn } from "./looks.ts";
import { wordsOf } from "./night-others.ts";

/** Nine seconds, of which nobody speaks from the third to the seventh. */
function withSilence(): Buffer {
  const audio = Buffer.from(makeVoice(9, 3));
  return audio.fill(0, 44 + 3 * 16_000, 44 + 7 * 16_000);
}
const heard = {
  language: "japanese",
  text: "横浜港のコンテナに覚醒剤。今夜です。",
  segments: [
    { start: 0.4, end: 2, text: "横浜港のコンテナに覚醒剤。", avg_logprob: -0.2, no_speech_prob: 0 },
    { start: 7.5, end: 9, text: "今夜です。", avg_logprob: -1.6, no_speech_prob: 0 },
  ],
  words: [
    { word: "横浜港", start: 0.4, end: 0.9, probability: 0.9 },
    { word: "覚醒剤", start: 1.2, end: 1.8, probability: 0.3 },
  ],
};

let program: DeskWithLine;
let translator: AnsweringServer;
let listener: AnsweringServer;
let page: Page;
let officer: KeyboardOfficer;
let spoken: string;
let written: string;

test.describe.configure({ mode: "serial", timeout: 120_000 });

test.beforeAll(async ({ browser }) => {
  translator = await startAnsweringServer(() => ({ status: 500 }));
  listener = await startAnsweringServer(() => ({ body: heard }));
  program = await startDeskWithLine({ TRANSLATE_URL: translator.url, TRANSCRIBE_URL: listener.url });
  page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  officer = new KeyboardOfficer(page);
  await inviteSupervisor(page, program, "listener@customs.example");
  await program.twilio.call([press("1"), sound(withSilence(), 9)]);
  await fileByWeb(program, "Tôi thấy ma túy trong kho ở cảng Yokohama, WHITEEGRET", { locale: "vi" });
  const idOf = async (query: string) => {
    await seeRows(page, program, query, 1);
    return `/staff/tips/${await page.locator(".row").getAttribute("data-tip")}/`;
  };
  written = await idOf("q=WHITEEGRET");
  spoken = await idOf("channel=voice");
});
test.afterAll(async () => {
  await page?.context().close();
  await program?.stop();
  await Promise.all([translator?.stop(), listener?.stop()]);
});

const article = () => page.getByRole("article");
const open = (path: string) => page.goto(`${program.staffUrl}${path}`);
const pressed = (button: Locator, value: string) => expect(button).toHaveAttribute("aria-pressed", value);

for (const look of looks) {
  const { locale } = look;
  const t = wordsOf(locale);
  const name = `${locale} at ${look.width} px`;

  test(`a recording is heard by keys alone: speeds, silence left out, a stretch again, word by word, in ${name}`, async () => {
    // The worker fetches, seals and transcribes it meanwhile.
    await expect(async () => {
      await open(spoken);
      await expect(page.locator(".said-word").first()).toBeAttached({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await wear(page, look);
    const player = page.locator("desk-recording");
    const slider = player.getByRole("slider");
    const button = (label: string) => player.getByRole("button", { name: label, exact: true });
    const audio = player.locator("audio");
    const at = () => audio.evaluate((element: HTMLAudioElement) => element.currentTime);
    const rate = () => audio.evaluate((element: HTMLAudioElement) => element.playbackRate);
    const stands = (element: HTMLAudioElement) => element.paused;
    // First the line to the sound is cut, then to its outline: each is told for what it is, and asked for again.
    const told = player.locator(".wave-note");
    const retry = button(t.again);
    await page.route("**/staff/evidence/*", (route) => route.abort());
    await page.route("**/staff/evidence/*/outline", (route) => route.abort());
    await officer.press("p");
    await expect(told).toHaveText(t.recording.soundLost);
    await wellDrawn(page, "sound-lost");
    await page.unroute("**/staff/evidence/*");
    await officer.go(retry);
    await expect(told).toHaveText(t.recording.outlineLost);
    await expect.poll(at).toBeGreaterThan(0.2);
    await officer.press("p");
    await pressed(button(t.recording.play), "false");
    await page.unroute("**/staff/evidence/*/outline");
    await officer.go(retry);
    await expect(told).toBeEmpty();
    await expect(retry).toBeHidden();
    await slider.focus();
    await officer.press("Home");

    await officer.press("p");
    await pressed(button(t.recording.pause), "true");
    await expect.poll(at).toBeGreaterThan(0.2);
    await officer.press("p");
    await pressed(button(t.recording.play), "false");
    expect(await audio.evaluate(stands)).toBe(true);
    await wellDrawn(page, "player");

    await officer.press("+");
    expect(await rate()).toBe(1.25);
    await expect(player.getByLabel(t.recording.speed)).toHaveValue("1.25");
    await officer.press("-", "-");
    expect(await rate()).toBe(0.75);
    await officer.press("+");

    await officer.reach(slider);
    await officer.press("Home", "ArrowRight");
    await expect.poll(at).toBeCloseTo(5, 1);
    await officer.press("ArrowLeft");
    await expect.poll(at).toBeCloseTo(0, 1);

    // From the third second to the seventh nobody speaks.
    await officer.press("ArrowRight", "g");
    await pressed(button(t.recording.skip), "true");
    await officer.press("p");
    await expect.poll(at).toBeGreaterThan(6.5);
    await officer.press("p", "g");
    await pressed(button(t.recording.skip), "false");

    await officer.press("Home");
    await officer.press("[", "p");
    await expect.poll(at).toBeGreaterThan(0.6);
    await officer.press("]");
    await pressed(button(t.recording.loop), "true");
    await wellDrawn(page, "loop");
    const again = await audio.evaluate(
      (element: HTMLAudioElement) =>
        new Promise<number>((resolve) => {
          element.addEventListener("seeking", () => resolve(element.currentTime), { once: true });
        }),
    );
    expect(again).toBeCloseTo(0, 1);
    await officer.press("p", "l");
    await pressed(button(t.recording.loop), "false");

    const word = player.locator(".said [data-at]");
    await officer.reach(word.first());
    await officer.press("ArrowRight", "ArrowRight", "Enter");
    await expect.poll(at).toBeGreaterThanOrEqual(1.2);
    await expect(player.locator(".said-now")).toHaveText(/覚醒剤/);
    await officer.press("p");

    await officer.press("e");
    const text = player.getByRole("textbox");
    await expect(text).toBeFocused();
    await officer.press("Alt+p");
    expect(await audio.evaluate(stands)).toBe(false);
    await officer.press("Alt+p");
    await expect(text).toHaveValue(/横浜港のコンテナに覚醒剤。/);
    await wellDrawn(page, "transcribe");
    await page.setViewportSize({ width: 320, height: 700 });
    await wellDrawn(page, "transcribe");
  });

  test(`the office's translator is waited for, answers for one look, fails and does not know, in ${name}`, async () => {
    await open(written);
    await wear(page, look);
    const ask = article().getByRole("button", { name: t.translation.ask.replace("{lang}", t.langs[locale]) });
    await wellDrawn(page, "translate");
    translator.asked.length = 0;
    translator.answer = () => ({ body: { translatedText: "<b>倉庫</b> MERLINQUAY" }, afterMs: 2_500 });
    const answered = page.waitForResponse((answer) => answer.url().endsWith("/translate"));
    // Until the answer is there the page stands as it was, and a second press asks for nothing.
    await officer.reach(ask);
    const told = await page.evaluate(() => {
      const button = document.activeElement as HTMLButtonElement;
      for (let time = 0; time < 2; time += 1) button.form?.requestSubmit(button);
      return button.form?.querySelector(".waiting")?.textContent;
    });
    expect(told).toBe(t.translation.waiting);
    await answered;
    const shown = page.getByRole("status").filter({ hasText: t.translation.machine });
    await expect(shown).toContainText("<b>倉庫</b> MERLINQUAY");
    expect(translator.asked.map((sent) => JSON.parse(sent).target)).toEqual([locale]);
    await wellDrawn(page, "translated");
    await open(written);
    await expect(article()).not.toContainText("MERLINQUAY");

    for (const [status, code] of [
      [500, "translation_failed"],
      [400, "translation_unknown_language"],
    ] as const) {
      translator.answer = () => ({ status });
      await officer.go(ask);
      await expect(page.getByRole("alert")).toHaveText(t.flash[code]);
      await expect(article()).toContainText("WHITEEGRET");
      await wellDrawn(page, code);
    }
  });
}
