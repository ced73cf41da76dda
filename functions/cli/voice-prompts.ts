/**
 * `npm run voice:prompts [-- --list]`: the recorded prompts of the languages that no voice of the provider speaks. It says
 * what is missing, records that with espeak-ng and ffmpeg where they are there and can speak the language, and notes it
 * in `content/data/voice-recordings.json` as provisional. A person's recording is put into `public/voice/LOCALE/` under
 * the name the list gives; the next run notes it as final. Recordings whose words have changed are removed.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { clipsOf } from "../channels/voice/prompts.ts";
import { readyClips } from "../channels/voice/ready-words.ts";
import { VoiceRecordings, writtenVoices } from "../channels/voice/voices.ts";
import { Locale } from "../domain/locales/locales.ts";

const root = resolve(import.meta.dirname, "../..");

interface Folders {
  recordings: string;
  list: string;
}

const folders: Folders = {
  recordings: process.env.VOICE_FOLDER ?? join(root, "public/voice"),
  list: process.env.VOICE_LIST ?? join(root, "content/data/voice-recordings.json"),
};

const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });

/** Which of the languages espeak-ng has a voice for; none when it is not installed. */
function espeakLocales(): Set<string> {
  try {
    execFileSync("ffmpeg", ["-version"], { stdio: "ignore" });
    const voices = execFileSync("espeak-ng", ["--voices"], { encoding: "utf8" });
    return new Set(voices.split("\n").flatMap((line) => line.trim().split(/\s+/)[1] ?? []));
  } catch {
    return new Set();
  }
}

/**
 * As a telephone carries it: one channel, 8 kHz. A little slower than espeak-ng's own pace, and with a breath after it.
 * False where espeak-ng fails at these words: they wait for a person.
 */
function recordProvisionally(locale: Locale, words: string, file: string): boolean {
  try {
    writeProvisional(locale, words, file);
    return true;
  } catch {
    return false;
  }
}

function writeProvisional(locale: Locale, words: string, file: string): void {
  const wave = execFileSync("espeak-ng", ["-v", locale, "-s", "160", "-g", "1", "--stdout", words], {
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const half = `${file}.half.mp3`;
  execFileSync(
    "ffmpeg",
    [
      ..."-loglevel error -y -i pipe:0 -af apad=pad_dur=0.25 -ac 1 -ar 8000 -b:a 16k -map_metadata -1".split(
        " ",
      ),
      half,
    ],
    { input: wave },
  );
  // Only a whole recording gets the name it is played by.
  renameSync(half, file);
}

function fingerprint(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 8);
}

function prepare(locale: Locale, recordings: VoiceRecordings, speakable: boolean): string[] {
  const words = writtenVoices.get(locale);
  if (words?.voice !== "recorded") return [];
  const folder = join(folders.recordings, locale);
  mkdirSync(folder, { recursive: true });
  const needed = clipsOf(words);
  // What the desk often says is recorded too; without it a language is offered all the same.
  const clips = [...needed, ...readyClips(locale)];
  const noted = { ...recordings[locale] };
  const missing: typeof clips = [];
  for (const clip of clips) {
    const file = join(folder, `${clip.name}.mp3`);
    if (!existsSync(file)) {
      delete noted[clip.name];
      const made = !values.list && speakable && recordProvisionally(locale, clip.words, file);
      if (made) noted[clip.name] = { provisional: true, made: fingerprint(file) };
      else missing.push(clip);
    } else if (noted[clip.name]?.made !== fingerprint(file)) noted[clip.name] = { provisional: false };
  }
  const wanted = new Set(clips.map(({ name }) => name));
  const stale = readdirSync(folder).filter((name) => name.endsWith(".mp3") && !wanted.has(name.slice(0, -4)));
  for (const name of Object.keys(noted)) if (!wanted.has(name)) delete noted[name];
  if (!values.list) for (const name of stale) rmSync(join(folder, name));
  recordings[locale] = Object.fromEntries(Object.entries(noted).sort(([a], [b]) => (a < b ? -1 : 1)));
  const provisional = Object.values(noted).filter((each) => each.provisional).length;
  return [
    `${locale}: ${clips.length - missing.length} of ${clips.length} recorded, ${provisional} provisional, ` +
      `${needed.some((clip) => missing.includes(clip)) ? "not offered" : "offered"}`,
    ...missing.map(({ name, words: said }) => `  missing public/voice/${locale}/${name}.mp3: ${said}`),
  ];
}

const recordings = VoiceRecordings.parse(JSON.parse(readFileSync(folders.list, "utf8")));
const speakable = espeakLocales();
if (!values.list && speakable.size === 0)
  process.stderr.write("espeak-ng or ffmpeg is not installed: nothing is recorded, only listed\n");
const lines = Locale.options.flatMap((locale) => prepare(locale, recordings, speakable.has(locale)));
process.stdout.write(`${lines.join("\n")}\n`);
if (!values.list) writeFileSync(folders.list, `${JSON.stringify(recordings, null, 2)}\n`);
