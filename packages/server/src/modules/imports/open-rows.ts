/** The sheet of a file that has records of a stage: its header, and the rows below. */
import { Problem } from '@suyuan/api';
import type { Words } from '../../platform/tables/column-spec.ts';
import { findHeader, HEADER_ROWS_MAX, type Header } from '../../platform/tables/find-header.ts';
import { openTable } from '../../platform/tables/open-table.ts';
import type { Table, TableLimits, TableRow } from '../../platform/tables/table.ts';
import type { ImportColumn } from './columns.ts';

const MIB = 1024 * 1024;
const LIMITS: TableLimits = { bytesMax: 200 * MIB, inflatedMax: 1024 * MIB };
/** Sheets behind these are not looked at: a year has twelve months, a week seven days. */
const SHEETS_MAX = 32;

export interface OpenRows {
  readonly sheet: string;
  readonly header: Header;
  /** Each time from the file. */
  rows(): AsyncIterable<TableRow>;
}

/** Of the first sheet that has all columns that a record needs. @throws Problem `table.…`, `import.no-header`, `import.columns` */
export async function openRows(path: string, columns: readonly ImportColumn[]): Promise<OpenRows> {
  const table = await openTable(path, LIMITS);
  let best: { readonly sheet: string; readonly header: Header } | undefined;
  for (const sheet of table.sheets.slice(0, SHEETS_MAX)) {
    const header = findHeader(
      await firstRows(table, sheet),
      columns.map(({ spec }) => spec),
    );
    if (header === undefined || (best !== undefined && best.header.missing.length <= header.missing.length)) continue;
    best = { sheet, header };
    if (header.missing.length === 0) break;
  }
  if (best === undefined)
    throw new Problem('import.no-header', { columns: namesOf(columns.filter(({ spec }) => spec.required === true)) });
  const { sheet, header } = best;
  const lacking = columns.filter(({ spec }) => header.missing.includes(spec.id));
  if (lacking.length > 0) throw new Problem('import.columns', { columns: namesOf(lacking) });
  async function* rows(): AsyncGenerator<TableRow> {
    for await (const row of table.rows(sheet)) if (row.row > header.headerRow) yield row;
  }
  return { sheet, header, rows };
}

async function firstRows(table: Table, sheet: string): Promise<readonly TableRow[]> {
  const first: TableRow[] = [];
  for await (const row of table.rows(sheet)) {
    first.push(row);
    if (first.length === HEADER_ROWS_MAX) break;
  }
  return first;
}

function namesOf(columns: readonly ImportColumn[]): Words {
  return {
    zh: columns.map(({ heading }) => heading.zh).join('、'),
    en: columns.map(({ heading }) => heading.en).join(', '),
  };
}
