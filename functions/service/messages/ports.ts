/** What is asked of the telephone provider about text messages, as types only. */

/** A message as the provider lists it, words and all. */
export interface ListedMessage {
  messageSid: string;
  sender: string;
  words: string;
  files: number;
  sentAt: Date;
}

/** What the provider holds of the messages that were sent to our number. Each throws when it cannot be told. */
export interface MessageList {
  /** Page by page, each once, newest first; `whole` is false on the last page that one look lists of more. */
  list(after: Date): AsyncIterable<{ messages: ListedMessage[]; whole: boolean }>;
  /** The ids of a message's files; none when they are gone. */
  mediaOf(messageSid: string): Promise<string[]>;
}
