import { Hono } from "hono";
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { z } from "zod";
import en from "../../../content/sms/en.json" with { type: "json" };
import ja from "../../../content/sms/ja.json" with { type: "json" };
import { detectLanguage } from "../../domain/language/detect.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import { allLocales, localeFacts } from "../../domain/locales/locales.ts";
import { formatReceipt } from "../../domain/receipts/receipt.ts";
import type { Log } from "../../service/ports.ts";
import type { Accepted, TipSubmission } from "../../service/tips/submit-tip.ts";
import { MessageForm } from "../../twilio/form.ts";
import { type TwilioHookOptions, type VerifiedForm, verifiedHook } from "../../twilio/hook.ts";

const SmsWords = z.strictObject({ received: z.string().min(1).max(300).includes("{receipt}") });
const smsWords: Partial<Record<Locale, z.infer<typeof SmsWords>>> = {
  ja: SmsWords.parse(ja),
  en: SmsWords.parse(en),
};

export interface SmsDoorDeps extends TwilioHookOptions {
  submitTip(submission: TipSubmission): Promise<Accepted>;
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
    const form = MessageForm.parse(c.get("form"));
    const locale = localeOf(form.Body);
    const { receipt, again } = await deps.submitTip({
      channel: "sms",
      idempotencyKey: `sms:${form.MessageSid}`,
      report: { locale, text: form.Body, goods: [] },
      ...(form.From === "" ? {} : { sender: form.From }),
    });
    const answer = new MessagingResponse();
    if (deps.reply && !again) {
      const words = smsWords[locale] ?? smsWords.ja;
      if (words) answer.message(words.received.replace("{receipt}", formatReceipt(receipt)));
    }
    return c.body(answer.toString(), 200, {
      "content-type": "text/xml; charset=utf-8",
      "cache-control": "no-store",
    });
  });
  return door;
}

/** The site's language nearest to the message's, Japanese when it cannot be told. */
function localeOf(text: string): Locale {
  const lang = detectLanguage(text);
  return allLocales.find((locale) => localeFacts[locale].lang === lang) ?? "ja";
}
