/** Turns what the door found wrong into words of the page's language. */
import { limits } from "../../functions/domain/intake/limits.ts";
import type { FieldIssue, FormField } from "../../functions/domain/intake/public-page.ts";
import type { Strings } from "./schema.ts";
import { fill } from "./strings.ts";

const mebibyte = 1024 * 1024;
const lengths: Partial<Record<FormField, number>> = {
  text: limits.text,
  message: limits.text,
  contact: limits.contact,
};

/** The words for one issue; file names come back as the person gave them. */
export function issueWords(t: Strings, issue: FieldIssue): string {
  const { errors } = t.report;
  const file = { file: issue.file ?? "", max: limits.fileBytes / mebibyte };
  switch (issue.code) {
    case "empty":
      return issue.field === "message" ? errors.messageEmpty : errors.textEmpty;
    case "too_long":
      return fill(errors.tooLong, { max: lengths[issue.field] ?? limits.field });
    case "too_many":
      return fill(errors.tooManyFiles, { max: limits.files });
    case "too_large":
      return fill(errors.tooLarge, file);
    case "unsupported_type":
      return fill(errors.unsupportedType, file);
    case "not_cleanable":
      return fill(errors.notCleanable, file);
    case "broken":
      return fill(errors.broken, file);
    case "busy":
      return fill(errors.busy, file);
    case "invalid":
      return issue.field === "receipt" ? errors.receipt : errors.invalid;
  }
}

/** The words for all issues of one field, in order. */
export function wordsFor(t: Strings, issues: readonly FieldIssue[], field: FormField): string[] {
  return issues.filter((issue) => issue.field === field).map((issue) => issueWords(t, issue));
}

/** The summary's links, one an issue. */
export function summaryLinks(t: Strings, issues: readonly FieldIssue[]): { name: string; words: string }[] {
  return issues.map((issue) => ({ name: issue.field, words: issueWords(t, issue) }));
}
