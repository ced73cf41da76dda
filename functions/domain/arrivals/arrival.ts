/** One announced arrival: a ship's call, a flight, or a container or air waybill that one of them brings. */
import { z } from "zod";
import { isAirWaybill } from "../identifiers/awb.ts";
import { isContainerNumber } from "../identifiers/container.ts";
import { isImoNumber } from "../identifiers/imo.ts";
import { isMmsi } from "../identifiers/mmsi.ts";

export const ArrivalKind = z.enum(["vessel", "flight", "cargo"]);
export type ArrivalKind = z.infer<typeof ArrivalKind>;

export interface Arrival {
  kind: ArrivalKind;
  imo: string | null;
  mmsi: string | null;
  /** A ship's name as its papers have it, and in Japanese where the source has that too. */
  name: string | null;
  localName: string | null;
  flight: string | null;
  container: string | null;
  awb: string | null;
  /** UN/LOCODE. */
  port: string;
  /** The day it was first announced for, `YYYY-MM-DD` in Asia/Tokyo. */
  scheduledOn: string;
  /** ISO 8601 in UTC. */
  dueAt: string;
  cancelled: boolean;
  /** What comes: the ship or flight with its port, or the consignment, whichever port it ends at. */
  base: string;
  /** Which coming is meant, where the source says so by a voyage or the day first announced; else null. */
  pin: string | null;
}

const hour = 3_600_000;

/** The calendar day in Tokyo of a moment, e.g. `2026-11-20T15:00:00Z` → `2026-11-21`. */
export function tokyoDate(at: Date): string {
  return new Date(at.getTime() + 9 * hour).toISOString().slice(0, 10);
}

/** `2026-11-21T06:30`, `2026-11-21 06:30+09:00`, `2026-11-21`: without an offset it is Tokyo's time. */
function readMoment(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text,
  );
  if (!match) return null;
  const [, date = "", time = "00:00", offset = "+09:00"] = match;
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  const at = new Date(`${date}T${time}${zone}`);
  // 31 February is read as a day of March: what does not come back as written is none.
  const isDay = !Number.isNaN(at.getTime()) && new Date(`${date}T00:00Z`).toISOString().startsWith(date);
  return isDay && at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 2100 ? at : null;
}

const bare = (text: string) => text.replace(/[\s-]/g, "").toUpperCase();

/** A field that may be empty; `read` answers null for what it is not. The message is the code of the refusal. */
const field = <T>(code: string, read: (text: string) => T | null) =>
  z.string().transform((text, issues): T | null => {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const value = read(trimmed);
    if (value === null) issues.addIssue({ code: "custom", message: code });
    return value;
  });

const when = (pattern: RegExp, value: string) => (pattern.test(value) ? value : null);
const checked = (isRight: (value: string) => boolean, value: string) => (isRight(value) ? value : null);

/** NH0921 and "NH 921" are NH921, as tips have it. */
function readFlight(text: string): string | null {
  const match = /^([A-Z]{2}|[A-Z]\d|\d[A-Z])0*([1-9]\d{0,3})$/.exec(bare(text));
  return match ? `${match[1]}${match[2]}` : null;
}

function readWaybill(text: string): string | null {
  const digits = bare(text);
  return isAirWaybill(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : null;
}

/** Without what nobody sees, such as a mark that turns the letters round; a control character is no name's. */
const name = (text: string) => {
  const plain = text
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();
  return /\p{L}/u.test(plain) && !/\p{Cc}/u.test(plain) && plain.length <= 80 ? plain : null;
};

const Fields = z.object({
  kind: field("unknown_kind", (text) => ArrivalKind.safeParse(text.toLowerCase()).data ?? null),
  imo: field("check_digit", (text) => checked(isImoNumber, bare(text).replace(/^IMO/, ""))),
  mmsi: field("not_mmsi", (text) => checked(isMmsi, bare(text))),
  name: field("not_a_name", name),
  local_name: field("not_a_name", name),
  flight: field("not_a_flight", readFlight),
  container: field("check_digit", (text) => checked(isContainerNumber, bare(text))),
  awb: field("check_digit", readWaybill),
  port: field("not_a_locode", (text) => when(/^[A-Z]{2}[A-Z2-9]{3}$/, bare(text))),
  scheduled: field("not_a_time", readMoment),
  eta: field("not_a_time", readMoment),
  voyage: field("too_long", (text) => when(/^\P{C}{1,40}$/u, text)),
  status: field("unknown_status", (text) => when(/^(?:expected|cancelled)$/, text.toLowerCase())),
});

/** The columns a file may have, in any order. */
export const arrivalColumns = Object.keys(Fields.shape) as (keyof typeof Fields.shape)[];
export type ArrivalColumn = (typeof arrivalColumns)[number];

/** One row as read from a file: every column, empty where the file has none. */
export type ArrivalFields = Record<ArrivalColumn, string>;

/**
 * An arrival from the fields of one row. A row without `kind` is cargo when it names a container or waybill, a flight
 * when it names one, else a ship's call. Issues are codes by column, never values.
 */
export const ArrivalRow = Fields.transform((row, issues): Arrival => {
  const refuse = (path: ArrivalColumn, message: string) =>
    issues.addIssue({ code: "custom", message, path: [path] });
  const guessed = row.container || row.awb ? "cargo" : row.flight ? "flight" : "vessel";
  const kind = row.kind ?? guessed;
  const identity = {
    vessel: row.imo ?? row.mmsi ?? row.name?.toUpperCase() ?? row.local_name,
    flight: row.flight,
    cargo: row.container ?? row.awb,
  }[kind];
  if (!identity) refuse(kind === "vessel" ? "imo" : kind === "flight" ? "flight" : "container", "missing");
  if (!row.port) refuse("port", "missing");
  if (!row.eta) refuse("eta", "missing");
  const dueAt = row.eta ?? new Date(0);
  const scheduledOn = tokyoDate(row.scheduled ?? dueAt);
  const { imo, mmsi, container, awb, flight } = row;
  return {
    kind,
    imo,
    mmsi,
    name: row.name,
    localName: row.local_name,
    flight,
    container,
    awb,
    port: row.port ?? "",
    scheduledOn,
    dueAt: dueAt.toISOString(),
    cancelled: row.status?.toLowerCase() === "cancelled",
    base: kind === "cargo" ? `${kind}|${identity}` : `${kind}|${identity}|${row.port}`,
    pin: row.voyage ? `voyage ${row.voyage.toUpperCase()}` : row.scheduled ? `day ${scheduledOn}` : null,
  };
});
