/** What an event says beyond its name: codes in words, ids and what only `undo` reads left out. */
import type { ShownEvent } from "../../functions/domain/cases/tip-page.ts";
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
  const code = String(value);
  if (name === "why")
    return code
      .split(" ")
      .map((why) => whyRelated(why as RelatedWhy, t))
      .join(t.comma);
  if (name === "signs")
    return code
      .split(" ")
      .map((sign) => (sign === "" ? "" : wordOf(t.misuse, sign)))
      .join(t.comma);
  if (name === "filters") {
    const words = filterWords(t);
    return `${t.details.filters} ${code
      .split(" ")
      .map((filter) => wordOf(words, filter))
      .join(t.comma)}`;
  }
  if (name === "by") return meeting.test(code) ? whyRelated(code as RelatedWhy, t) : "";
  if (name === "due") return fullTime(code, locale);
  const dictionary = dictionaries(t)[name];
  if (dictionary) return wordOf(dictionary, code);
  if (name === "sha256") return `SHA-256 ${code.slice(0, 16)}…`;
  if (name === "band") return put(t.details.band, { band: code });
  return `${wordOf(t.details, name)} ${code}`;
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
  relation: { independent: t.related.independent, echo: t.related.echo },
  rule: t.reasons,
  kind: { ...t.tip.kinds, ...t.recording.copies, tip: "", answer: t.row.unread, receipt: t.queue.byReceipt },
});
