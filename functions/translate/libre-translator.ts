/** A translation server with LibreTranslate's interface (`POST {url}/translate`), run by the office itself. */
import { z } from "zod";
import type { Translator } from "../service/translation/ports.ts";

const timeoutMs = 30_000;

/** What these servers call a language, where triage's tag is another. */
const codes: Readonly<Record<string, string>> = {
  "zh-Hans": "zh",
  "zh-Hant": "zt",
  "pt-BR": "pt",
  fil: "tl",
};

const Answer = z.object({ translatedText: z.string() });

/**
 * `url` is the office's own setting; a password in it is sent as the server's `api_key` (`http://:KEY@host:5000`). The
 * words go to that host alone: a redirect is an error.
 */
export function createTranslator(url: string): Translator {
  const base = new URL(url);
  const key = decodeURIComponent(base.password);
  const path = base.pathname.replace(/\/+$/, "");
  const target = `${base.origin}${path.endsWith("/translate") ? path : `${path}/translate`}`;
  return {
    async translate(text, { from, to }) {
      const body = {
        q: text,
        source: codes[from] ?? from,
        target: to,
        format: "text",
        ...(key ? { api_key: key } : {}),
      };
      try {
        const answer = await fetch(target, {
          method: "POST",
          body: JSON.stringify(body),
          redirect: "error",
          headers: { "content-type": "application/json" },
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!answer.ok) {
          await answer.body?.cancel();
          return answer.status === 400
            ? { kind: "unknown_language" }
            : { kind: "failed", code: `http_${answer.status}` };
        }
        const parsed = Answer.safeParse(await answer.json());
        return parsed.success
          ? { kind: "done", text: parsed.data.translatedText }
          : { kind: "failed", code: "not_a_translation" };
      } catch (error) {
        return { kind: "failed", code: error instanceof Error ? error.name : "unknown" };
      }
    },
  };
}
