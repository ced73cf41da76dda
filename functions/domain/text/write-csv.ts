/**
 * A table as CSV (RFC 4180) for spreadsheets: CRLF, quotes doubled, and a byte order mark so that Japanese is read as
 * UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe before it: `=1+1` becomes `'=1+1`.
 */
export function writeCsv(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const lines = [head, ...rows].map((row) => row.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

// OWASP's list, and the wide forms that Japanese spreadsheets take for the same; also behind what nobody sees.
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  // A spreadsheet of another country parts cells at semicolons.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
