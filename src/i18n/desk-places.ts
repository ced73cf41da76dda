/** The places of the desk and the usual views of its queue, by name. */
import type { DeskPlace } from "../../functions/domain/access/desk-places.ts";
import type { DeskWords } from "./desk.ts";

export function placeName(place: DeskPlace, t: DeskWords): string {
  const names: Record<DeskPlace, string> = {
    queue: t.nav.queue,
    tasks: t.tasks.title,
    handover: t.handover.title,
    people: t.nav.people,
    spoken: t.nav.spoken,
    texts: t.texts.title,
    events: t.nav.events,
    account: t.nav.account,
    training: t.training.title,
  };
  return names[place];
}

/** The views that everyone has, in their order. */
export const usualViews = {
  queue: "/staff/",
  arriving: "/staff/?arriving=1",
  fresh: "/staff/?band=A&band=B&state=new&state=triaged",
  mine: "/staff/?owner=me",
  unread: "/staff/?unread=1",
  recordings: "/staff/?recording=1",
  quarantine: "/staff/?lane=quarantine",
  set_aside: "/staff/?lane=set_aside",
  closed: "/staff/?state=closed",
} as const;
export type UsualView = keyof typeof usualViews;
export const viewNames = Object.keys(usualViews) as UsualView[];

export function viewName(view: UsualView, t: DeskWords): string {
  switch (view) {
    case "queue":
    case "quarantine":
    case "set_aside":
      return t.queue.lanes[view];
    default:
      return t.queue[view];
  }
}
