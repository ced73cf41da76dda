/** What the command bar of a page lists: only what this officer may do, and by which words each is found. */
import keywords from "../../content/data/desk-keywords.json";
import { deskPlaces, placesFor } from "../../functions/domain/access/desk-places.ts";
import type { DeskFrame } from "../../functions/domain/cases/desk-page.ts";
import { type DeskWords, deskWords } from "./desk.ts";
import type { Act } from "./desk-acts.ts";
import { placeName, usualViews, viewName, viewNames } from "./desk-places.ts";

export interface Command {
  /** Kept by the browser as recently used: it names a command, never a tip. */
  id: string;
  kind: keyof DeskWords["commands"]["kinds"];
  label: string;
  /** More words by which it is found: its name in the desk's other language, readings, romaji. */
  words: string;
  /** Where it leads; or else the `data-key` of what it presses. */
  href?: string;
  press?: string;
  /** The key that does the same. */
  letter?: string;
}

type Named = Omit<Command, "label" | "words"> & { label(t: DeskWords): string };

export function deskCommands(frame: DeskFrame, acts: readonly Act[]): Command[] {
  const { officer, saved, locale } = frame;
  if (!officer) return [];
  const [t, other] = [deskWords(locale), deskWords(locale === "ja" ? "en" : "ja")];
  const places = placesFor(officer);
  const all: Named[] = [
    ...acts.map(({ key, letter, label }) => ({
      id: `act.${key}`,
      kind: "act" as const,
      press: key,
      ...(letter === undefined ? {} : { letter }),
      label,
    })),
    ...places.map((place) => ({
      id: `go.${place}`,
      kind: "go" as const,
      href: deskPlaces[place].href,
      label: (each: DeskWords) => placeName(place, each),
    })),
    ...(places.includes("queue") ? viewNames : [])
      .filter((view) => view !== "queue")
      .map((view) => ({
        id: `view.${view}`,
        kind: "view" as const,
        href: usualViews[view],
        label: (each: DeskWords) => viewName(view, each),
      })),
    ...saved.map(({ id, name, href }) => ({
      id: `saved.${id}`,
      kind: "saved" as const,
      href,
      label: () => name,
    })),
    ...settings(frame.theme),
  ];
  return all.map(({ label, ...command }) => ({
    ...command,
    label: label(t),
    words: `${label(other)} ${(keywords as Record<string, string>)[command.id] ?? ""}`,
  }));
}

function settings(theme: DeskFrame["theme"]): Named[] {
  const themes = (["dark", "light", "auto"] as const).filter((each) => each !== theme);
  return [
    ...themes.map((each) => ({
      id: `set.${each}`,
      kind: "set" as const,
      press: `theme-${each}`,
      label: (t: DeskWords) => t.commands.themes[each],
    })),
    { id: "set.language", kind: "set", press: "language", label: (t) => t.commands.language },
    { id: "set.sign-out", kind: "set", press: "sign-out", label: (t) => t.nav.signOut },
  ];
}
