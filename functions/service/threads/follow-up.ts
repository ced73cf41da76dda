import { decodeSealed, SealedMessage, SealedWords } from "../../domain/intake/sealed-words.ts";
import type { IntakeContext } from "../context.ts";
import { SealBroken } from "../errors.ts";
import type { PublicStatus, Thread, ThreadMessage } from "../ports.ts";

export interface FollowUpView {
  status: PublicStatus;
  messages: { from: "desk" | "reporter"; at: Date; text: string }[];
}

/**
 * What the desk tells the holder of a receipt. A receipt that no tip has answers exactly as one whose thread is empty:
 * received, no messages. Throws `DatabaseAway` when it cannot be known now.
 */
export async function followUp(ctx: IntakeContext, input: { receipt: string }): Promise<FollowUpView> {
  const thread = ctx.keys.threadFor(input.receipt);
  const found = await ctx.store.findFollowUp(ctx.keys.hashReceipt(input.receipt));
  if (!found) return { status: "received", messages: [] };
  const messages = await Promise.all(found.messages.map((message) => openMessage(thread, message)));
  return { status: found.status, messages: messages.filter((message) => message !== undefined) };
}

type OpenedMessage = FollowUpView["messages"][number];

async function openMessage(thread: Thread, message: ThreadMessage): Promise<OpenedMessage | undefined> {
  const plain = await openOwn(thread, message.sealed);
  if (!plain) return undefined;
  const text =
    message.from === "desk"
      ? decodeSealed(SealedMessage, plain).text
      : decodeSealed(SealedWords, plain).report.text;
  return { from: message.from, at: message.at, text };
}

/** A text message that joined this tip under a receipt of its own is not sealed to this one: it is left out. */
async function openOwn(thread: Thread, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await thread.open(sealed);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
