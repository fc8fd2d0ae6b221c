/** A row of a table as the event that it is, or what is wrong with its cells. */
import { interpret, readCode } from '@suyuan/codes';
import { type LoadedPack, type Sheet, type SheetUnit, type StageForm, sheetEvent } from '@suyuan/profiles';
import { cellsOfRow } from '../../platform/tables/cells-of-row.ts';
import type { ColumnSpec, Words } from '../../platform/tables/column-spec.ts';
import type { Header } from '../../platform/tables/find-header.ts';
import { placeAt } from '../../platform/tables/merged-cells.ts';
import { readCell } from '../../platform/tables/read-cell.ts';
import type { Cell, TableRow } from '../../platform/tables/table.ts';
import { type ImportColumn, unitOf, VALUE } from './columns.ts';

/** What rows of one import are read by. */
export interface RowReading {
  readonly loaded: LoadedPack;
  readonly form: StageForm;
  readonly columns: readonly ImportColumn[];
  readonly header: Header;
  /** Of the event of a row: always the same. */
  eventID(row: number): string;
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
  | { readonly ok: true; readonly event: object }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

/** Where no offset is told. */
const CHINA = '+08:00';
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

export function readRow(row: TableRow, reading: RowReading): RowRead {
  const { header, columns, form, loaded } = reading;
  const specs = columns.map(({ spec }) => spec);
  const above = new Map(header.before.flatMap(({ id, cell }) => (id === undefined ? [] : [[id, cell] as const])));
  const cells = new Map([...above, ...cellsOfRow(row, header, specs)]);
  const faults: RowFault[] = [];
  const tell = (id: string, message: Words): void => {
    faults.push({ row: row.row, message, ...placeOf(id, { row: row.row, reading, cells }) });
  };
  const values = new Map<string, string>();
  const units = new Map<string, string>();
  for (const spec of specs) {
    const read = readOne(cells.get(spec.id), spec);
    if ('fault' in read) tell(spec.id, read.fault);
    else if (read.value !== '') values.set(spec.id, read.value);
    if ('unit' in read && read.unit !== undefined) units.set(spec.id, unitOf(read.unit));
  }
  if (faults.length > 0) return { ok: false, faults };
  const built = sheetEvent(loaded, sheetOf(form, { values, units, specs }), reading.eventID(row.row));
  if (!built.ok) {
    for (const { field, message } of built.faults) tell(columnOfField(field), message);
    return { ok: false, faults };
  }
  if (built.stage !== form.stage) {
    tell('', {
      zh: `这一行还不是“${form.name.zh}”：请填写表明是此环节的各列`,
      en: `This is no record of ${form.name.en} yet: fill in the columns by which it is one`,
    });
    return { ok: false, faults };
  }
  return { ok: true, event: built.event };
}

function readOne(cell: Cell | undefined, spec: ColumnSpec): ReturnType<typeof readCell> {
  const text = cell?.text.trim() ?? '';
  if (spec.kind !== 'dateTime') return readCell(cell, spec);
  if (WITH_OFFSET.test(text)) return { value: text };
  const read = readCell(cell, spec);
  if ('fault' in read || read.value === '') return read;
  return { ...read, value: `${read.value.includes('T') ? read.value : `${read.value}T00:00:00`}${CHINA}` };
}

interface Read {
  readonly values: ReadonlyMap<string, string>;
  /** That stood behind numbers. */
  readonly units: ReadonlyMap<string, string>;
  readonly specs: readonly ColumnSpec[];
}

function sheetOf({ pack, stage, fields }: StageForm, { values, units, specs }: Read): Sheet {
  const unit = (code: string, [quantity, uom]: readonly [string, string]): SheetUnit => {
    const [amount, of] = [values.get(quantity), values.get(uom) ?? units.get(quantity)];
    return {
      code,
      ...(amount === undefined ? {} : { quantity: amount }),
      ...(of === undefined ? {} : { uom: of }),
    };
  };
  const input = values.get('inputCode');
  const fixed = fields.flatMap(({ element, fixed: value }) => (value === undefined ? [] : [[element, value] as const]));
  const given = specs.flatMap((spec) => {
    const value = spec.id.startsWith(VALUE) ? values.get(spec.id) : undefined;
    return value === undefined ? [] : [[spec.id.slice(VALUE.length), givenOf(fields, spec, value)] as const];
  });
  return {
    ...{ pack, stage, at: values.get('at') ?? '' },
    units: [unit(withLot(values.get('code') ?? '', values.get('lot')), ['quantity', 'uom'])],
    inputs: input === undefined ? [] : [unit(input, ['inputQuantity', 'inputUom'])],
    parent: values.get('parent') ?? '',
    ...{ place: values.get('place') ?? '', from: values.get('from') ?? '', to: values.get('to') ?? '' },
    values: Object.fromEntries([...fixed, ...given]),
  };
}

/** Of a list each text, options by their codes. */
function givenOf(fields: StageForm['fields'], { id, choices }: ColumnSpec, value: string): string | readonly string[] {
  if (fields.find(({ element }) => `${VALUE}${element}` === id)?.type !== 'list') return value;
  const texts = value.split(/[、;；,，\n]/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
  return texts.map((text) => choices?.find(({ names }) => names.includes(text))?.code ?? text);
}

/** Of a table of one product, the code of every row is the same. */
const readTyped = (() => {
  let last: { readonly code: string; readonly read: ReturnType<typeof interpret> } | undefined;
  return (code: string): ReturnType<typeof interpret> => {
    if (last?.code !== code) last = { code, read: interpret(code) };
    return last.read;
  };
})();

/** A product and a lot are one code (GS1 Digital Link, AI 10); a code that has a lot or a serial number already stays. */
function withLot(code: string, lot: string | undefined): string {
  if (lot === undefined) return code;
  const { reading } = readTyped(code);
  if (reading === undefined || !reading.wellFormed || readCode(reading.canonical).names !== 'class') return code;
  return /^https:\/\/id\.gs1\.org\/01\/\d{14}$/.test(reading.canonical)
    ? `${reading.canonical}/10/${encodeURIComponent(lot)}`
    : code;
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
