import { z } from "zod";
import type { ListedRecording, RecordingList } from "../service/recordings/ports.ts";
import { authorisation, type TwilioAccount, timeoutMs } from "./client.ts";

/** A page holds a thousand, and what we have fetched is no longer listed: more than these is another's account. */
const mostPages = 5;

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

/** Ours are made by `<Record>` and, when an officer is dialled, by `<Dial>`. */
const sources = new Set(["RecordVerb", "DialVerb"]);

/** The account's finished recordings (2010-04-01, `/Recordings.json`). */
export function createRecordingList(account: TwilioAccount): RecordingList {
  const base = `/2010-04-01/Accounts/${account.accountSid}/Recordings.json`;
  return {
    async list(after) {
      const found: ListedRecording[] = [];
      let next: string | null | undefined =
        `${base}?PageSize=1000&DateCreated%3E=${after.toISOString().slice(0, 10)}`;
      for (let page = 0; next && page < mostPages; page += 1) {
        // An answer names the next page by its path: it leads nowhere but to the same interface.
        if (!next.startsWith(`${base}?`)) break;
        const answer: Response = await fetch(`${account.apiUrl}${next}`, {
          headers: { authorization: authorisation(account) },
          redirect: "error",
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!answer.ok) {
          await answer.body?.cancel();
          throw new Error(`recordings not listed: ${answer.status}`);
        }
        const { recordings, next_page_uri } = Page.parse(await answer.json());
        for (const each of recordings) {
          const callSid = each.call_sid ?? "";
          if (
            each.status !== "completed" ||
            !sources.has(each.source) ||
            !/^CA[0-9a-fA-F]{32}$/.test(callSid)
          )
            continue;
          const madeAt = new Date(each.date_created);
          if (madeAt >= after)
            found.push({ recordingSid: each.sid, callSid, seconds: each.duration ?? null, madeAt });
        }
        next = next_page_uri;
      }
      return found;
    },
  };
}
