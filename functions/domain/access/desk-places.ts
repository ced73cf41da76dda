/** The places of the desk and for whom each is: what its menu and its command bar lead to. */
import { mayAtDesk, readableScope, type Standing } from "./permits.ts";

export const deskPlaces = {
  queue: { href: "/staff/", may: (officer) => readableScope(officer) !== null },
  tasks: { href: "/staff/tasks/", may: (officer) => readableScope(officer) !== null },
  handover: { href: "/staff/handover/", may: (officer) => mayAtDesk(officer, "handover") },
  people: { href: "/staff/people/", may: (officer) => mayAtDesk(officer, "accounts") },
  spoken: { href: "/staff/spoken/", may: (officer) => mayAtDesk(officer, "write-down") },
  texts: { href: "/staff/texts/", may: (officer) => mayAtDesk(officer, "texts") },
  events: { href: "/staff/events/", may: (officer) => mayAtDesk(officer, "events") },
  account: { href: "/staff/account/", may: () => true },
  training: { href: "/staff/training/", may: () => true },
} as const satisfies Record<string, { href: string; may(officer: Standing): boolean }>;

export type DeskPlace = keyof typeof deskPlaces;

/** Where this officer may go, in the menu's order. */
export function placesFor(officer: Standing): DeskPlace[] {
  return (Object.keys(deskPlaces) as DeskPlace[]).filter((place) => deskPlaces[place].may(officer));
}
