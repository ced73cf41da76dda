import type { z } from "zod";
import { authorisation, type TwilioAccount, timeoutMs } from "./client.ts";

/** A request of the account's own interface, by a path and nothing else. */
export function askAccount(account: TwilioAccount, path: string): Promise<Response> {
  return fetch(`${account.apiUrl}${path}`, {
    headers: { authorization: authorisation(account) },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
}

/**
 * The pages of a list, at most so many. `whole` is true of the last page alone, and of none when there are more, when the
 * next is another list's, or when pages come round again. Throws when a page is not shown.
 * @param first the list's path with its query
 */
export async function* pagesOf<Page extends { next_page_uri?: string | null | undefined }>(
  account: TwilioAccount,
  first: string,
  shape: z.ZodType<Page>,
  most: number,
): AsyncGenerator<{ page: Page; whole: boolean }> {
  const base = first.slice(0, first.indexOf("?") + 1);
  const asked = new Set<string>();
  let next: string | null | undefined = first;
  // An answer names the next page by its path: it leads nowhere but on in the same list, and never back.
  while (next?.startsWith(base) && !asked.has(next) && asked.size < most) {
    asked.add(next);
    const answer = await askAccount(account, next);
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new Error(`not listed: ${answer.status}`);
    }
    const page = shape.parse(await answer.json());
    next = page.next_page_uri;
    yield { page, whole: !next };
  }
}
