import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";

declare module "hono" {
  interface ContextVariableMap {
    /** Why a request was refused, for counting; one of our own codes. */
    refusal: string | undefined;
  }
}

export interface ProblemIssue {
  /** Dotted path into the request, e.g. `goods.0`; empty for the whole body. */
  path: string;
  code: string;
  message: string;
}

/** An RFC 9457 answer. It never repeats what was sent. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  title: string,
  issues: readonly ProblemIssue[] = [],
  headers: Record<string, string> = {},
): Response {
  c.set("refusal", issues[0]?.code);
  const body = JSON.stringify({
    type: "about:blank",
    title,
    status,
    ...(issues.length > 0 ? { issues } : {}),
  });
  return c.body(body, status, { "content-type": "application/problem+json", ...headers });
}

/** What zod found, without the values it found it in. */
export function issuesOf(error: z.ZodError): ProblemIssue[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    code: codeOf(issue),
    message: messages[codeOf(issue)] ?? "This value is not as described in the API document.",
  }));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" && issue.message === "empty") return "empty";
  if (issue.code === "invalid_type" && issue.input === undefined) return "required";
  return issue.code;
}

const messages: Record<string, string> = {
  required: "This field is required.",
  empty: "Say what you saw or heard; this is the only thing we must have.",
  too_big: "This is longer than we can take.",
  too_small: "This is shorter than it must be.",
  invalid_type: "This has the wrong type.",
  invalid_value: "This is not one of the values we know.",
  invalid_format: "This does not have the form we expect.",
  too_many_files: "At most five files can be sent with one report.",
  too_large: "A file can have at most 20 MB.",
  not_cleanable: "We cannot remove hidden data from this kind of file. Set keepOriginal to send it as it is.",
  unsupported_type: "We cannot take this kind of file.",
  broken: "This file cannot be read. Try sending it again.",
};

/** The same words for issues that a verb found. */
export function issuesFrom(found: readonly { path: string; code: string }[]): ProblemIssue[] {
  return found.map(({ path, code }) => ({
    path,
    code,
    message: messages[code] ?? "This cannot be taken as it is.",
  }));
}
