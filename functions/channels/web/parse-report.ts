import type { FieldIssue, FormField, IssueCode, ReportValues } from "../../domain/intake/public-page.ts";
import { GoodsChoice, IdempotencyKey, TipRequest, Transport } from "../../domain/intake/report.ts";
import type { OfferedLocale } from "../../domain/locales/offered.ts";
import type { SentForm } from "./read-form.ts";

export type ParsedReport = { ok: true; request: TipRequest } | { ok: false; issues: FieldIssue[] };

const wordNames = ["text", "place", "when", "how", "who", "contact"] as const;
const formFields: ReadonlySet<string> = new Set([...wordNames, "goods", "transport"]);

/** The form as typed, for giving back. Choices that we do not offer are dropped. */
export function typedValues(form: Pick<SentForm, "one" | "all">): ReportValues {
  const [text, place, when, how, who, contact] = wordNames.map((name) => form.one(name));
  return {
    text: text ?? "",
    place: place ?? "",
    when: when ?? "",
    how: how ?? "",
    who: who ?? "",
    contact: contact ?? "",
    goods: offered(form.all("goods"), GoodsChoice.options),
    transport: offered(form.all("transport"), Transport.options),
    keepOriginal: form.one("keepOriginal") === "yes",
  };
}

/** Ticks in the order of the form, each once, so that the same ticks always make the same report. */
function offered<T extends string>(chosen: readonly string[], options: readonly T[]): T[] {
  return options.filter((option) => chosen.includes(option));
}

/** Whether the form still carries the key it was issued with. */
export function hasKey(form: Pick<SentForm, "one">): boolean {
  return IdempotencyKey.safeParse(form.one("idempotencyKey")).success;
}

/** Parses the values by the one schema of all doors; issues name fields and codes, never what was written. */
export function parseReport(
  values: ReportValues,
  locale: OfferedLocale,
  idempotencyKey: string,
): ParsedReport {
  const { keepOriginal: _, transport, ...words } = values;
  const parsed = TipRequest.safeParse({
    ...words,
    ...(transport.length > 0 ? { transport } : {}),
    locale,
    idempotencyKey,
  });
  if (parsed.success) return { ok: true, request: parsed.data };
  return {
    ok: false,
    issues: parsed.error.issues.map((issue) => ({ field: fieldOf(issue.path[0]), code: codeOf(issue) })),
  };
}

function fieldOf(name: PropertyKey | undefined): FormField {
  return formFields.has(String(name)) ? (String(name) as FormField) : "text";
}

function codeOf(issue: { code: string; message: string; path: readonly PropertyKey[] }): IssueCode {
  if (issue.message === "empty") return "empty";
  return issue.code === "too_big" && issue.path[0] !== "goods" ? "too_long" : "invalid";
}
