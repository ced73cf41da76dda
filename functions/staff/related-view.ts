/** Turns what relates to a tip into what its page and the JSON interface show. */
import type { ShownArrival, ShownRelated, ShownSibling } from "../domain/cases/related-view.ts";
import { placeLabel } from "../domain/routing/place-label.ts";
import type { Officer } from "../service/actor.ts";
import type { TipArrival } from "../service/arrivals/ports.ts";
import type { TipRow } from "../service/cases/ports.ts";
import type { RelatedRow } from "../service/related/ports.ts";
import { queueRow } from "./views.ts";

export function shownRelated({ row, ...link }: RelatedRow, officer: Officer): ShownRelated {
  const {
    id,
    receivedAt,
    channel,
    lang,
    band,
    region,
    categories,
    case: reference,
    owner,
  } = queueRow(row, officer);
  return {
    tip: { id, receivedAt, channel, lang, band, region, categories, case: reference, owner },
    ...link,
  };
}

export function shownSibling(row: TipRow, officer: Officer): ShownSibling {
  const { id, receivedAt, channel, lang, band, threatToLife, region, categories, state, lane, owner } =
    queueRow(row, officer);
  return { id, receivedAt, channel, lang, band, threatToLife, region, categories, state, lane, owner };
}

export function shownArrival(arrival: TipArrival): ShownArrival {
  const { kind, name, localName, imo, flight, container, awb, port, dueAt, type, how } = arrival;
  const names = [name, localName, imo && `IMO ${imo}`, flight, container, awb].filter(
    (each) => each !== null && each !== "",
  );
  return {
    kind,
    names: [...new Set(names as string[])],
    port,
    portName: placeLabel(port, kind === "flight" ? "airport" : "port"),
    dueAt: dueAt.toISOString(),
    foundBy: { type, how },
  };
}
