/** The rows of one sheet (ECMA-376 part 1, §18.3.1.73), as they come. */
import { Problem } from '@suyuan/api';
import { parsePlace } from '../xlsx/cell-place.ts';
import { dayOfSerial } from './day-numbers.ts';
import { type MergedOf, placeAt } from './merged-cells.ts';
import type { SharedTexts } from './shared-texts.ts';
import { CELL_CHARS_MAX, type Cell, COLUMNS_MAX, ROWS_MAX, type TableRow } from './table.ts';
import type { IsDay } from './workbook-styles.ts';
import { textGatherer, type XmlReader, xmlPass } from './xml-pass.ts';
import { unreadable } from './zip-directory.ts';

export interface Book {
  readonly shared: SharedTexts;
  readonly isDay: IsDay;
  readonly from1904: boolean;
}

export interface SheetBook extends Book {
  readonly merged: MergedOf;
}

/** @throws Problem `table.unreadable`, `table.columns`, `table.cell` */
export async function* readSheet(pieces: AsyncIterable<Buffer>, book: SheetBook): AsyncGenerator<TableRow> {
  const ready: TableRow[] = [];
  const reader = sheetReader(book, (row) => ready.push(row));
  for await (const _ of xmlPass(pieces, reader)) {
    yield* ready;
    ready.length = 0;
  }
  yield* ready;
}

/** A cell as it stands in the XML. */
interface Written {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  isFormula: boolean;
}

function sheetReader(book: SheetBook, found: (row: TableRow) => void): XmlReader {
  const gatherer = textGatherer(CELL_CHARS_MAX);
  let [row, column, isHidden, isValue] = [0, 0, false, false];
  let cells = new Map<number, Cell>();
  let cell: Written | undefined;
  return {
    open(name, attributes) {
      if (cell !== undefined) gatherer.open(name);
      isValue = cell !== undefined && name === 'v';
      if (name === 'c') {
        // Who writes no place means the cell after the one before (§18.3.1.4).
        column = columnOf(attributes.r, row) ?? column + 1;
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', isFormula: false };
      } else if (name === 'f' && cell !== undefined) cell.isFormula = true;
      else if (name === 'row') {
        const next = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!(Number.isInteger(next) && next > row && next <= ROWS_MAX)) throw unreadable();
        [row, column, isHidden] = [next, 0, /^(1|true)$/.test(attributes.hidden ?? '')];
        cells = new Map();
      }
    },
    text(text) {
      if (cell === undefined) return;
      gatherer.add(text);
      if (isValue && cell.value.length <= CELL_CHARS_MAX) cell.value += text;
    },
    close(name) {
      gatherer.close(name);
      isValue = false;
      if (name === 'c' && cell !== undefined) {
        const { column: at } = cell;
        const read = readCellXml(cell, gatherer.take(), book);
        cell = undefined;
        if (read.text === '') return;
        if (at > COLUMNS_MAX) throw new Problem('table.columns', { row, max: COLUMNS_MAX });
        if (read.text.length > CELL_CHARS_MAX) throw new Problem('table.cell', { row, max: CELL_CHARS_MAX });
        cells.set(at, { place: placeAt(at, row), ...read });
      } else if (name === 'row') {
        const all = withMerged(cells, row, book.merged(row));
        if (all.size > 0) found({ row, cells: all, ...(isHidden && { isHidden }) });
      }
    },
  };
}

/** Letters of columns are read once each: there are two million places in a large sheet. */
const COLUMN_OF = new Map<string, number>();

function columnOf(text: string | undefined, row: number): number | undefined {
  if (text === undefined) return undefined;
  const digits = String(row);
  const letters = text.slice(0, -digits.length);
  const known = text.endsWith(digits) ? COLUMN_OF.get(letters) : undefined;
  if (known !== undefined) return known;
  const place = parsePlace(text);
  if (place === undefined || place.row !== row) throw unreadable();
  // Of `A11` in row 1 the letters would be `A1`; that place was refused above.
  if (place.column <= COLUMNS_MAX) COLUMN_OF.set(letters, place.column);
  return place.column;
}

function withMerged(
  cells: ReadonlyMap<number, Cell>,
  row: number,
  merged: ReadonlyMap<number, string>,
): ReadonlyMap<number, Cell> {
  if (merged.size === 0) return cells;
  const all = new Map(cells);
  for (const [column, mergedInto] of merged) {
    all.set(column, { place: placeAt(column, row), text: '', kind: 'text', mergedInto });
  }
  return new Map([...all].sort(([a], [b]) => a - b));
}

type Read = Omit<Cell, 'place'>;

function readCellXml(cell: Written, inline: string, book: SheetBook): Read {
  const read = readValue(cell, inline, book);
  if (!cell.isFormula || read.kind === 'formula') return read;
  const { kind, ...rest } = read;
  // A formula that was never reckoned has no value; that it stands there is told all the same.
  return { ...rest, kind: 'formula', result: kind, ...(rest.text === '' && { text: UNRECKONED }) };
}

/** In place of the value of a formula that no program has reckoned yet. */
const UNRECKONED = '=';

function readValue({ type, value, style }: Written, inline: string, { shared, isDay, from1904 }: SheetBook): Read {
  switch (type) {
    case 's':
      return { text: value === '' ? '' : shared(Number(value)), kind: 'text' };
    case 'inlineStr':
      return { text: inline, kind: 'text' };
    case 'str':
      return { text: value, kind: 'text' };
    case 'b':
      return { text: value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return { text: value.replace(/T00:00:00(\.0+)?Z?$|(\.\d+)?Z$/, ''), kind: 'date' };
    case 'n': {
      const number = value.trim();
      if (number === '') return { text: '', kind: 'number' };
      if (!/^[-+]?(\d+\.?\d*|\.\d+)(E[-+]?\d+)?$/i.test(number)) throw unreadable();
      const day = isDay(style) ? dayOfSerial(Number(number), from1904) : undefined;
      if (day !== undefined) return { text: day, kind: 'date' };
      return { text: number, kind: 'number', ...(from1904 && { from1904 }) };
    }
    default:
      throw unreadable();
  }
}
