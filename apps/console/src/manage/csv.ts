/** A table as CSV (RFC 4180) for a spreadsheet. */

/** A cell that begins so is a formula to a spreadsheet, and would be run by whoever opens the file. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/** UTF-8 with the mark by which spreadsheets know it. Every cell is quoted; what looks like a formula begins with `'`. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;
  return `\ufeff${rows.map(line).join('')}`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
