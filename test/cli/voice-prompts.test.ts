import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clipsOf } from "../../functions/channels/voice/prompts.ts";
import { readyClips } from "../../functions/channels/voice/ready-words.ts";
import {
  offers,
  offerVoices,
  VoiceRecordings,
  writtenVoices,
} from "../../functions/channels/voice/voices.ts";

const root = resolve(import.meta.dirname, "../..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shirokuro-voice-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "list.json"), "{}\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A machine that speaks Nepali only, or nothing at all. */
function machine(speaks: string[]): void {
  const script = (name: string, body: string) =>
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  const voices = speaks.map((locale) => `echo " 5  ${locale}  --/M Somebody"`).join("\n");
  script("espeak-ng", `if [ "$1" = --voices ]; then ${voices || "true"}; else echo "sound of $*"; fi`);
  script("ffmpeg", 'for last; do true; done; [ "$last" = -version ] || /bin/cat > "$last"');
}

function run(...args: string[]): { list: VoiceRecordings; output: string } {
  const result = spawnSync(process.execPath, [join(root, "functions/cli/voice-prompts.ts"), ...args], {
    encoding: "utf8",
    env: {
      PATH: join(folder, "bin"),
      VOICE_FOLDER: join(folder, "voice"),
      VOICE_LIST: join(folder, "list.json"),
    },
  });
  expect(result.status, result.stderr).toBe(0);
  const list = VoiceRecordings.parse(JSON.parse(readFileSync(join(folder, "list.json"), "utf8")));
  return { list, output: result.stdout + result.stderr };
}

const clips = (locale: "ne" | "my") => {
  const words = writtenVoices.get(locale);
  return words ? [...clipsOf(words), ...readyClips(locale)].map(({ name }) => name) : [];
};
const menu = { first: ["ja" as const, "en" as const], more: ["ne" as const, "my" as const] };

describe("the recorded prompts", () => {
  it("are made provisionally where the machine speaks the language, and only then is it offered", () => {
    machine(["ne"]);
    const { list, output } = run();
    expect(Object.keys(list.ne ?? {}).sort()).toEqual(clips("ne").sort());
    expect(Object.values(list.ne ?? {}).every(({ provisional }) => provisional)).toBe(true);
    expect(readdirSync(join(folder, "voice/ne")).sort()).toEqual(
      clips("ne")
        .map((name) => `${name}.mp3`)
        .sort(),
    );
    expect(output).toContain(`my: 0 of ${clips("my").length} recorded, 0 provisional, not offered`);
    expect(offerVoices(menu, writtenVoices, list).map(({ locale }) => locale)).toEqual(["ja", "en", "ne"]);
  });

  it("are final when a person's recording has taken the machine's place, and go when their words change", () => {
    machine(["ne"]);
    run();
    const [first = "", second = ""] = clips("ne");
    writeFileSync(join(folder, `voice/ne/${first}.mp3`), "a person");
    writeFileSync(join(folder, "voice/ne/goodbye-0-00000000.mp3"), "old words");
    const { list } = run();
    expect(list.ne?.[first]).toEqual({ provisional: false });
    expect(list.ne?.[second]?.provisional).toBe(true);
    expect(readdirSync(join(folder, "voice/ne"))).not.toContain("goodbye-0-00000000.mp3");
  });

  it("are only listed when asked to, or when nothing can make them", () => {
    machine(["ne"]);
    const asked = run("--list");
    expect(asked.list).toEqual({});
    expect(asked.output).toContain(`missing public/voice/ne/${clips("ne")[0]}.mp3`);
    rmSync(join(folder, "bin/espeak-ng"));
    const without = run();
    expect(without.output).toContain("espeak-ng or ffmpeg is not installed");
    expect(without.list.ne).toEqual({});
  });
});

describe("what is in this repository", () => {
  it("has a file for every clip that a language on offer needs, none longer than twenty seconds", () => {
    const recorded = offers.filter(({ words }) => words.voice === "recorded");
    expect(recorded.map(({ locale }) => locale)).toEqual(expect.arrayContaining(["ne", "fa"]));
    for (const { locale, words } of recorded) {
      for (const { name } of clipsOf(words)) {
        const bytes = readFileSync(join(root, "public/voice", locale, `${name}.mp3`)).length;
        // 16 kbit/s and half a second of silence.
        expect(bytes / 2_000, `${locale} ${name}`).toBeLessThanOrEqual(20.5);
        expect(bytes).toBeGreaterThan(500);
      }
      const secondsOf = (prompt: string) =>
        clipsOf(words)
          .filter(({ name }) => new RegExp(`^${prompt}-\\d`).test(name))
          .reduce(
            (sum, { name }) =>
              sum + readFileSync(join(root, "public/voice", locale, `${name}.mp3`)).length / 2_000,
            0,
          );
      // The first choice is named within the first seconds of what follows.
      expect(secondsOf("before") + secondsOf("danger"), locale).toBeLessThanOrEqual(18);
    }
  });
});
