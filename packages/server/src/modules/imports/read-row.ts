/** A row of a table as the event that it is, or what is wrong with its cells. */
import { type LoadedPack, type Sheet, type StageForm, sheetEvent } from '@suyuan/profiles';
import { cellsOfRow } from '../../platform/tables/cells-of-row.ts';
import type { ColumnSpec, Words } from '../../platform/tables/column-spec.ts';
import type { Header } from '../../platform/tables/find-header.ts';
import { placeAt } from '../../platform/tables/merged-cells.ts';
import { type CellReading, readCell } from '../../platform/tables/read-cell.ts';
import type { Cell, TableRow } from '../../platform/tables/table.ts';
import { type ImportColumn, unitOf, VALUE } from './columns.ts';
import { sheetMaker } from './sheet-of-row.ts';

/** What rows of one import are read by. */
export interface RowReading {
  readonly loaded: LoadedPack;
  readonly form: StageForm;
  readonly columns: readonly ImportColumn[];
  readonly header: Header;
}

export interface RowFault {
  readonly row: number;
  /** From 1; 0 where it stands above the table, or is of the row as a whole. */
  readonly at: number;
  readonly cell?: string;
  readonly column?: Words;
  readonly message: Words;
}

export type RowRead =
  /** Its identity is not known yet: it is asked for where it is recorded alone. */
  { readonly ok: true; readonly event: object } | { readonly ok: false; readonly faults: readonly RowFault[] };

/** Where no offset is told. */
const CHINA = '+08:00';
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** What is the same of all rows is made once. */
export function rowReader(reading: RowReading): (row: TableRow) => RowRead {
  const { header, columns, form } = reading;
  const specs = columns.map(({ spec }) => spec);
  const above = header.before.flatMap(({ id, cell }) => (id === undefined ? [] : [[id, cell] as const]));
  const readers = specs.map((spec) => ({ id: spec.id, read: cellReader(spec) }));
  const sheetOf = sheetMaker(form, specs);
  return (row) => {
    const cells = new Map([...above, ...cellsOfRow(row, header, specs)]);
    const faults: RowFault[] = [];
    const tell = (id: string, message: Words): void => {
      faults.push({ row: row.row, message, ...placeOf(id, { row: row.row, reading, cells }) });
    };
    const values = new Map<string, string>();
    const units = new Map<string, string>();
    for (const { id, read: readOf } of readers) {
      const read = readOf(cells.get(id));
      if ('fault' in read) tell(id, read.fault);
      else if (read.value !== '') values.set(id, read.value);
      if ('unit' in read && read.unit !== undefined) units.set(id, unitOf(read.unit));
    }
    if (faults.length > 0) return { ok: false, faults };
    const event = eventOf(sheetOf({ values, units }), { ...reading, tell });
    return event === undefined ? { ok: false, faults } : { ok: true, event };
  };
}

interface Telling extends RowReading {
  tell(id: string, message: Words): void;
}

/** Undefined where something was told. */
function eventOf(sheet: Sheet, { loaded, form, tell }: Telling): object | undefined {
  const built = sheetEvent(loaded, sheet, '');
  if (!built.ok) {
    for (const { field, message } of built.faults) tell(columnOfField(field), message);
    return undefined;
  }
  if (built.stage === form.stage) return built.event;
  tell('', {
    zh: `这一行还不是“${form.name.zh}”：请填写表明是此环节的各列`,
    en: `This is no record of ${form.name.en} yet: fill in the columns by which it is one`,
  });
  return undefined;
}

/** Of a column, a cell often says what the one above it said. */
function cellReader(spec: ColumnSpec): (cell: Cell | undefined) => CellReading {
  let last: { readonly cell: Cell | undefined; readonly read: CellReading } | undefined;
  return (cell) => {
    if (last === undefined || !isAlike(last.cell, cell)) last = { cell, read: readOne(cell, spec) };
    return last.read;
  };
}

/** But for where it stands. */
function isAlike(a: Cell | undefined, b: Cell | undefined): boolean {
  return a?.text === b?.text && a?.kind === b?.kind && a?.result === b?.result && a?.from1904 === b?.from1904;
}

function readOne(cell: Cell | undefined, spec: ColumnSpec): CellReading {
  const text = cell?.text.trim() ?? '';
  if (spec.kind !== 'dateTime') return readCell(cell, spec);
  if (WITH_OFFSET.test(text)) return { value: text };
  const read = readCell(cell, spec);
  if ('fault' in read || read.value === '') return read;
  return { ...read, value: `${read.value.includes('T') ? read.value : `${read.value}T00:00:00`}${CHINA}` };
}

/** Of a fault of a sheet. */
function columnOfField(field: string): string {
  if (field.startsWith(VALUE) || ['at', 'parent', 'place', 'from', 'to'].includes(field)) return field;
  const [list, , member] = field.split('/');
  if (list === 'inputs') return member === 'quantity' ? 'inputQuantity' : 'inputCode';
  if (list === 'units') return member === 'quantity' ? 'quantity' : 'code';
  return '';
}

function placeOf(
  id: string,
  {
    row,
    reading,
    cells,
  }: { readonly row: number; readonly reading: RowReading; readonly cells: ReadonlyMap<string, Cell | undefined> },
): Pick<RowFault, 'at' | 'cell' | 'column'> {
  const at = reading.header.columnOf.get(id) ?? 0;
  const cell = at > 0 ? placeAt(at, row) : cells.get(id)?.place;
  const column = reading.columns.find(({ spec }) => spec.id === id)?.heading;
  return { at, ...(cell === undefined ? {} : { cell }), ...(column === undefined ? {} : { column }) };
}
