/** A table as CSV (RFC 4180) for a spreadsheet. */

/** A cell that begins so is a formula to a spreadsheet, and would be run by whoever opens the file. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
/** What {@link unbroken} writes: a formula that says one number and does nothing else. */
const SAID_NUMBER = /^="\d+"$/;
/** A spreadsheet keeps 15 digits of a number, shows 12 and more as a power of ten, and drops a nought before them. */
const BROKEN_NUMBER = /^(?:\d{12,}|0\d+)$/;

/** By which spreadsheets know UTF-8. */
export const CSV_MARK = '\ufeff';

/** UTF-8 with the mark. Every cell is quoted; what looks like a formula begins with `'`. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${CSV_MARK}${rows.map((row) => csvLine(row)).join('')}`;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/**
 * Digits that a spreadsheet would take for a number, and break, so that it takes them for text: `="01234567890123456789"`.
 * For files that are read, not for those that are sent back filled in.
 */
export function unbroken(text: string): string {
  return BROKEN_NUMBER.test(text) ? `="${text}"` : text;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !SAID_NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
