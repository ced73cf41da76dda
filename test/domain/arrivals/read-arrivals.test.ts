import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArrivals } from "../../../functions/domain/arrivals/read-arrivals.ts";
import { readCsv } from "../../../functions/domain/arrivals/read-csv.ts";

const read = (text: string) => {
  const file = readArrivals(text);
  if (!file.ok) throw new Error(`refused: ${file.refusal.code}`);
  return file;
};
const refusalsOf = (head: string, ...rows: string[]) => read([head, ...rows].join("\n")).refused;

describe("a file of arrivals", () => {
  it("gives ship calls, flights and cargo, each by what it names", () => {
    const { arrivals, refused, rows } = read(
      [
        "imo,name,local_name,flight,container,awb,port,eta",
        "9074729,KALDERA STAR,カルデラスター,,,,jpsmn,2026-11-27T02:00",
        ",,,NH 0921,,,JPNRT,2026-11-21 06:30+09:00",
        ",,,,csqu 305438-3,,JPYOK,2026-11-20T21:30Z",
        ",,,,,131 12345675,JPKIX,2026-11-22",
      ].join("\r\n"),
    );
    expect(refused).toEqual([]);
    expect(rows).toBe(4);
    expect(arrivals).toMatchObject([
      {
        kind: "vessel",
        imo: "9074729",
        localName: "カルデラスター",
        port: "JPSMN",
        dueAt: "2026-11-26T17:00:00.000Z",
      },
      { kind: "flight", flight: "NH921", dueAt: "2026-11-20T21:30:00.000Z", scheduledOn: "2026-11-21" },
      { kind: "cargo", container: "CSQU3054383", dueAt: "2026-11-20T21:30:00.000Z" },
      { kind: "cargo", awb: "131-12345675", dueAt: "2026-11-21T15:00:00.000Z", scheduledOn: "2026-11-22" },
    ]);
  });

  it.each([
    ["imo", "9074728", "check_digit"],
    ["container", "CSQU3054384", "check_digit"],
    ["awb", "131-12345674", "check_digit"],
    ["flight", "NH", "not_a_flight"],
    ["mmsi", "12", "not_mmsi"],
  ])("refuses a wrong %s by its line", (column, value, code) => {
    expect(refusalsOf(`${column},port,eta`, `${value},JPYOK,2026-11-21T06:30`)).toEqual([
      { line: 2, column, code },
    ]);
  });

  it.each([
    ["tomorrow", "not_a_time"],
    ["2026-02-30T10:00", "not_a_time"],
    ["2026-11-21T25:00", "not_a_time"],
    ["21/11/2026", "not_a_time"],
    ["1970-01-01", "not_a_time"],
    ["", "missing"],
  ])("refuses the time %j", (eta, code) => {
    expect(refusalsOf("imo,port,eta", `9074729,JPYOK,${eta}`)).toEqual([{ line: 2, column: "eta", code }]);
  });

  it("names every line that is not right, by its number in the file, and reads the others", () => {
    const file = read(
      'imo,port,eta\n9074729,JPYOK,2026-11-21T06:30\n\n"9074729","JP\nYOK?",x\n9074729,JPYOK\n9074729,JPUKB,2026-11-22T06:30\n',
    );
    expect(file.refused).toEqual([
      { line: 4, column: "port", code: "not_a_locode" },
      { line: 4, column: "eta", code: "not_a_time" },
      { line: 6, column: null, code: "number_of_fields" },
    ]);
    expect(file.arrivals.map(({ port }) => port)).toEqual(["JPYOK", "JPUKB"]);
  });

  it("says what is missing in a row that names nothing", () => {
    expect(refusalsOf("kind,imo,flight,container,port,eta", "flight,,,,JPNRT,2026-11-21")).toEqual([
      { line: 2, column: "flight", code: "missing" },
    ]);
    expect(refusalsOf("imo,port,eta", ",,2026-11-21").map(({ column }) => column)).toEqual(["imo", "port"]);
  });

  it.each([
    ["", "empty"],
    ["imo,port\n", "missing_column"],
    ["imo,port,eta,colour\n", "unknown_column"],
    ["imo,port,eta,imo\n", "column_twice"],
    ['imo,port,eta\n"9074729,JPYOK,2026-11-21\n', "open_quote"],
    ['imo,port,eta\n"9074729"9,JPYOK,2026-11-21\n', "words_behind_quote"],
  ])("is refused as a whole when it is %j", (text, code) => {
    expect(readArrivals(text)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("counts the later of two rows about one coming", () => {
    const { arrivals } = read(
      "flight,scheduled,port,eta\nNH921,2026-11-21,JPNRT,2026-11-21T06:30\nNH921,2026-11-21,JPNRT,2026-11-22T01:10\n",
    );
    expect(arrivals).toHaveLength(1);
    expect(arrivals[0]).toMatchObject({ scheduledOn: "2026-11-21", dueAt: "2026-11-21T16:10:00.000Z" });
  });
});

describe("comma-separated values", () => {
  it("come back as they were written, whatever is in them", () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab,"\n\r 港'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        const csv = readCsv(text);
        expect(csv.ok && csv.records.map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  it("of any kind end in records or a refusal, never in an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a,"\n\r'), maxLength: 40 }), (text) => {
        expect(typeof readCsv(text).ok).toBe("boolean");
      }),
    );
  });
});
