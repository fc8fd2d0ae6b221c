/** A whole list as a CSV file, read page by page: what is written is no longer held as rows. */
import { CSV_MARK, csvLine, unbroken } from '../csv.ts';
import type { PageAt } from './page-at.ts';

/** Far more than anybody reads, and a spreadsheet still opens it; a file of more would be made by the server. */
const ROWS_MAX = 100_000;

interface ListToWrite<Row> {
  readonly head: readonly string[];
  readonly pageAt: PageAt<Row>;
  /** What a file says of these rows, cell by cell. */
  readonly textsOf: (rows: readonly Row[]) => readonly (readonly string[])[];
  readonly rowsMax?: number;
}

export interface Watch {
  readonly signal: AbortSignal;
  /** How many rows have come. */
  readonly onRows: (count: number) => void;
}

export interface WrittenList {
  readonly file: Blob;
  readonly count: number;
  /** Whether the list goes on after the last row of the file. */
  readonly isCut: boolean;
}

/** Undefined where it was stopped. */
export async function writeList<Row>(list: ListToWrite<Row>, watch: Watch): Promise<WrittenList | undefined> {
  const { head, pageAt, textsOf, rowsMax = ROWS_MAX } = list;
  // Each page is handed to the browser at once, which may keep it on the disk.
  const parts: Blob[] = [new Blob([CSV_MARK, csvLine(head)])];
  let count = 0;
  let cursor: string | undefined = '';
  while (cursor !== undefined && count < rowsMax) {
    const { rows, next } = await pageAt(cursor);
    if (watch.signal.aborted) return undefined;
    const taken = rows.slice(0, rowsMax - count);
    parts.push(new Blob(textsOf(taken).map((cells) => csvLine(cells.map(unbroken)))));
    count += taken.length;
    watch.onRows(count);
    if (watch.signal.aborted) return undefined;
    if (taken.length < rows.length) return { file: fileOf(parts), count, isCut: true };
    cursor = next;
  }
  return { file: fileOf(parts), count, isCut: cursor !== undefined };
}

const fileOf = (parts: Blob[]): Blob => new Blob(parts, { type: 'text/csv' });
