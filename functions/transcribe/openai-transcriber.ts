import { VerboseTranscript } from "../service/recordings/transcript.ts";
import type { Transcriber } from "../service/worker-ports.ts";

/** A ten-minute call on a small machine; the job's own patience is a little longer. */
const timeoutMs = 240_000;

/** What the servers call a language: ISO 639-1, where the site's tag is another. */
const codes: Readonly<Record<string, string>> = {
  "zh-Hans": "zh",
  "zh-Hant": "zh",
  "pt-BR": "pt",
  fil: "tl",
};

/**
 * A speech-to-text server with OpenAI's interface (`POST {url}/v1/audio/transcriptions`), such as a local whisper
 * server. `url` is the office's own setting; a password in it is sent as a bearer token (`http://:TOKEN@host`).
 */
export function createTranscriber(url: string): Transcriber {
  const base = new URL(url);
  const token = decodeURIComponent(base.password);
  const path = base.pathname.replace(/\/+$/, "");
  const target = `${base.origin}${path.endsWith("/transcriptions") ? path : `${path}/v1/audio/transcriptions`}`;
  return {
    async transcribe(sound, { mediaType, lang }) {
      const form = new FormData();
      const name = mediaType === "audio/mpeg" ? "recording.mp3" : "recording.wav";
      form.set("file", new File([new Uint8Array(sound)], name, { type: mediaType }));
      // Self-hosted servers take the name for the model they run.
      form.set("model", "whisper-1");
      form.set("response_format", "verbose_json");
      form.append("timestamp_granularities[]", "segment");
      form.append("timestamp_granularities[]", "word");
      if (lang) form.set("language", codes[lang] ?? lang);
      try {
        const answer = await fetch(target, {
          method: "POST",
          body: form,
          redirect: "error",
          headers: token ? { authorization: `Bearer ${token}` } : {},
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!answer.ok) {
          await answer.body?.cancel();
          return { kind: "failed", code: `http_${answer.status}` };
        }
        const parsed = VerboseTranscript.safeParse(await answer.json());
        return parsed.success
          ? { kind: "done", transcript: parsed.data }
          : { kind: "failed", code: "not_a_transcript" };
      } catch (error) {
        return { kind: "failed", code: error instanceof Error ? error.name : "unknown" };
      }
    },
  };
}
