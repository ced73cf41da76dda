/** What an event says beyond its name: codes in words, ids and what only `undo` reads left out. */
import type { ShownEvent } from "../../functions/domain/cases/tip-page.ts";
import { type DeskWords, put, wordOf } from "./desk.ts";

type Detail = ShownEvent["details"][string];

export function eventDetails({ details }: Pick<ShownEvent, "details">, t: DeskWords): string {
  const parts = Object.entries(details)
    .filter(([name, value]) => value !== null && value !== "" && value !== 0 && !silent.has(name))
    .map(([name, value]) => shown(name, value, t))
    .filter((part) => part !== "");
  if (typeof details.from === "string" && typeof details.to === "string")
    parts.unshift(`${details.from} → ${details.to}`);
  return parts.join(t.comma);
}

const silent = new Set(["from", "to", "stateBefore", "laneBefore", "purpose", "code", "by"]);

function shown(name: string, value: Detail, t: DeskWords): string {
  const code = String(value);
  const dictionary = dictionaries(t)[name];
  if (dictionary) return wordOf(dictionary, code);
  if (name === "sha256") return `SHA-256 ${code.slice(0, 16)}…`;
  if (name === "band") return put(t.details.band, { band: code });
  return `${wordOf(t.details, name)} ${code}`;
}

const dictionaries = (t: DeskWords): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  channel: t.channels,
  disposition: t.dispositions,
  status: t.tip.statuses,
  undone: t.tip.undoable,
  role: t.roles,
  region: t.regions,
  kind: { ...t.tip.kinds, tip: "", answer: t.row.unread },
});
