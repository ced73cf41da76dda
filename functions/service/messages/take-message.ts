import { detectLanguage } from "../../domain/language/detect.ts";
import { allLocales, type Locale, localeFacts } from "../../domain/locales/locales.ts";
import type { IntakeContext } from "../context.ts";
import { attachMedia, messageKey } from "../tips/attach-media.ts";
import { type Accepted, submitTip } from "../tips/submit-tip.ts";
import type { MessageWatch } from "../watch/watch-messages.ts";

export interface MessageContext extends IntakeContext {
  watch: MessageWatch;
  /** What a message of files alone says, with `{count}` of them. */
  picturesOnly: string;
}

export interface ReceivedMessage {
  messageSid: string;
  /** The number it came from, or nothing when it is not told. */
  sender: string;
  words: string;
  /** How many files came with it. */
  files: number;
  /** Their ids at the provider. */
  mediaSids: readonly string[];
  /** No hook told of it: it was found at the provider, who got it then. */
  sentAt?: Date;
}

/**
 * Takes a text message that somebody sent to the line: it becomes a tip or joins the sender's of the day, and its files
 * are fetched by the worker. The same `messageSid` again changes nothing. Resolves when all of it is on disk.
 */
export async function takeMessage(ctx: MessageContext, message: ReceivedMessage): Promise<Accepted> {
  const { messageSid, sender, words, sentAt } = message;
  const taken = await submitTip(sentAt ? { ...ctx, clock: () => sentAt } : ctx, {
    channel: "sms",
    idempotencyKey: messageKey(messageSid),
    report: { locale: localeOf(words), text: textOf(ctx, message), goods: [] },
    ...(sender === "" ? {} : { sender }),
    misuse: ctx.watch.take({ messageSid, sender, words }),
  });
  await attachMedia(ctx, message);
  return taken;
}

/** Nothing is thrown away: a picture without words says so to the officer. */
function textOf({ picturesOnly }: MessageContext, { words, files }: ReceivedMessage): string {
  if (words.trim() !== "" || files === 0) return words;
  return picturesOnly.replace("{count}", String(files));
}

/** The site's language nearest to the message's, Japanese when it cannot be told. */
export function localeOf(words: string): Locale {
  const lang = detectLanguage(words);
  return allLocales.find((locale) => localeFacts[locale].lang === lang) ?? "ja";
}
