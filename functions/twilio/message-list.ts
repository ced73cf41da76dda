import { z } from "zod";
import type { ListedMessage, MessageList } from "../service/messages/ports.ts";
import type { TwilioAccount } from "./client.ts";
import { pagesOf } from "./pages.ts";

/** A page holds a thousand: more than a line gets in a month. */
const mostPages = 100;

const messageSid = /^(SM|MM)[0-9a-fA-F]{32}$/;

const Page = z.object({
  messages: z.array(
    z.object({
      sid: z.string(),
      direction: z.string(),
      from: z.string().max(100).nullish(),
      to: z.string().nullish(),
      body: z.string().max(20_000).nullish(),
      num_media: z.coerce.number().int().min(0).max(50).catch(0),
      date_sent: z.string().nullish(),
      date_created: z.string().nullish(),
    }),
  ),
  next_page_uri: z.string().nullish(),
});

const Media = z.object({
  media_list: z.array(z.object({ sid: z.string().regex(/^ME[0-9a-fA-F]{32}$/) })),
  next_page_uri: z.string().nullish(),
});

/** The messages that one number of the account received (2010-04-01, `/Messages.json`, `/Messages/{Sid}/Media.json`). */
export function createMessageList(account: TwilioAccount, ourNumber: string): MessageList {
  const root = `/2010-04-01/Accounts/${account.accountSid}`;
  return {
    async *list(after) {
      const query = new URLSearchParams({
        To: ourNumber,
        "DateSent>": after.toISOString().slice(0, 10),
        PageSize: "1000",
      });
      const pages = pagesOf(account, `${root}/Messages.json?${query}`, Page, mostPages);
      for await (const { page, whole } of pages)
        yield { messages: page.messages.flatMap((each) => received(each, ourNumber, after)), whole };
    },

    async mediaOf(sid) {
      if (!messageSid.test(sid)) throw new TypeError("not a message sid");
      const found: string[] = [];
      const pages = pagesOf(account, `${root}/Messages/${sid}/Media.json?PageSize=50`, Media, 2);
      for await (const { page } of pages) found.push(...page.media_list.map((each) => each.sid));
      return found;
    },
  };
}

/** What others sent to us: the account's own answers are in the same list. */
function received(
  each: z.infer<typeof Page>["messages"][number],
  ourNumber: string,
  after: Date,
): ListedMessage[] {
  const sentAt = new Date(each.date_sent ?? each.date_created ?? "");
  if (each.direction !== "inbound" || each.to !== ourNumber || !messageSid.test(each.sid)) return [];
  if (!(sentAt >= after)) return [];
  const { sid, from, body, num_media: files } = each;
  return [{ messageSid: sid, sender: from ?? "", words: body ?? "", files, sentAt }];
}
