/** What an event says beyond its name: codes in words, ids and what only `undo` reads left out. */
import type { ShownEvent } from "../../functions/domain/cases/tip-page.ts";
import { type Locale, localeFacts } from "../../functions/domain/locales/locales.ts";
import { meetings, type RelatedWhy } from "../../functions/domain/related/classify-pair.ts";
import { type DeskLocale, type DeskWords, put, wordOf } from "./desk.ts";
import { filterWords } from "./desk-filters.ts";
import { fullTime } from "./desk-time.ts";
import { whyRelated } from "./desk-why.ts";

type Detail = ShownEvent["details"][string];

export function eventDetails(
  { details }: Pick<ShownEvent, "details">,
  locale: DeskLocale,
  t: DeskWords,
): string {
  const parts = Object.entries(details)
    .filter(([name, value]) => value !== null && value !== "" && value !== 0 && !silent.has(name))
    .map(([name, value]) => {
      const before = details[`${name}Before`];
      const now = shown(name, value, t, locale);
      return name in pairs && before !== undefined && before !== value
        ? `${shown(name, before, t, locale)} → ${now}`
        : now;
    })
    .filter((part) => part !== "");
  const { from, to } = details;
  // Where a tip had no region, it came from none.
  if ((typeof from === "string" || from === null) && typeof to === "string")
    parts.unshift(`${fromOrTo(from ?? "none", t)} → ${fromOrTo(to, t)}`);
  return parts.join(t.comma);
}

/** A region by its name; a band or a grade is its own name. */
const fromOrTo = (code: string, t: DeskWords) =>
  Object.hasOwn(t.regions, code) ? wordOf(t.regions, code) : code;

/** Told with what they were before. */
const pairs = { role: true, region: true };

const silent = new Set([
  "correction",
  "roleBefore",
  "regionBefore",
  "from",
  "to",
  "stateBefore",
  "laneBefore",
  "ownerBefore",
  "statusBefore",
  "settledBefore",
  "caseBefore",
  "handlingBefore",
  "unitBefore",
  "regionBefore",
  "closing",
  "task",
  "token",
  "own",
  "purpose",
  "code",
  "batch",
]);
const meeting = new RegExp(`^(${meetings.join("|")})_`);

function shown(name: string, value: Detail, t: DeskWords, locale: DeskLocale): string {
  // What is so is said by its name; what is not so is not said.
  if (typeof value === "boolean") return value ? wordOf(t.details, name) : "";
  const code = String(value);
  const own = special[name];
  if (own) return own(code, t, locale);
  const dictionary = dictionaries(t)[name];
  if (dictionary) return wordOf(dictionary, code);
  return `${wordOf(t.details, name)} ${code}`;
}

/** Several codes in one detail, each in its words. */
const each = (codes: string, word: (code: string) => string, t: DeskWords) =>
  codes
    .split(" ")
    .map((code) => (code === "" ? "" : word(code)))
    .join(t.comma);

/** Details that are told in a way of their own. */
const special: Readonly<Record<string, (code: string, t: DeskWords, locale: DeskLocale) => string>> = {
  why: (codes, t) => each(codes, (why) => whyRelated(why as RelatedWhy, t), t),
  signs: (codes, t) => each(codes, (sign) => wordOf(t.misuse, sign), t),
  filters: (codes, t) => `${t.details.filters} ${each(codes, (filter) => wordOf(filterWords(t), filter), t)}`,
  by: (code, t) => (meeting.test(code) ? whyRelated(code as RelatedWhy, t) : ""),
  due: (code, _, locale) => fullTime(code, locale),
  sha256: (code) => `SHA-256 ${code.slice(0, 16)}…`,
  band: (code, t) => put(t.details.band, { band: code }),
  locale: (code) => localeFacts[code as Locale]?.name ?? code,
  target: (code, t) => `→ ${wordOf(t.langs, code)}`,
  // A question's words, or the heading or sentence of a status.
  key: (code, t) => {
    const [kind, name = "", part = ""] = code.split(".");
    if (kind === "question") return wordOf(t.ask.questions, name);
    return `${wordOf(t.tip.statuses, name)} (${wordOf(t.texts, part)})`;
  },
};

/** Whether a detail of this name is told in words, or left out on purpose. */
export function isTold(name: string, t: DeskWords): boolean {
  return [silent, ...[special, dictionaries(t), t.details].map((words) => new Set(Object.keys(words)))].some(
    (names) => names.has(name),
  );
}

/** The codes that a detail of this name may hold, where each has a word of its own. */
export function wordsOf(name: string, t: DeskWords): Readonly<Record<string, string>> | undefined {
  return dictionaries(t)[name];
}

const dictionaries = (t: DeskWords): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  channel: t.channels,
  identifier: t.identifiers,
  disposition: t.dispositions,
  status: t.tip.statuses,
  outcome: t.tip.outcomes,
  means: t.means,
  fault: t.lostFile.short,
  question: t.ask.questions,
  visible: t.notes.visible,
  handling: t.grading.handling,
  undone: { ...t.case.undoable, ...t.tip.undoable },
  unit: t.units,
  role: t.roles,
  region: t.regions,
  team: t.regions,
  relation: { independent: t.related.independent, echo: t.related.echo },
  rule: t.reasons,
  kind: { ...t.tip.kinds, ...t.recording.copies, tip: "", answer: t.row.unread, receipt: t.queue.byReceipt },
});
