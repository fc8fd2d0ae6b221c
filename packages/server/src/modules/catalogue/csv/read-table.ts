/** From the rows of a file to entries as they would be sent, and back from what is wrong with them to row and column. */
import type { EntryKind } from '@suyuan/api';
import type { Finding } from '@suyuan/epcis';
import { columnName } from '../../../platform/xlsx/cell-place.ts';
import { finding } from '../rules.ts';
import { type Column, columnOf } from './columns.ts';
import type { CsvRow } from './read-csv.ts';

export interface Table {
  readonly entries: readonly unknown[];
  /** Of the headings. */
  readonly findings: readonly Finding[];
  /** The same fault at its row and column: `/3/B`. */
  placed(fault: Finding): Finding;
}

export function readTable([head, ...rows]: readonly CsvRow[], kind: EntryKind): Table {
  const headings = head?.cells ?? [];
  const columns = headings.map((heading) => (heading === '' ? undefined : columnOf(heading)));
  const findings = headings.flatMap((heading, i) =>
    heading === '' || columns[i] !== undefined
      ? []
      : at(finding('registry.heading', '', { value: heading }), head?.line ?? 1, i),
  );
  if (!columns.some((column) => column?.is === 'code')) findings.push(at(finding('registry.heading-code', ''), 1, 0));
  const pointers = rows.map(({ cells }) => pointersOf(columns, cells));
  return {
    entries: rows.map(({ cells }) => entryOf(kind, columns, cells)),
    findings,
    placed(fault) {
      const [, place = '0', ...inside] = fault.pointer.split('/');
      const row = Number(place);
      const own = inside.join('/');
      const column = (pointers[row] ?? []).findIndex(
        (pointer) => pointer !== '' && `${own}/`.startsWith(`${pointer}/`),
      );
      return at(fault, rows[row]?.line ?? 1, Math.max(0, column));
    },
  };
}

function at(fault: Finding, line: number, column: number): Finding {
  const name = columnName(column + 1);
  const { zh, en } = fault.message;
  return {
    ...fault,
    pointer: `/${line}/${name}`,
    message: { zh: `第 ${line} 行 ${name} 列：${zh}`, en: `Row ${line}, column ${name}: ${en}` },
  };
}

/** Where the cell of each column stands in the entry; empty for one that is nowhere. */
function pointersOf(columns: readonly (Column | undefined)[], cells: readonly string[]): string[] {
  let identifiers = 0;
  return columns.map((column, i) => {
    if (column?.is === 'attribute') return `attributes/${column.name}`;
    if (column?.is === 'identifier') return (cells[i] ?? '') === '' ? '' : `identifiers/${identifiers++}`;
    return column?.is ?? '';
  });
}

function entryOf(kind: EntryKind, columns: readonly (Column | undefined)[], cells: readonly string[]): unknown {
  const attributes: Record<string, string> = {};
  const identifiers: { scheme: string; value: string }[] = [];
  let [code, parts] = ['', [] as string[]];
  for (const [i, column] of columns.entries()) {
    const cell = cells[i] ?? '';
    if (cell === '') continue;
    if (column?.is === 'code') code = cell;
    else if (column?.is === 'parts') parts = cell.split(/[;；\s]+/).filter((part) => part !== '');
    else if (column?.is === 'attribute') attributes[column.name] = cell;
    else if (column?.is === 'identifier') identifiers.push({ scheme: column.name, value: cell });
  }
  return { kind, code, attributes, identifiers, parts };
}
