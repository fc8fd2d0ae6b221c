/** A table as people made it, in Excel or as CSV: rows of cells, each with its place. */

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error';

export interface Cell {
  /** As Excel writes it, `B7`. */
  readonly place: string;
  /**
   * Numbers with the digits of the file; dates as `2026-01-05`, `2026-01-05T08:30:00` or `08:30:00`; truth as `TRUE`, `FALSE`;
   * of a formula what the program saved as its result. Never trimmed.
   */
  readonly text: string;
  readonly kind: CellKind;
  /** What a formula came to. */
  readonly result?: Exclude<CellKind, 'formula'>;
  /** The first cell of those that this one is merged with: the value stands there, and this one is empty. */
  readonly mergedInto?: string;
  /** Of a number in a workbook that counts its days from 1904. */
  readonly from1904?: true;
}

export interface TableRow {
  /** From 1, as Excel counts; in a CSV the records are counted, not the lines. */
  readonly row: number;
  /** By column, from 1, in order. Cells without a text are left out, unless they are merged into another. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** A filter, or somebody, hides the row. It is there all the same. */
  readonly isHidden?: true;
}

export interface Table {
  /** Those that one sees, in order; a CSV has one, without a name. */
  readonly sheets: readonly string[];
  /** Rows in which something stands, each time from the file. @throws Problem `table.…`, also between two rows */
  rows(sheet: string): AsyncIterable<TableRow>;
}

export interface TableLimits {
  /** Of the file. */
  readonly bytesMax: number;
  /** Of a workbook as it is unpacked, all parts together. */
  readonly inflatedMax: number;
}

/** Wider than any form of a trade; Excel has 16,384, which somebody fills by painting a whole row. */
export const COLUMNS_MAX = 512;
/** What a sheet of Excel holds (its published limits); so does a CSV here. */
export const ROWS_MAX = 1_048_576;
/** Excel's own bound for the text of a cell. */
export const CELL_CHARS_MAX = 32_767;
