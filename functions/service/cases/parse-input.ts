import { z } from "zod";
import { BadInput, NotFound } from "../errors.ts";

/** Parses a verb's input. @throws `BadInput` with paths and codes, never values */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join("."),
      code: issue.code === "custom" ? issue.message : issue.code,
    })),
  );
}

/** An id from an address. @throws `NotFound` for what is no id at all: it names nothing */
export function parseId(id: string): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new NotFound();
  return parsed.data.toLowerCase();
}

/** Free words of an officer: up to `most` characters, not only blanks. */
export const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((given) => given.trim())
    .refine((given) => given !== "", { error: "empty" });

/** The version the officer saw; without one the tip as it now stands is meant. */
export const version = z.coerce.number().int().nonnegative().optional();

/** One of the codes, or none: an empty field of a form, or null. */
export const none = <T extends string>(option: z.ZodType<T, string>) =>
  z.union([z.literal("").transform(() => null), option, z.null()]).transform((value): T | null => value);
