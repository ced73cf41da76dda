import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";

/** Refuses a body of more than `bytes` before it is read whole. */
export function jsonLimit(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: (c) => problem(c, 413, "The body is larger than we can take."),
  });
}

/** The parsed body, or the answer to give instead: 415 for another type, 400 for what is not JSON. */
export async function readJson(c: Context): Promise<{ value: unknown } | { answer: Response }> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    return { answer: problem(c, 415, "Send application/json.") };
  }
  try {
    return { value: JSON.parse(await c.req.text()) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { answer: problem(c, 400, "The body is not valid JSON.") };
    throw error;
  }
}
