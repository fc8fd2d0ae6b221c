/** Comma-separated values (RFC 4180) as spreadsheets write them: with or without a byte order mark, in UTF-8 or GB18030. */
import { Problem } from '@suyuan/api';

/** The text of a file. @throws Problem `registry.csv` where it is of neither encoding */
export function decodeCsv(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new Problem('registry.csv');
}

export interface CsvRow {
  /** Of the line that it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

// Inside quotes everything but a quote, which is doubled; outside of them up to a comma or the end of the line.
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Rows that hold anything. @throws Problem `registry.csv` where quotes are not closed */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let [line, next, cells] = [1, 1, [] as string[]];
  for (CELL.lastIndex = 0; CELL.lastIndex < text.length || cells.length > 0; ) {
    const found = CELL.exec(text);
    if (found === null) throw new Problem('registry.csv');
    const [whole, quoted, plain = '', end] = found;
    next += whole.split(/\r\n|\n|\r/).length - 1;
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    [line, cells] = [next, []];
  }
  return rows;
}
