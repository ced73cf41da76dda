/** The filters of the queue in words: their choices, and the chips that say what is narrowed by. */
import type { FacetName, QueueView } from "../../functions/domain/cases/queue-page.ts";
import { readLookup } from "../../functions/domain/receipts/lookup-code.ts";
import type { DeskWords } from "./desk.ts";

interface Group {
  name: FacetName | "band";
  label: string;
  options: { value: string; word: string }[];
}

/** The filters that are lists of choices, in the order of the form. */
export function filterGroups(t: DeskWords): Group[] {
  const options = (words: Readonly<Record<string, string>>, without: readonly string[] = []) =>
    Object.entries(words)
      .filter(([value]) => !without.includes(value))
      .map(([value, word]) => ({ value, word }));
  const bands = Object.entries(t.bands).map(([value, word]) => ({ value, word: `${value} ${word}` }));
  return [
    { name: "band", label: t.queue.head.band, options: bands },
    { name: "region", label: t.queue.regions, options: options(t.regions, ["hq"]) },
    { name: "goods", label: t.queue.goods, options: options(t.categories, ["unknown"]) },
    { name: "urgency", label: t.queue.urgency, options: options(t.urgencies) },
    { name: "channel", label: t.queue.columns.how, options: options(t.channels) },
    { name: "lang", label: t.queue.lang, options: options(t.langs) },
    { name: "unit", label: t.queue.columns.unit, options: options(t.units) },
    { name: "state", label: t.queue.columns.state, options: options(t.states) },
  ];
}

/** What each filter is called, by its name in an address. */
export const filterWords = (t: DeskWords): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(filterGroups(t).map(({ name, label }) => [name, label])),
  lane: t.queue.lane,
  due: t.queue.columns.due,
  owner: t.queue.columns.owner,
  arriving: t.queue.arriving,
  unread: t.queue.withAnswer,
  recording: t.queue.withRecording,
});

export interface Chip {
  label: string;
  value: string;
  /** The list without it. */
  href: string;
}

/** What the list is narrowed by, each with the address of the list without it. `query` is the list's own. */
export function filterChips(view: QueueView, query: string, officerId: string, t: DeskWords): Chip[] {
  const { filters } = view;
  const without = (name: string, value?: string) => {
    const left = new URLSearchParams(query);
    const others = value === undefined ? [] : left.getAll(name).filter((each) => each !== value);
    left.delete(name);
    for (const other of others) left.append(name, other);
    return left.size === 0 ? "/staff/" : `/staff/?${left}`;
  };
  const chips: Chip[] = [];
  const single = (name: string, label: string, value: string | null) => {
    if (value !== null) chips.push({ label, value, href: without(name) });
  };
  single("q", t.queue.searchGo, readLookup(filters.q) ? t.queue.byReceipt : filters.q || null);
  single("lane", t.queue.lane, filters.lane === "queue" ? null : t.queue.lanes[filters.lane]);
  for (const { name, label, options } of filterGroups(t))
    for (const { value, word } of options)
      if ((filters[name] as readonly string[]).includes(value))
        chips.push({ label, value: word, href: without(name, value) });
  single("due", t.queue.columns.due, filters.due && t.queue.due[filters.due]);
  single("arriving", t.queue.columns.due, filters.arriving ? t.queue.arriving : null);
  const owner = ownerChoices(view, officerId, t).find(({ chosen }) => chosen);
  single("owner", t.queue.columns.owner, owner?.word ?? null);
  single("recording", t.queue.with, filters.recording ? t.queue.withRecording : null);
  single("unread", t.queue.with, filters.unread ? t.queue.withAnswer : null);
  return chips;
}

/** Whose tips the list can be narrowed to; who is chosen stays among them, also after they have left. */
export function ownerChoices(
  { owners, filters, rows }: Pick<QueueView, "owners" | "filters" | "rows">,
  officerId: string,
  t: DeskWords,
): { value: string; word: string; chosen: boolean }[] {
  const { owner } = filters;
  const others = owners
    .filter(({ id }) => id !== officerId)
    .map(({ id, name }) => ({ value: id, word: name }));
  const fixed = [
    { value: "me", word: t.queue.mine },
    { value: "none", word: t.row.unowned },
  ];
  const isChosen = (value: string) => value === owner || (value === "me" && owner === officerId);
  const choices = [...fixed, ...others];
  if (owner !== null && !choices.some(({ value }) => isChosen(value)))
    choices.push({ value: owner, word: rows.find((row) => row.owner?.id === owner)?.owner?.name ?? "—" });
  return choices.map((choice) => ({ ...choice, chosen: isChosen(choice.value) }));
}
