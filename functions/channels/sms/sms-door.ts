import { Hono } from "hono";
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import notes from "../../../content/data/sms-notes.json" with { type: "json" };
import { detectLanguage } from "../../domain/language/detect.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import { allLocales, localeFacts } from "../../domain/locales/locales.ts";
import { formatReceipt } from "../../domain/receipts/receipt.ts";
import type { Log } from "../../service/ports.ts";
import { messageKey } from "../../service/tips/attach-media.ts";
import type { Accepted, TipSubmission } from "../../service/tips/submit-tip.ts";
import type { MessageWatch } from "../../service/watch/watch-messages.ts";
import { MessageForm, mediaSids } from "../../twilio/form.ts";
import { type TwilioHookOptions, type VerifiedForm, verifiedHook } from "../../twilio/hook.ts";
import { smsWords } from "./words.ts";

export interface SmsDoorDeps extends TwilioHookOptions {
  submitTip(submission: TipSubmission): Promise<Accepted>;
  attachMedia(message: { messageSid: string; mediaSids: readonly string[] }): Promise<void>;
  /** Whether the sender's message would join an earlier one, which has the receipt. */
  wroteBefore(sender: string): Promise<boolean>;
  watch: MessageWatch;
  /** Whether a person who wrote first gets one answer, with the receipt. Off unless the office turns it on. */
  reply: boolean;
  log: Log;
}

/** The text line's hook, mounted at `/twilio/sms`. A message becomes a tip or joins one; we never begin. */
export function smsDoor(deps: SmsDoorDeps): Hono<VerifiedForm> {
  const door = new Hono<VerifiedForm>();
  door.use(verifiedHook(deps));
  door.onError((error, c) => {
    // Twilio does not try again: the log must show that a message was lost on us.
    deps.log.error({ code: error.name, route: "sms" }, "message not taken");
    return c.body(null, 500);
  });
  door.post("/", async (c) => {
    const fields = c.get("form");
    const form = MessageForm.parse(fields);
    const locale = localeOf(form.Body);
    const media = mediaSids(fields, form.NumMedia);
    const mayAnswer = deps.reply && !isStopWord(form) && !(await deps.wroteBefore(form.From));
    const { receipt, again } = await deps.submitTip({
      channel: "sms",
      idempotencyKey: messageKey(form.MessageSid),
      report: { locale, text: textOf(form), goods: [] },
      ...(form.From === "" ? {} : { sender: form.From }),
      misuse: deps.watch.take({ messageSid: form.MessageSid, sender: form.From, words: form.Body }),
    });
    await deps.attachMedia({ messageSid: form.MessageSid, mediaSids: media });
    const answer = new MessagingResponse();
    const words = smsWords.get(locale) ?? smsWords.get("ja");
    if (mayAnswer && !again && words)
      answer.message(words.received.replace("{receipt}", formatReceipt(receipt)));
    return c.body(answer.toString(), 200, {
      "content-type": "text/xml; charset=utf-8",
      "cache-control": "no-store",
    });
  });
  return door;
}

/** Words that providers and carriers take for "write to me no more" or "help" when they stand alone (CTIA, Twilio). */
const stopWords =
  /^(stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|start|unstop|help|info)[.!]?$/i;

/** A word alone is a wish not to be answered. With anything beside it, it is somebody telling us something. */
function isStopWord(form: MessageForm): boolean {
  return form.OptOutType !== "" || (form.NumMedia === 0 && stopWords.test(form.Body.trim()));
}

/** Nothing is thrown away: a picture without words says so to the officer. */
function textOf(form: MessageForm): string {
  if (form.Body.trim() !== "" || form.NumMedia === 0) return form.Body;
  return notes.picturesOnly.replace("{count}", String(form.NumMedia));
}

/** The site's language nearest to the message's, Japanese when it cannot be told. */
function localeOf(text: string): Locale {
  const lang = detectLanguage(text);
  return allLocales.find((locale) => localeFacts[locale].lang === lang) ?? "ja";
}
