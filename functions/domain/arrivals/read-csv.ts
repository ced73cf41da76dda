/** Comma-separated values as RFC 4180 has them, line by line, with the number of the line each record begins on. */

export interface CsvRecord {
  line: number;
  fields: string[];
}

export type CsvResult =
  | { ok: true; records: CsvRecord[] }
  /** `line` is where the quote was opened that nothing closes, or where words stand behind a closed one. */
  | { ok: false; line: number; code: "open_quote" | "words_behind_quote" };

/** Reads commas, quotes, doubled quotes and any line ends; lines of nothing are left out. Linear, never throws. */
export function readCsv(text: string): CsvResult {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  let began = 1;
  const end = () => {
    if (fields.length > 1 || fields[0]?.trim()) records.push({ line: began, fields });
    fields = [];
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const opened = line;
      let value = "";
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) return { ok: false, line: opened, code: "open_quote" };
        const part = text.slice(at + 1, close);
        value += part;
        line += countLines(part);
        at = close + 1;
        if (text[at] !== '"') break;
        value += '"';
      }
      fields.push(value);
      const next = text[at];
      if (next !== undefined && next !== "," && next !== "\n" && next !== "\r")
        return { ok: false, line, code: "words_behind_quote" };
    } else {
      let stop = at;
      while (stop < text.length && !isEnd(text.charCodeAt(stop))) stop += 1;
      fields.push(text.slice(at, stop));
      at = stop;
    }
    if (text[at] === ",") {
      at += 1;
      // A comma at the very end has an empty field behind it.
      if (at === text.length) fields.push("");
      continue;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    end();
    line += 1;
    began = line;
  }
  if (fields.length > 0) end();
  return { ok: true, records };
}

const isEnd = (code: number) => code === 0x2c || code === 0x0a || code === 0x0d;

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
