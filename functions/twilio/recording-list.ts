import { z } from "zod";
import type { ListedRecording, RecordingList } from "../service/recordings/ports.ts";
import type { TwilioAccount } from "./client.ts";
import { askAccount, pagesOf } from "./pages.ts";

/** A page holds a thousand, and what we have fetched is no longer listed. */
const mostPages = 20;
/** Calls whose numbers are remembered, so that another line's recordings are not asked about at every look. */
const mostCalls = 10_000;

const callSid = /^CA[0-9a-fA-F]{32}$/;

const Page = z.object({
  recordings: z.array(
    z.object({
      sid: z.string().regex(/^RE[0-9a-fA-F]{32}$/),
      call_sid: z.string().nullish(),
      duration: z.coerce.number().int().nonnegative().nullish().catch(null),
      date_created: z.string(),
      status: z.string(),
      source: z.string(),
    }),
  ),
  next_page_uri: z.string().nullish(),
});

const Call = z.object({ to: z.string().nullish(), parent_call_sid: z.string().nullish() });

/** Ours are made by `<Record>` and, when an officer is dialled, by `<Dial>`. */
const sources = new Set(["RecordVerb", "DialVerb"]);

/** The account's finished recordings and the numbers their calls went to (2010-04-01, `/Recordings.json`, `/Calls`). */
export function createRecordingList(account: TwilioAccount): RecordingList {
  const root = `/2010-04-01/Accounts/${account.accountSid}`;
  const called = new Map<string, readonly string[]>();

  /** The number of a call, then that of the call it was dialled from; nothing for a call that is gone. */
  async function numbersOf(sid: string, depth: number): Promise<string[]> {
    const answer = await askAccount(account, `${root}/Calls/${sid}.json`);
    if (!answer.ok) {
      await answer.body?.cancel();
      if (answer.status === 404) return [];
      throw new Error(`call not shown: ${answer.status}`);
    }
    const { to, parent_call_sid: parent } = Call.parse(await answer.json());
    const above = parent && depth > 0 && callSid.test(parent) ? await numbersOf(parent, depth - 1) : [];
    return [...(to ? [to] : []), ...above];
  }

  return {
    async list(after) {
      const query = `PageSize=1000&DateCreated%3E=${after.toISOString().slice(0, 10)}`;
      const found: ListedRecording[] = [];
      let all = false;
      const pages = pagesOf(account, `${root}/Recordings.json?${query}`, Page, mostPages);
      for await (const { page, whole } of pages) {
        all = whole;
        for (const each of page.recordings) {
          const call = each.call_sid ?? "";
          if (each.status !== "completed" || !sources.has(each.source) || !callSid.test(call)) continue;
          const madeAt = new Date(each.date_created);
          if (madeAt >= after)
            found.push({ recordingSid: each.sid, callSid: call, seconds: each.duration ?? null, madeAt });
        }
      }
      return { recordings: found, whole: all };
    },

    async numbersCalled(sid) {
      const known = called.get(sid);
      if (known) return known;
      if (!callSid.test(sid)) throw new TypeError("not a call sid");
      const numbers = await numbersOf(sid, 1);
      if (called.size >= mostCalls) called.clear();
      called.set(sid, numbers);
      return numbers;
    },
  };
}
