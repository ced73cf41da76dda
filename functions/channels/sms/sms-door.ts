import { Hono } from "hono";
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { formatReceipt } from "../../domain/receipts/receipt.ts";
import { localeOf, type ReceivedMessage } from "../../service/messages/take-message.ts";
import type { Log } from "../../service/ports.ts";
import type { Accepted } from "../../service/tips/submit-tip.ts";
import { MessageForm, mediaSids } from "../../twilio/form.ts";
import { type TwilioHookOptions, type VerifiedForm, verifiedHook } from "../../twilio/hook.ts";
import { smsWords } from "./words.ts";

export interface SmsDoorDeps extends TwilioHookOptions {
  takeMessage(message: ReceivedMessage): Promise<Accepted>;
  /** Whether the sender's message would join an earlier one, which has the receipt. */
  wroteBefore(sender: string): Promise<boolean>;
  /** Whether a person who wrote first gets one answer, with the receipt. Off unless the office turns it on. */
  reply: boolean;
  log: Log;
}

/** The text line's hook, mounted at `/twilio/sms`. A message becomes a tip or joins one; we never begin. */
export function smsDoor(deps: SmsDoorDeps): Hono<VerifiedForm> {
  const door = new Hono<VerifiedForm>();
  door.use(verifiedHook(deps));
  door.onError((error, c) => {
    // Twilio does not try again; the look at what it holds finds the message later.
    deps.log.error({ code: error.name, route: "sms" }, "message not taken");
    return c.body(null, 500);
  });
  door.post("/", async (c) => {
    const fields = c.get("form");
    const form = MessageForm.parse(fields);
    const mayAnswer = deps.reply && !isStopWord(form) && !(await deps.wroteBefore(form.From));
    const { receipt, again } = await deps.takeMessage({
      messageSid: form.MessageSid,
      sender: form.From,
      words: form.Body,
      files: form.NumMedia,
      mediaSids: mediaSids(fields, form.NumMedia),
    });
    const answer = new MessagingResponse();
    const words = smsWords.get(localeOf(form.Body)) ?? smsWords.get("ja");
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
