/** The answers of the desk to programs when something is not as it should be. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const titles: Readonly<Record<string, string>> = {
  not_found: "There is no such thing, or it is not yours to see.",
  step_up: "Send the authenticator's code to /staff/api/v1/step-up first; it holds for five minutes.",
  wrong_code: "That code is wrong.",
  used_code: "That code was used already. Wait for the next one.",
  locked: "Too many wrong codes. Try again later.",
  sign_in: "Sign in, or send a bearer token.",
  stale: "Someone else changed it first.",
  bad_input: "Some fields need another look.",
  file_broken:
    "The stored file's seal does not open. Nothing was deleted. Tell whoever runs the service, with its id.",
  file_gone:
    "The stored file is not in its store. Nobody deleted it here. Tell whoever runs the service, with its id.",
  file_away: "The store of files does not answer. Nothing was deleted. Ask again in a few minutes.",
};

/** What went wrong, to a program (RFC 9457). `code` has a title here or is one. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  { issues, ...more }: { issues?: readonly { path: string; code: string }[]; evidenceId?: string } = {},
): Response {
  const title = titles[code] ?? code.replaceAll("_", " ");
  const listed = issues?.map((issue) => ({ ...issue, message: issue.code.replaceAll("_", " ") }));
  const body = JSON.stringify({
    type: "about:blank",
    title,
    status,
    code,
    ...(listed ? { issues: listed } : {}),
    ...more,
  });
  return c.body(body, status, { "content-type": "application/problem+json" });
}
